import { isPosition, Malformed } from './bytes.js';
import {
  emptyRoot,
  hashOfRow,
  joinRight,
  type Range,
  type Sha256,
  splitOf,
  type Subtree,
  subtreesOf,
} from './merkle.js';
import { hashBytes, readCut, type ReadTiles, tilePath, tileWidth, type Tile, widthOf } from './tiles.js';

/** The root hash of the tree's first `size` leaves, out of its tiles. Throws `Malformed` where a tile is too short. */
export const treeRoot = async (size: number, read: ReadTiles, sha256: Sha256): Promise<Uint8Array> => {
  if (size === 0) return emptyRoot(sha256);
  const [root = new Uint8Array(0)] = await hashesOf([{ start: 0, end: size }], { size, read, sha256 });
  return root;
};

/**
 * The inclusion proof of the leaf at `index` in the tree of `size` leaves, from the leaf's sibling upwards (RFC 6962,
 * section 2.1.1). Throws `Malformed` where the index is not in the tree or a tile is too short.
 */
export const inclusionProof = async (
  { index, size }: Readonly<{ index: number; size: number }>,
  read: ReadTiles,
  sha256: Sha256,
): Promise<Uint8Array[]> => {
  if (!isPosition(index) || !isPosition(size) || index >= size) {
    throw new Malformed(`no leaf ${index} in a tree of ${size}`);
  }
  return hashesOf(inclusionRanges(index, size), { size, read, sha256 });
};

/**
 * The consistency proof from the tree of `oldSize` leaves to that of `size` (RFC 6962, section 2.1.2). It is empty where
 * the sizes are equal, and from size 0, as tlog-witness has it. Throws `Malformed` where the old size is larger.
 */
export const consistencyProof = async (
  { oldSize, size }: Readonly<{ oldSize: number; size: number }>,
  read: ReadTiles,
  sha256: Sha256,
): Promise<Uint8Array[]> => {
  if (!isPosition(oldSize) || !isPosition(size) || oldSize > size) {
    throw new Malformed(`a tree of ${size} does not extend one of ${oldSize}`);
  }
  return oldSize === 0 ? [] : hashesOf(consistencyRanges(oldSize, size), { size, read, sha256 });
};

/** PATH of RFC 6962, section 2.1.1, as ranges of leaves. */
const inclusionRanges = (index: number, size: number): Range[] => {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (index < split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  return ranges.reverse();
};

/** SUBPROOF of RFC 6962, section 2.1.2, as ranges of leaves. */
const consistencyRanges = (oldSize: number, size: number): Range[] => {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (oldSize < end) {
    const split = start + splitOf(end - start);
    if (oldSize <= split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  // The old tree itself, where it is a subtree of the new one, is known to whoever checks.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
};

type Source = Readonly<{ size: number; read: ReadTiles; sha256: Sha256 }>;

/** The hashes of ranges, all tiles read at once. */
const hashesOf = async (ranges: readonly Range[], { size, read, sha256 }: Source): Promise<Uint8Array[]> => {
  const subtrees = ranges.map(subtreesOf);
  const tiles = new Map(
    subtrees
      .flat()
      .map((subtree) => tileOf(subtree, size))
      .map((tile) => [tilePath(tile), tile]),
  );
  const found = await readCut([...tiles.values()], read);
  const data = new Map([...tiles.keys()].map((path, at) => [path, found[at]]));
  const hashOf = (subtree: Subtree): Uint8Array => {
    const row = rowOf(subtree, data.get(tilePath(tileOf(subtree, size))) ?? new Uint8Array(0));
    return hashOfRow(row, sha256);
  };
  return subtrees.map((parts) => joinRight(parts.map(hashOf), sha256));
};

/** The tile that holds a subtree's own hash, or the lowest row of hashes below it. */
const tileOf = ({ height, index }: Subtree, size: number): Tile => {
  const level = Math.floor(height / 8);
  const at = Math.floor((index * 2 ** (height % 8)) / tileWidth);
  return { level, index: at, width: widthOf(level, at, size) };
};

const rowOf = ({ height, index }: Subtree, tile: Uint8Array): Uint8Array => {
  const hashes = 2 ** (height % 8);
  const from = (index * hashes) % tileWidth;
  return tile.subarray(from * hashBytes, (from + hashes) * hashBytes);
};
