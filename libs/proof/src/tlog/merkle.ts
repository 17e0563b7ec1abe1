import { joined } from './bytes.js';

/** SHA-256 of some bytes, 32 bytes. It must not keep what it is given. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** A complete subtree: the hash of the leaves from `index * 2^height` to before `(index + 1) * 2^height`. */
export type Subtree = Readonly<{ height: number; index: number }>;

/** Leaves from `start` to before `end`. */
export type Range = Readonly<{ start: number; end: number }>;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a leaf: SHA-256 of `0x00` and the entry (RFC 6962, section 2.1). */
export const leafHash = (entry: Uint8Array, sha256: Sha256): Uint8Array => sha256(joined([leafPrefix, entry]));

/** The hashes of leaves behind one another, 32 bytes each. */
export const leafHashes = (entries: readonly Uint8Array[], sha256: Sha256): Uint8Array => {
  const hashes = new Uint8Array(entries.length * 32);
  const longest = entries.reduce((most, { length }) => Math.max(most, length), 0);
  const leaf = new Uint8Array(1 + longest);
  entries.forEach((entry, at) => {
    leaf.set(entry, 1);
    hashes.set(sha256(leaf.subarray(0, 1 + entry.length)), at * 32);
  });
  return hashes;
};

/** The hash of a node: SHA-256 of `0x01`, the left and the right hash (RFC 6962, section 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array =>
  sha256(joined([nodePrefix, left, right]));

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962, section 2.1). */
export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array(0));

/** The largest power of two below `size`: where RFC 6962 splits a tree of two leaves or more. */
export const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/**
 * The complete subtrees that a range is made of, left to right. The range must begin where a subtree of its size may,
 * as every range in a proof does.
 */
export const subtreesOf = ({ start, end }: Range): Subtree[] => {
  const subtrees: Subtree[] = [];
  let from = start;
  while (from < end) {
    const height = Math.floor(Math.log2(end - from));
    const exact = 2 ** height <= end - from ? height : height - 1;
    subtrees.push({ height: exact, index: from / 2 ** exact });
    from += 2 ** exact;
  }
  return subtrees;
};

/** The hash over hashes of complete subtrees that grow smaller to the right: joined from the right, as RFC 6962 splits. */
export const joinRight = (hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array =>
  hashes.reduceRight((right, left) => nodeHash(left, right, sha256));

/** The hash over 1, 2, 4, … hashes that stand behind one another, 32 bytes each. */
export const hashOfRow = (row: Uint8Array, sha256: Sha256): Uint8Array => {
  let hashes = row;
  while (hashes.length > 32) hashes = parentsOf(hashes, sha256);
  return hashes;
};

const parentsOf = (hashes: Uint8Array, sha256: Sha256): Uint8Array => {
  const parents = new Uint8Array(hashes.length / 2);
  const node = new Uint8Array(65);
  node[0] = 1;
  for (let at = 0; at < hashes.length; at += 64) {
    node.set(hashes.subarray(at, at + 64), 1);
    parents.set(sha256(node), at / 2);
  }
  return parents;
};
