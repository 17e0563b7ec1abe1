import { once } from 'node:events';
import type { Db } from 'mongodb';
import { pause } from '../pause.js';
import { createPartitions, partitionCount, partitionsOf, type Lease } from './partition.js';
import { silenceWatch, toTake, type Holding } from './sharing.js';

/** The partitions that this process holds, for as long as nothing changes. */
export type Held = Readonly<{
  /** The epoch of each: what it may do in the partition's name holds for that epoch only. */
  epochs: ReadonlyMap<number, number>;
  /** Aborted when other partitions are held. */
  changed: AbortSignal;
}>;

export type LeaseOptions = Readonly<{
  database: Db;
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

  constructor(private readonly options: LeaseOptions) {}

  get held(): Held {
    return { epochs: this.#epochs, changed: this.#changed.signal };
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
    await partitionsOf(database).updateMany({ owner }, { $set: { heardAt: new Date().toISOString() } });
    const seen = await this.#see();
    const took = await this.#take(seen);
    this.#note(took ? await this.#see() : seen);
  }

  async #see(): Promise<readonly Lease[]> {
    const { database } = this.options;
    const see = () =>
      partitionsOf(database)
        .find({}, { projection: { checkpoints: 0 } })
        .sort({ _id: 1 })
        .toArray();
    const seen = await see();
    if (seen.length === partitionCount) return seen;
    await createPartitions(database);
    return see();
  }

  /** Answers whether it tried to take any: only those that stand as they were seen. */
  async #take(seen: readonly Lease[]): Promise<boolean> {
    const { database, owner } = this.options;
    const holdings = seen.map((lease) => this.#holdingOf(lease));
    const taken = new Set(toTake(holdings, owner));
    if (taken.size === 0) return false;
    const heardAt = new Date().toISOString();
    await partitionsOf(database).bulkWrite(
      seen
        .filter(({ _id }) => taken.has(_id))
        .map(({ _id, epoch, heardAt: heardBefore }) => ({
          updateOne: {
            filter: { _id, epoch, heardAt: heardBefore },
            update: { $set: { owner, heardAt }, $inc: { epoch: 1 } },
          },
        })),
      { ordered: false },
    );
    return true;
  }

  /** Nobody holds what was given up, nor what its holder has fallen silent on. */
  #holdingOf(lease: Lease): Holding {
    const { owner: me, hasEnded } = this.options;
    const { _id: partition, owner } = lease;
    const isSilent = this.#isSilent(lease);
    const isLost = owner !== null && owner !== me && (isSilent || hasEnded?.(owner));
    return { partition, owner: isLost ? null : owner };
  }

  #note(seen: readonly Lease[]): void {
    const mine = seen.filter(({ owner }) => owner === this.options.owner);
    const isSame = mine.length === this.#epochs.size && mine.every(({ _id, epoch }) => this.#epochs.get(_id) === epoch);
    if (isSame) return;
    this.#epochs = new Map(mine.map(({ _id, epoch }) => [_id, epoch]));
    const before = this.#changed;
    this.#changed = new AbortController();
    before.abort();
    this.options.onChanged?.([...this.#epochs.keys()]);
  }

  /** Nobody else has to wait until this process is taken for silent. */
  async #giveUp(): Promise<void> {
    const { database, owner, onTrouble } = this.options;
    try {
      await partitionsOf(database).updateMany({ owner }, { $set: { owner: null } });
      this.#note([]);
    } catch (error) {
      onTrouble?.(error);
    }
  }
}

/** Resolves when other partitions are held, or when aborted. */
export const untilChanged = async ({ changed }: Held, signal: AbortSignal): Promise<void> => {
  const either = AbortSignal.any([changed, signal]);
  if (!either.aborted) await once(either, 'abort');
};
