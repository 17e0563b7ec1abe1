import { fromBase64, toBase64, type Edge } from '@app/proof';
import type { Collection, Db } from 'mongodb';
import type { LogVerification } from './log-verification.js';

/** How far the log was found sound: the next look goes on from there. */
export type SoundUntil = Readonly<{
  /** Of the last event that was looked at, and its chain hash. */
  position: number;
  hash: string;
  events: number;
  edge: Edge;
}>;

type Mac = (text: string) => string;
type StoredProgress = Readonly<{ _id: 'progress'; text: string; mac: string }>;
type StoredVerification = Omit<LogVerification, 'logs'> & Partial<LogVerification> & Readonly<{ _id: 'last' }>;

/** What verifications of the log found, and how far it is known to be sound, in MongoDB; the latter under a MAC, as what is sound is not looked at again. */
export class VerificationStore {
  readonly #last: Collection<StoredVerification>;
  readonly #progress: Collection<StoredProgress>;

  constructor(database: Db) {
    this.#last = database.collection<StoredVerification>('proof-verifications');
    this.#progress = database.collection<StoredProgress>('proof-verified');
  }

  /** Null before the first. */
  async last(): Promise<LogVerification | null> {
    const found = await this.#last.findOne({ _id: 'last' }, { projection: { _id: 0 } });
    // A version of before told of no names.
    return found && { ...found, logs: found.logs ?? [] };
  }

  /** Null where nothing is known, or what is there is not ours. */
  async soundUntil(mac: Mac): Promise<SoundUntil | null> {
    const found = await this.#progress.findOne({ _id: 'progress' });
    if (!found || found.mac !== mac(`${about}${found.text}`)) return null;
    // The MAC says that it was written below.
    const { edge, ...rest } = JSON.parse(found.text) as Written;
    const { size, tiles, bundle } = edge;
    return { ...rest, edge: { size, tiles: tiles.map(fromBase64), bundle: fromBase64(bundle) } };
  }

  async keep(verification: LogVerification, sound: SoundUntil | null, mac: Mac): Promise<void> {
    if (sound) {
      const text = JSON.stringify(written(sound));
      await this.#progress.replaceOne({ _id: 'progress' }, { text, mac: mac(`${about}${text}`) }, { upsert: true });
    } else await this.#progress.deleteOne({ _id: 'progress' });
    await this.#last.replaceOne({ _id: 'last' }, verification, { upsert: true });
  }
}

const about = 'log verified\n';

type Written = Omit<SoundUntil, 'edge'> &
  Readonly<{ edge: Readonly<{ size: number; tiles: readonly string[]; bundle: string }> }>;

const written = ({ edge: { size, tiles, bundle }, ...rest }: SoundUntil): Written => ({
  ...rest,
  edge: { size, tiles: tiles.map(toBase64), bundle: toBase64(bundle) },
});
