import { duplicatesIn } from '@app/mongo';
import { withSignatures } from '@app/proof';
import type { Collection, Db } from 'mongodb';
import type { Head, HeadCosignature } from './head.js';

type StoredHead = Omit<Head, 'revision'> & Readonly<{ _id: number }>;
type StoredCosignature = HeadCosignature & Readonly<{ _id: string }>;

/** Signed heads and their cosignatures in MongoDB. What the log lost is still here: that is how a restored log is told. Throws what the driver throws. */
export class HeadStore {
  readonly #heads: Collection<StoredHead>;
  readonly #cosignatures: Collection<StoredCosignature>;

  constructor(database: Db) {
    this.#heads = database.collection<StoredHead>('proof-heads');
    this.#cosignatures = database.collection<StoredCosignature>('proof-cosignatures');
  }

  async createIndexes(): Promise<void> {
    await this.#cosignatures.createIndex({ revision: 1 });
  }

  /** Keeps heads as the log has them; answers the first that is kept with another checkpoint already. */
  async keep(heads: readonly Head[]): Promise<Readonly<{ kept: Head; inLog: Head }> | null> {
    if (heads.length === 0) return null;
    const documents = heads.map(({ revision, ...head }) => ({ _id: revision, ...head }));
    try {
      await this.#heads.insertMany(documents, { ordered: false });
      return null;
    } catch (error) {
      if (duplicatesIn(error) === null) throw error;
    }
    const found = await this.#heads.find({ _id: { $in: heads.map(({ revision }) => revision) } }).toArray();
    const kept = new Map(found.map(headOf).map((head) => [head.revision, head]));
    for (const inLog of heads) {
      const known = kept.get(inLog.revision);
      if (known && known.checkpoint !== inLog.checkpoint) return { kept: known, inLog };
    }
    return null;
  }

  /** The head that was signed last, of those that are kept. */
  async newest(): Promise<Head | null> {
    const [found] = await this.#heads.find().sort({ _id: -1 }).limit(1).toArray();
    return found ? headOf(found) : null;
  }

  /** The head of a number; null where none is kept. */
  async at(revision: number): Promise<Head | null> {
    const found = await this.#heads.findOne({ _id: revision });
    return found && headOf(found);
  }

  /** The last head up to a number that a witness has cosigned. */
  async newestCosigned(until: number): Promise<Head | null> {
    const upTo = { revision: { $lte: until } };
    const [cosignature] = await this.#cosignatures.find(upTo).sort({ revision: -1 }).limit(1).toArray();
    return cosignature ? this.at(cosignature.revision) : null;
  }

  /** Heads before a revision, newest first. */
  async before(revision: number, limit: number): Promise<readonly Head[]> {
    const found = this.#heads
      .find({ _id: { $lt: revision } })
      .sort({ _id: -1 })
      .limit(limit);
    return (await found.toArray()).map(headOf);
  }

  /** Every head that is kept, in their order. */
  async all(): Promise<readonly Head[]> {
    return (await this.#heads.find().sort({ _id: 1 }).toArray()).map(headOf);
  }

  async cosignaturesOf(revisions: readonly number[]): Promise<readonly HeadCosignature[]> {
    return this.#cosignatures
      .find({ revision: { $in: [...revisions] } }, { projection: { _id: 0 } })
      .sort({ _id: 1 })
      .toArray();
  }

  /** The signed note of a head with the cosignatures that came. */
  async noteOf({ revision, checkpoint }: Head): Promise<string> {
    const found = await this.cosignaturesOf([revision]);
    return withSignatures(
      checkpoint,
      found.map(({ line }) => line),
    );
  }

  /** A later cosignature of a witness takes the place of its earlier one. */
  async cosigned(cosignature: HeadCosignature): Promise<void> {
    const { revision, key } = cosignature;
    await this.#cosignatures.replaceOne({ _id: `${revision} ${key}` }, cosignature, { upsert: true });
  }
}

const headOf = ({ _id, ...head }: StoredHead): Head => ({ revision: _id, ...head });
