import { decimal, isPosition, Malformed } from './bytes.js';

/** Hashes or entries in a full tile. */
export const tileWidth = 256;

/** Bytes of a hash. */
export const hashBytes = 32;

/**
 * A tile of hashes (`level` from 0) or a bundle of entries (`level` "entries"): the `index`-th of its level, with `width`
 * hashes or entries; below 256 it is partial (C2SP tlog-tiles, "Merkle Tree" and "Log entries").
 */
export type Tile = Readonly<{ level: number | 'entries'; index: number; width: number }>;

/** A tile and its bytes: 32 for each hash, or a big-endian uint16 length and the entry for each entry. */
export type TileData = Readonly<{ tile: Tile; data: Uint8Array }>;

/**
 * Reads tiles, in the order asked for. A tile may come wider than asked for (a partial one that is full by now): it is cut.
 * It throws where a tile is not there.
 */
export type ReadTiles = (tiles: readonly Tile[]) => Promise<readonly Uint8Array[]>;

/** `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`, as served below the log's prefix. */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${indexPath(index)}${width === tileWidth ? '' : `.p/${width}`}`;

/** 1234067 is `x001/x234/067`. */
const indexPath = (index: number): string => {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
};

const pathForm = /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** Reads a path back. Throws `Malformed` for all but the one path of a tile, and for an index beyond 2^53 - 1. */
export const parseTilePath = (path: string): Tile => {
  const [, level, groups, width = tileWidth] = pathForm.exec(path) ?? [];
  if (level === undefined || groups === undefined) throw new Malformed('not the path of a tile');
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: decimal(groups.replaceAll(/[x/]/g, '').replace(/^0+(?=[0-9])/, '')),
    width: Number(width),
  };
  if (tile.width > tileWidth || tilePath(tile) !== path) throw new Malformed('not the one path of a tile');
  return tile;
};

/** The width of a tile in a tree of `size` leaves: 256 where it is full, 0 where it is not there. */
export const widthOf = (level: number | 'entries', index: number, size: number): number => {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));
  return Math.min(Math.max(hashes - index * tileWidth, 0), tileWidth);
};

/** The partial tiles of a tree, bundle first, then upwards: what grows when it grows. Empty ones are not named. */
export const partialTiles = (size: number): Tile[] => {
  const tiles: Tile[] = [];
  if (size % tileWidth > 0)
    tiles.push({ level: 'entries', index: Math.floor(size / tileWidth), width: size % tileWidth });
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / tileWidth)) {
    const width = hashes % tileWidth;
    if (width > 0) tiles.push({ level, index: Math.floor(hashes / tileWidth), width });
  }
  return tiles;
};

/** The bytes of a tile cut to its width. Throws `Malformed` where they are too few or not of its form. */
export const cutTile = ({ level, width }: Tile, data: Uint8Array): Uint8Array => {
  const length = level === 'entries' ? entriesLength(data, width) : width * hashBytes;
  if (data.length < length)
    throw new Malformed(`a tile of width ${width} has at least ${length} bytes, not ${data.length}`);
  return data.subarray(0, length);
};

const entriesLength = (bundle: Uint8Array, width: number): number => {
  let at = 0;
  for (let count = 0; count < width; count += 1) at = endOfEntry(bundle, at);
  return at;
};

const endOfEntry = (bundle: Uint8Array, at: number): number => {
  const [high, low] = bundle.subarray(at, at + 2);
  if (high === undefined || low === undefined) throw new Malformed('an entry bundle ends within a length');
  const end = at + 2 + high * 256 + low;
  if (end > bundle.length) throw new Malformed('an entry bundle ends within an entry');
  return end;
};

/** The bundle of some entries: each behind its length, a big-endian uint16. Throws `Malformed` for one above 65535 bytes. */
export const entryBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new Malformed(`an entry has at most 65535 bytes, not ${entry.length}`);
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 0xff;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
};

/** The entries of a bundle. Throws `Malformed` where it ends within one. */
export const entriesOf = (bundle: Uint8Array): Uint8Array[] => {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = endOfEntry(bundle, at);
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
};

/** Reads tiles and cuts each to its width. */
export const readCut = async (tiles: readonly Tile[], read: ReadTiles): Promise<Uint8Array[]> => {
  for (const { index } of tiles) if (!isPosition(index)) throw new Malformed('an index of a tile is beyond 2^53 - 1');
  const found = await read(tiles);
  return tiles.map((tile, at) => cutTile(tile, found[at] ?? new Uint8Array(0)));
};
