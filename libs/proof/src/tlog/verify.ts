import { isPosition, sameBytes } from './bytes.js';
import { emptyRoot, nodeHash, type Sha256 } from './merkle.js';

/** That the leaf with `leaf` as its hash is the `index`-th (from 0) in the tree of `size` leaves with the root `root`. */
export type Inclusion = Readonly<{
  index: number;
  leaf: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}>;

/** That the tree of `size` leaves with the root `root` begins with the tree of `oldSize` leaves with the root `oldRoot`. */
export type Consistency = Readonly<{
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}>;

/** Whether an inclusion proof holds (RFC 9162, section 2.1.3.2, which checks what RFC 6962 makes). Throws nothing. */
export const verifyInclusion = ({ index, leaf, size, root, proof }: Inclusion, sha256: Sha256): boolean => {
  if (!isWithin(index, size - 1) || !areHashes([leaf, root, ...proof])) return false;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash, sha256);
      [node, last] = climb(node, last);
    } else {
      hash = nodeHash(hash, sibling, sha256);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
};

/**
 * Whether a consistency proof holds (RFC 9162, section 2.1.4.2). From size 0 and between equal sizes the proof must be
 * empty, as tlog-witness has it; a tree of size 0 has the root of no leaves. Throws nothing.
 */
export const verifyConsistency = (claim: Consistency, sha256: Sha256): boolean => {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!isWithin(oldSize, size) || !areHashes([oldRoot, root, ...proof])) return false;
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root) && isRootOf(size, root, sha256);
  if (oldSize === 0) return proof.length === 0 && isRootOf(oldSize, oldRoot, sha256);
  return holdsBetween(claim, sha256);
};

/** A tree of no leaves has one root; of any other nothing is known here. */
const isRootOf = (size: number, root: Uint8Array, sha256: Sha256): boolean =>
  size > 0 || sameBytes(root, emptyRoot(sha256));

const holdsBetween = ({ oldSize, oldRoot, size, root, proof }: Consistency, sha256: Sha256): boolean => {
  const place = climbOdd(oldSize - 1, size - 1);
  // An old size that is a power of two is a subtree of its own: its root is not repeated in the proof.
  const [first, ...siblings] = place[0] === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  const roots = rootsAbove(first, siblings, { place, sha256 });
  return roots !== null && sameBytes(roots.old, oldRoot) && sameBytes(roots.grown, root);
};

/** The roots of both trees above a subtree that both have; `null` where the siblings are too many or too few. */
const rootsAbove = (
  first: Uint8Array,
  siblings: readonly Uint8Array[],
  { place, sha256 }: Readonly<{ place: readonly [number, number]; sha256: Sha256 }>,
): Readonly<{ old: Uint8Array; grown: Uint8Array }> | null => {
  let [node, last] = place;
  let [old, grown] = [first, first];
  for (const sibling of siblings) {
    if (last === 0) return null;
    if (isOdd(node) || node === last) {
      old = nodeHash(sibling, old, sha256);
      grown = nodeHash(sibling, grown, sha256);
      [node, last] = climb(node, last);
    } else {
      grown = nodeHash(grown, sibling, sha256);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? { old, grown } : null;
};

const isOdd = (value: number): boolean => value % 2 === 1;

const half = (value: number): number => Math.floor(value / 2);

/** Up while the node is a left child at the right edge. */
const climb = (node: number, last: number): [number, number] =>
  isOdd(node) || node === 0 ? [node, last] : climb(half(node), half(last));

/** Up while the node is a right child. */
const climbOdd = (node: number, last: number): [number, number] =>
  isOdd(node) ? climbOdd(half(node), half(last)) : [node, last];

const isWithin = (position: number, most: number): boolean =>
  isPosition(position) && isPosition(most) && position <= most;

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ length }) => length === 32);
