import { joined } from './bytes.js';
import { emptyRoot, hashOfRow, joinRight, leafHashes, type Sha256 } from './merkle.js';
import { entryBundle, hashBytes, partialTiles, readCut, type ReadTiles, type TileData, tileWidth } from './tiles.js';

/**
 * The right edge of a tree: its size in leaves, the bytes of the partial tile of each level from 0 (none where it is
 * empty), and the bytes of the partial bundle of entries. It is all that appending needs, at most some 8 KiB a level.
 */
export type Edge = Readonly<{ size: number; tiles: readonly Uint8Array[]; bundle: Uint8Array }>;

const nothing: Uint8Array = new Uint8Array(0);

/** The edge of a tree without leaves. */
export const emptyEdge: Edge = { size: 0, tiles: [], bundle: nothing };

/** Reads the edge of a tree of `size` leaves from its partial tiles. Throws `Malformed` where one is too short. */
export const readEdge = async (size: number, read: ReadTiles): Promise<Edge> => {
  const partial = partialTiles(size);
  const found = await readCut(partial, read);
  const dataOf = (level: number | 'entries'): Uint8Array =>
    found[partial.findIndex((tile) => tile.level === level)] ?? nothing;
  const levels = Math.max(0, ...partial.map(({ level }) => (level === 'entries' ? 0 : level + 1)));
  return { size, tiles: Array.from({ length: levels }, (_, level) => dataOf(level)), bundle: dataOf('entries') };
};

/** The partial tiles of an edge with their bytes: what is to be kept for a size that a checkpoint names. */
export const edgeTiles = ({ size, tiles, bundle }: Edge): TileData[] =>
  partialTiles(size).map((tile) => ({
    tile,
    data: tile.level === 'entries' ? bundle : (tiles[tile.level] ?? nothing),
  }));

/** The root hash of the tree that ends in an edge; nothing else is read. */
export const edgeRoot = ({ size, tiles }: Edge, sha256: Sha256): Uint8Array => {
  if (size === 0) return emptyRoot(sha256);
  const hashes = tiles.toReversed().flatMap((tile) => completeRows(tile).map((row) => hashOfRow(row, sha256)));
  return joinRight(hashes, sha256);
};

/** The rows of 128, 64, …, 1 hashes that a partial tile is made of. */
const completeRows = (tile: Uint8Array): Uint8Array[] => {
  const rows: Uint8Array[] = [];
  let from = 0;
  for (let row = 128 * hashBytes; row >= hashBytes; row /= 2) {
    if (from + row > tile.length) continue;
    rows.push(tile.subarray(from, from + row));
    from += row;
  }
  return rows;
};

/**
 * Appends entries: the new edge and the tiles and bundles that became full, in the order in which they did. The tree
 * is the same however the entries are cut into batches. Throws `Malformed` for an entry above 65535 bytes.
 */
export const appendEntries = (
  edge: Edge,
  entries: readonly Uint8Array[],
  sha256: Sha256,
): Readonly<{ edge: Edge; full: TileData[] }> => {
  const full: TileData[] = [];
  const bundle = appendBundle(edge, entries, full);
  const tiles = [...edge.tiles];
  let hashes = leafHashes(entries, sha256);
  for (let level = 0; hashes.length > 0; level += 1) {
    const from = Math.floor(edge.size / tileWidth ** level);
    const row = joined([tiles[level] ?? nothing, hashes]);
    const grown = fullTiles(row, level, Math.floor(from / tileWidth));
    tiles[level] = row.slice(grown.length * tileWidth * hashBytes);
    full.push(...grown);
    hashes = joined(grown.map(({ data }) => hashOfRow(data, sha256)));
  }
  return { edge: { size: edge.size + entries.length, tiles, bundle }, full };
};

const fullTiles = (row: Uint8Array, level: number, first: number): TileData[] => {
  const bytes = tileWidth * hashBytes;
  return Array.from({ length: Math.floor(row.length / bytes) }, (_, at) => ({
    tile: { level, index: first + at, width: tileWidth },
    data: row.subarray(at * bytes, (at + 1) * bytes),
  }));
};

/** Fills bundles; the full ones go to `full`, the bytes of the last one are returned. */
const appendBundle = (edge: Edge, entries: readonly Uint8Array[], full: TileData[]): Uint8Array => {
  let bundle = edge.bundle;
  let size = edge.size;
  for (let at = 0; at < entries.length;) {
    const taken = entries.slice(at, at + tileWidth - (size % tileWidth));
    bundle = joined([bundle, entryBundle(taken)]);
    at += taken.length;
    size += taken.length;
    if (size % tileWidth > 0) continue;
    full.push({ tile: { level: 'entries', index: size / tileWidth - 1, width: tileWidth }, data: bundle });
    bundle = nothing;
  }
  return bundle;
};
