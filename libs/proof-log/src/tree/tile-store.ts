import { duplicatesIn } from '@app/mongo';
import { type ReadTiles, type TileData, tilePath, tileWidth } from '@app/proof';
import type { AnyBulkWriteOperation, Binary, Collection, Db } from 'mongodb';

/** A point in the log: so many entries stand up to this position. */
export type Mark = Readonly<{ size: number; position: number | null }>;

/** How far the tree has come, in one document that is moved after the tiles. */
export type TreeState = Mark &
  Readonly<{
    /** Counts those who wrote: who lost the tree to another can move it no more. */
    epoch: number;
    /** An earlier mark: what stands between the two is compared with the log before more is added to it. */
    before: Mark;
    /** Revision of the last head that was met in the log, -1 for none. */
    headRevision: number;
  }>;

/** Where the entries of a bundle stand in the log, in their order. */
export type Positions = Readonly<{ index: number; positions: readonly number[] }>;

/** A tile that was asked for is not there. */
export class TileMissing extends Error {
  override readonly name = 'TileMissing';
}

type StoredTile = Readonly<{ _id: string; level: number | 'entries'; index: number; width: number; data: Binary }>;
type StoredPositions = Readonly<{ _id: number; first: number; width: number; positions: readonly number[] }>;
type StoredState = TreeState & Readonly<{ _id: string }>;

const tree = 'tree';

/** Tiles of the proof log in MongoDB. Everything here is made of the log again where it is dropped. Throws what the driver throws. */
export class TileStore {
  readonly #states: Collection<StoredState>;
  readonly #tiles: Collection<StoredTile>;
  readonly #positions: Collection<StoredPositions>;

  constructor(database: Db) {
    this.#states = database.collection<StoredState>('proof-tree');
    this.#tiles = database.collection<StoredTile>('proof-tiles');
    this.#positions = database.collection<StoredPositions>('proof-positions');
  }

  async createIndexes(): Promise<void> {
    await this.#tiles.createIndex({ level: 1, index: 1 });
    await this.#positions.createIndex({ first: 1 });
  }

  state(): Promise<TreeState | null> {
    return this.#states.findOne({ _id: tree });
  }

  /** Takes the tree over from whoever wrote it before; answers how far it has come, null where there is none. */
  takeOver(): Promise<TreeState | null> {
    return this.#states.findOneAndUpdate({ _id: tree }, { $inc: { epoch: 1 } }, { returnDocument: 'after' });
  }

  /** Throws away everything, and begins with nothing; answers the state of nothing. */
  async begin(): Promise<TreeState> {
    const epoch = 1 + ((await this.#states.findOne({ _id: tree }))?.epoch ?? 0);
    const state = { size: 0, position: null, before: { size: 0, position: null }, headRevision: -1, epoch };
    await this.#states.replaceOne({ _id: tree }, state, { upsert: true });
    await this.#tiles.deleteMany({});
    await this.#positions.deleteMany({});
    return state;
  }

  /** Drops what was written beyond a size by a process that was stopped before it could say so. */
  async cutTo(size: number, edge: readonly TileData[], positions: Positions): Promise<void> {
    const kept = (level: number | 'entries'): number =>
      Math.ceil(Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level)) / tileWidth);
    for (const level of ['entries', ...Array.from({ length: 8 }, (_, at) => at)] as const)
      await this.#tiles.deleteMany({ level, index: { $gte: kept(level) } });
    await this.#positions.deleteMany({ _id: { $gte: kept('entries') } });
    for (const { tile, data } of edge)
      await this.#tiles.replaceOne({ _id: tilePath({ ...tile, width: tileWidth }) }, storedTile({ tile, data }));
    if (positions.positions.length % tileWidth > 0)
      await this.#positions.replaceOne({ _id: positions.index }, storedPositions(positions));
  }

  /** Writes tiles over narrower ones, never over wider ones: a tile only grows, whoever writes it. */
  async write(tiles: readonly TileData[], positions: readonly Positions[]): Promise<void> {
    await grow(
      this.#tiles,
      tiles.map(({ tile, data }) => {
        const { _id, ...stored } = storedTile({ tile, data });
        const filter = { _id: tilePath({ ...tile, width: tileWidth }), width: { $lt: tile.width } };
        return { updateOne: { filter, update: { $set: stored }, upsert: true } };
      }),
    );
    await grow(
      this.#positions,
      positions.map((one) => {
        const { _id, ...stored } = storedPositions(one);
        return { updateOne: { filter: { _id, width: { $lt: stored.width } }, update: { $set: stored }, upsert: true } };
      }),
    );
  }

  /** Moves the state from one to the next; false where another process has taken the tree over. */
  async move(from: TreeState, to: Omit<TreeState, 'epoch'>): Promise<boolean> {
    const { epoch, size } = from;
    return (await this.#states.updateOne({ _id: tree, epoch, size }, { $set: { ...to } })).matchedCount === 1;
  }

  /** Reads tiles, perhaps wider than asked for. Throws `TileMissing`. */
  readonly read: ReadTiles = async (tiles) => {
    const ids = tiles.map((tile) => tilePath({ ...tile, width: tileWidth }));
    const found = await this.#tiles.find({ _id: { $in: ids } }).toArray();
    const byId = new Map(found.map(({ _id, ...one }) => [_id, one]));
    return tiles.map((tile, at) => {
      const stored = byId.get(ids[at] ?? '');
      if (!stored || stored.width < tile.width) throw new TileMissing(`${tilePath(tile)} is not there`);
      return bytesOf(stored.data);
    });
  };

  /** Log positions of the entries of a bundle; empty where it is not there. */
  async positionsOf(index: number): Promise<readonly number[]> {
    return (await this.#positions.findOne({ _id: index }))?.positions ?? [];
  }

  /** The index of the entry of the event at a log position; null where it has none yet. */
  async indexAt(position: number): Promise<number | null> {
    const [found] = await this.#positions
      .find({ first: { $lte: position } })
      .sort({ first: -1 })
      .limit(1)
      .toArray();
    if (!found) return null;
    const { _id: bundle, positions } = found;
    const at = positions.indexOf(position);
    return at < 0 ? null : bundle * tileWidth + at;
  }
}

const storedTile = ({ tile: { level, index, width }, data }: TileData): StoredTile => ({
  _id: tilePath({ level, index, width: tileWidth }),
  level,
  index,
  width,
  // The driver writes bytes as what it reads them back as.
  data: Buffer.from(data) as unknown as Binary,
});

const storedPositions = ({ index, positions }: Positions): StoredPositions => ({
  _id: index,
  first: positions[0] ?? 0,
  width: positions.length,
  positions,
});

/** A wider one is there already where the id is taken. */
const grow = async <T extends { _id: string } | { _id: number }>(
  collection: Collection<T>,
  operations: AnyBulkWriteOperation<T>[],
): Promise<void> => {
  if (operations.length === 0) return;
  try {
    await collection.bulkWrite(operations, { ordered: false });
  } catch (error) {
    if (duplicatesIn(error) === null) throw error;
  }
};

const bytesOf = (data: Binary): Uint8Array => new Uint8Array(data.buffer.subarray(0, data.position));
