import { databaseIn, duplicatesIn, isMongoAway, openClient, type OnHung, type OpenClient } from '@app/mongo';
import type { Collection } from 'mongodb';
import type { Erasure } from './erasure.js';
import { VaultUnavailable } from './vault.js';

/**
 * A data key, wrapped. The id is `<subject hash>-<generation>`; an erased key keeps its row so that it stays erased, a withheld one is
 * there and opens nothing any more. `owner`, of the key of a stream: the hash of the person with whose keys it is destroyed. `closed`: since
 * when it seals nothing more, as it is about to be destroyed.
 */
export type KeyRow = Readonly<{
  id: string;
  state: 'ACTIVE' | 'WITHHELD' | 'ERASED';
  wrapped: string;
  master: string;
  owner?: string;
  closed?: string;
}>;

/** The vault's own two keys, wrapped: one hashes subjects, one makes digests. There is one row. */
export type HeadRow = Readonly<{ subjectKey: string; digestKey: string; master: string }>;

type StoredKey = Readonly<{ _id: string }> & Omit<KeyRow, 'id'>;
type StoredHead = Readonly<{ _id: string }> & HeadRow;
/** `shown`: whether everything that is shown of its streams was made anew. */
type StoredErasure = Readonly<{ _id: string; shown: boolean }> & Omit<Erasure, 'id'>;

/** The rows of a vault in MongoDB: database `<name>_vault`, collections `keys` and `head`. Throws `VaultUnavailable`. */
export class KeyStore {
  readonly #open: OpenClient;
  readonly #keys: Collection<StoredKey>;
  readonly #head: Collection<StoredHead>;
  readonly #erasures: Collection<StoredErasure>;

  /** Every write is on the journal of a majority before it answers: a lost data key would lose what it seals. */
  constructor(mongoUrl: string, onHung?: OnHung) {
    const durable = {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
    } as const;
    this.#open = openClient(mongoUrl, durable, onHung);
    const database = this.#open.client.db(`${databaseIn(mongoUrl)}_vault`);
    this.#keys = database.collection<StoredKey>('keys');
    this.#head = database.collection<StoredHead>('head');
    this.#erasures = database.collection<StoredErasure>('erasures');
  }

  head(): Promise<HeadRow | null> {
    return reach(this.#head.findOne({ _id: 'head' }));
  }

  /** Writes the head where there is none; answers whether this call wrote it. */
  async addHead(row: HeadRow): Promise<boolean> {
    return (await this.#insertNew(this.#head, [{ _id: 'head', ...row }])) === 1;
  }

  replaceHead(row: HeadRow): Promise<unknown> {
    return reach(this.#head.replaceOne({ _id: 'head' }, row));
  }

  /** One query. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, KeyRow>> {
    const rows = await reach(this.#keys.find({ _id: { $in: [...ids] } }).toArray());
    return new Map(rows.map(fromStored).map((row) => [row.id, row]));
  }

  /** Writes the rows whose id is free; the others stay as they are. Answers how many were written. */
  add(rows: readonly KeyRow[]): Promise<number> {
    return this.#insertNew(
      this.#keys,
      rows.map(({ id, ...row }) => ({ _id: id, ...row })),
    );
  }

  /** Names the owner of a key that was made before its owner was known. */
  own(id: string, owner: string): Promise<unknown> {
    return reach(this.#keys.updateOne({ _id: id }, { $set: { owner } }));
  }

  /** The ids of the keys that go with those of an owner, destroyed ones left out. Reads all keys: erasures are rare. */
  async ownedBy(owner: string): Promise<readonly string[]> {
    const held = { owner, state: { $in: ['ACTIVE', 'WITHHELD'] } } as const;
    const rows = await reach(this.#keys.find(held, { projection: { _id: 1 } }).toArray());
    return rows.map(({ _id }) => _id);
  }

  /** Closes a key that is in use; the first who does says when. */
  closeKey(id: string, at: string): Promise<unknown> {
    return reach(this.#keys.updateOne({ _id: id, state: 'ACTIVE' }, { $set: { closed: at } }));
  }

  /** Destroys a key; one that is not here, as in an older copy of the vault, can never come back. */
  async eraseKey(id: string): Promise<void> {
    await this.#insertNew(this.#keys, [{ _id: id, state: 'ERASED', wrapped: '', master: '' }]);
    await reach(this.#keys.updateOne({ _id: id }, { $set: { state: 'ERASED', wrapped: '' } }));
  }

  /** Keeps a key that opens nothing any more; does nothing where it is destroyed or not here. */
  withholdKey(id: string): Promise<unknown> {
    return reach(this.#keys.updateOne({ _id: id, state: 'ACTIVE' }, { $set: { state: 'WITHHELD' } }));
  }

  /** Names an erasure; one that is here stays as it is. Answers whether it is new. */
  async addErasure({ id, keyIds, withheld, streams }: Erasure): Promise<boolean> {
    return (await this.#insertNew(this.#erasures, [{ _id: id, keyIds, withheld, streams, shown: false }])) === 1;
  }

  /** Every erasure, and whether all that is shown of its streams was made anew. */
  async erasures(): Promise<readonly Readonly<{ erasure: Erasure; shown: boolean }>[]> {
    const rows = await reach(this.#erasures.find().toArray());
    return rows.map(({ _id: id, shown, ...erasure }) => ({ erasure: { id, ...erasure }, shown }));
  }

  noteShown(id: string): Promise<unknown> {
    return reach(this.#erasures.updateOne({ _id: id }, { $set: { shown: true } }));
  }

  /** Puts a key under another master key, unless someone did so before or erased it. */
  rewrap(row: KeyRow, wrapped: string, master: string): Promise<unknown> {
    return reach(this.#keys.updateOne({ _id: row.id, wrapped: row.wrapped }, { $set: { wrapped, master } }));
  }

  /** Keys that are not destroyed in the order of their ids, after one of them. */
  async page(after: string, limit: number): Promise<readonly KeyRow[]> {
    const rows = this.#keys
      .find({ _id: { $gt: after }, state: { $in: ['ACTIVE', 'WITHHELD'] } })
      .sort({ _id: 1 })
      .limit(limit);
    return (await reach(rows.toArray())).map(fromStored);
  }

  close(): Promise<void> {
    return this.#open.close();
  }

  async #insertNew<T extends { _id: string }>(rows: Collection<T>, documents: readonly T[]): Promise<number> {
    try {
      // The driver's own type of a document to insert is this one, once `_id` is known to be a string.
      const writable = documents as Parameters<typeof rows.insertMany>[0];
      return (await reach(rows.insertMany(writable, { ordered: false }))).insertedCount;
    } catch (error) {
      const duplicates = duplicatesIn(error);
      if (duplicates === null) throw error;
      return duplicates.error.insertedCount;
    }
  }
}

const fromStored = ({ _id: id, ...row }: StoredKey): KeyRow => ({ id, ...row });

/** An outage is told as such, also one in the middle of a write; what else went wrong passes as it is. */
const reach = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (!isMongoAway(error)) throw error;
    throw new VaultUnavailable('the key database cannot be reached', { cause: error });
  }
};
