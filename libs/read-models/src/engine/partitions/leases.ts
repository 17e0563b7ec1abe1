import { once } from 'node:events';
import type { Db } from 'mongodb';
import { pause } from '../pause.js';
import type { Projection } from '../projection.js';
import { createPartitions, fleetOf, partitionCount, partitionsOf, type Lease } from './partition.js';
import { silenceWatch, toTake, type Holding } from './sharing.js';

/** The partitions that this process holds, for as long as nothing changes. */
export type Held = Readonly<{
  /** Those it is shared with. */
  fleet: string;
  /** The epoch of each: what it may do in the partition's name holds for that epoch only. */
  epochs: ReadonlyMap<number, number>;
  /** Aborted when other partitions are held. */
  changed: AbortSignal;
}>;

export type LeaseOptions = Readonly<{
  database: Db;
  /** What is folded here: the partitions are shared with processes of the same. */
  projections: readonly Projection[];
  /** This process since its start, told apart from every other. */
  owner: string;
  /** Whether a process is known to have ended: its partitions are free at once. Of none where absent. */
  hasEnded?: (owner: string) => boolean;
  /** How often it is looked who holds what; a second where absent. A holder that says nothing for five looks has lost. */
  everyMs?: number;
  /** Told which partitions are held now. */
  onChanged?: (partitions: readonly number[]) => void;
  /** Told when the database is away; what is held stays so until another takes it. */
  onTrouble?: (error: unknown) => void;
}>;

/**
 * The leases of this process: it takes its share of the partitions, says again and again that it lives, and takes over from those
 * that do not. Taking is comparing and setting: two never get the same one, and who lost one can move no checkpoint of it.
 */
export class Leases {
  #epochs: ReadonlyMap<number, number> = new Map();
  #changed = new AbortController();
  readonly #isSilent = silenceWatch();

  readonly #fleet: string;

  constructor(private readonly options: LeaseOptions) {
    this.#fleet = fleetOf(options.projections);
  }

  get held(): Held {
    return { fleet: this.#fleet, epochs: this.#epochs, changed: this.#changed.signal };
  }

  /** Holds partitions while something is done, and gives them up at its end. */
  async holdWhile(work: () => Promise<void>): Promise<void> {
    const over = new AbortController();
    const keeping = this.#keep(over.signal);
    try {
      await work();
    } finally {
      over.abort();
      await keeping;
      await this.#giveUp();
    }
  }

  get #path(): string {
    return `leases.${this.#fleet}`;
  }

  async #keep(signal: AbortSignal): Promise<void> {
    const { everyMs = 1_000, onTrouble } = this.options;
    while (!signal.aborted) {
      await this.look().catch((error: unknown) => onTrouble?.(error));
      await pause(everyMs, signal);
    }
  }

  /** Says that this process lives, and takes what it is due. Throws what the driver throws, and `PartitionsDiffer`. */
  async look(): Promise<void> {
    const { database, owner } = this.options;
    const path = this.#path;
    await partitionsOf(database).updateMany({ [`${path}.owner`]: owner }, { $set: { [`${path}.heardAt`]: now() } });
    const seen = await this.#see();
    const took = await this.#take(seen);
    this.#note(took ? await this.#see() : seen);
  }

  /** The leases of the fleet, in the order of their partitions. */
  async #see(): Promise<readonly Lease[]> {
    const { database } = this.options;
    const found = await partitionsOf(database)
      .find({}, { projection: { checkpoints: 0 } })
      .sort({ _id: 1 })
      .toArray();
    if (found.length === partitionCount) return found.map(({ leases }) => leases[this.#fleet] ?? free);
    await createPartitions(database);
    return this.#see();
  }

  /** Answers whether it tried to take any: only those that stand as they were seen. */
  async #take(seen: readonly Lease[]): Promise<boolean> {
    const { database, owner } = this.options;
    const path = this.#path;
    const holdings = seen.map((lease, partition) => this.#holdingOf(partition, lease));
    const taken = toTake(holdings, owner);
    if (taken.length === 0) return false;
    const takes = taken.map((_id) => {
      const { epoch, heardAt } = seen[_id] ?? free;
      return {
        updateOne: {
          filter: { _id, [`${path}.epoch`]: epoch === 0 ? null : epoch, [`${path}.heardAt`]: heardAt },
          update: { $set: { [path]: { owner, epoch: epoch + 1, heardAt: now() } } },
        },
      };
    });
    await partitionsOf(database).bulkWrite(takes, { ordered: false });
    return true;
  }

  /** Nobody holds what was given up, nor what its holder has fallen silent on. */
  #holdingOf(partition: number, lease: Lease): Holding {
    const { owner: me, hasEnded } = this.options;
    const { owner } = lease;
    const isSilent = this.#isSilent(partition, lease);
    const isLost = owner !== null && owner !== me && (isSilent || hasEnded?.(owner));
    return { partition, owner: isLost ? null : owner };
  }

  #note(seen: readonly Lease[]): void {
    const mine = seen.flatMap(({ owner, epoch }, partition) =>
      owner === this.options.owner ? [[partition, epoch] as const] : [],
    );
    const isSame =
      mine.length === this.#epochs.size && mine.every(([partition, epoch]) => this.#epochs.get(partition) === epoch);
    if (isSame) return;
    this.#epochs = new Map(mine);
    const before = this.#changed;
    this.#changed = new AbortController();
    before.abort();
    this.options.onChanged?.([...this.#epochs.keys()]);
  }

  /** Nobody else has to wait until this process is taken for silent. */
  async #giveUp(): Promise<void> {
    const { database, owner, onTrouble } = this.options;
    try {
      const path = `${this.#path}.owner`;
      await partitionsOf(database).updateMany({ [path]: owner }, { $set: { [path]: null } });
      this.#note([]);
    } catch (error) {
      onTrouble?.(error);
    }
  }
}

/** Nobody has held it yet. */
const free: Lease = { owner: null, epoch: 0, heardAt: null };

const now = (): string => new Date().toISOString();

/** Resolves when other partitions are held, or when aborted. */
export const untilChanged = async ({ changed }: Held, signal: AbortSignal): Promise<void> => {
  const either = AbortSignal.any([changed, signal]);
  if (!either.aborted) await once(either, 'abort');
};
