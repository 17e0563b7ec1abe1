import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sha256 } from '../node.js';
import { entriesTo, MemoryLog } from '../testing/memory-log.js';
import { utf8 } from './bytes.js';
import { appendEntries, edgeRoot, readEdge } from './edge.js';
import { emptyRoot, leafHash, nodeHash, splitOf } from './merkle.js';
import { consistencyProof, inclusionProof, treeRoot } from './prove.js';
import type { ReadTiles } from './tiles.js';
import { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './verify.js';

const log = new MemoryLog();
log.append(entriesTo(600));
const leaves = entriesTo(600).map((entry) => leafHash(entry, sha256));

const inclusionOf = async (index: number, size: number): Promise<Inclusion> => ({
  index,
  size,
  leaf: leaves[index]!,
  root: await treeRoot(size, log.read, sha256),
  proof: await inclusionProof({ index, size }, log.read, sha256),
});

const consistencyOf = async (oldSize: number, size: number): Promise<Consistency> => ({
  oldSize,
  size,
  oldRoot: await treeRoot(oldSize, log.read, sha256),
  root: await treeRoot(size, log.read, sha256),
  proof: await consistencyProof({ oldSize, size }, log.read, sha256),
});

/** The bytes with one bit turned. */
const turned = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

/** Every claim that has one bit of a hash, or one hash, other than it should. */
const altered = function* (proof: readonly Uint8Array[]): Generator<Uint8Array[]> {
  for (const at of proof.keys()) {
    for (let bit = 0; bit < 256; bit += 1) yield proof.map((hash, i) => (i === at ? turned(hash, bit) : hash));
    yield proof.toSpliced(at, 1);
    yield proof.toSpliced(at, 0, proof[at]!);
    yield proof.map((hash, i) => (i === at ? hash.subarray(1) : hash));
  }
  yield [...proof, new Uint8Array(32)];
};

const pairs = fc
  .tuple(fc.integer({ min: 0, max: 599 }), fc.integer({ min: 1, max: 600 }))
  .map(([one, other]): [number, number] => (one < other ? [one, other] : [other - 1, one + 1]));

describe('an inclusion proof', () => {
  it('holds, and no other bit of proof, leaf or root does', () =>
    fc.assert(
      fc.asyncProperty(pairs, async ([index, size]) => {
        const claim = await inclusionOf(index, size);
        const holds = (change: Partial<Inclusion>): boolean => verifyInclusion({ ...claim, ...change }, sha256);

        expect(holds({})).toBe(true);
        for (const proof of altered(claim.proof)) expect(holds({ proof })).toBe(false);
        for (let bit = 0; bit < 256; bit += 1) {
          expect(holds({ leaf: turned(claim.leaf, bit) })).toBe(false);
          expect(holds({ root: turned(claim.root, bit) })).toBe(false);
        }
      }),
      { numRuns: 4 },
    ));

  it('holds at no other index, and in no tree that has another path there', () =>
    fc.assert(
      fc.asyncProperty(pairs, async ([index, size]) => {
        const claim = await inclusionOf(index, size);
        for (let other = 0; other < size; other += 1) {
          expect(verifyInclusion({ ...claim, index: other }, sha256)).toBe(other === index);
        }
        for (const other of [-1, 0.5, size, 2 ** 53, Number.NaN]) {
          expect(verifyInclusion({ ...claim, index: other }, sha256)).toBe(false);
        }
        for (const other of [0, index, size * 2 + 1, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
          expect(verifyInclusion({ ...claim, size: other }, sha256)).toBe(false);
        }
      }),
      { numRuns: 4 },
    ));
});

describe('a proof for roots that were made up to fit it', () => {
  const [one, other, stray] = [leaves[0]!, leaves[1]!, leaves[2]!];
  const above = (hash: Uint8Array): Uint8Array => nodeHash(stray, hash, sha256);

  it('does not hold where it has more hashes than the tree has levels', async () => {
    const inclusion = await inclusionOf(2, 3);
    const consistency = await consistencyOf(3, 4);
    const more = { root: above(inclusion.root), proof: [...inclusion.proof, stray] };
    const moreOfBoth = {
      oldRoot: above(consistency.oldRoot),
      root: above(consistency.root),
      proof: [...consistency.proof, stray],
    };

    expect(verifyInclusion({ ...inclusion, ...more }, sha256)).toBe(false);
    expect(verifyInclusion({ index: 0, size: 1, leaf: one, root: above(one), proof: [stray] }, sha256)).toBe(false);
    expect(verifyConsistency({ ...consistency, ...moreOfBoth }, sha256)).toBe(false);
  });

  it('does not hold where it has fewer', () => {
    const root = nodeHash(one, other, sha256);

    expect(verifyInclusion({ index: 0, size: 2, leaf: one, root: one, proof: [] }, sha256)).toBe(false);
    expect(verifyInclusion({ index: 0, size: 3, leaf: one, root, proof: [other] }, sha256)).toBe(false);
    expect(verifyConsistency({ oldSize: 4, oldRoot: root, size: 8, root, proof: [] }, sha256)).toBe(false);
    expect(verifyConsistency({ oldSize: 3, oldRoot: root, size: 8, root, proof: [root] }, sha256)).toBe(false);
    expect(verifyConsistency({ oldSize: 3, oldRoot: root, size: 8, root, proof: [] }, sha256)).toBe(false);
  });
});

describe('a consistency proof', () => {
  it('holds, and no other bit of proof or roots does', () =>
    fc.assert(
      fc.asyncProperty(pairs, async ([smaller, size]) => {
        const claim = await consistencyOf(smaller + 1, size);
        const holds = (change: Partial<Consistency>): boolean => verifyConsistency({ ...claim, ...change }, sha256);

        expect(holds({})).toBe(true);
        for (const proof of altered(claim.proof)) expect(holds({ proof })).toBe(false);
        for (let bit = 0; bit < 256; bit += 1) {
          expect(holds({ oldRoot: turned(claim.oldRoot, bit) })).toBe(false);
          expect(holds({ root: turned(claim.root, bit) })).toBe(false);
        }
        for (const oldSize of [-1, 0.5, size + 1, Number.NaN]) expect(holds({ oldSize })).toBe(false);
      }),
      { numRuns: 4 },
    ));

  it('is empty from no leaves, whose root is that of nothing, and between equal trees', async () => {
    const [root, other] = [await treeRoot(5, log.read, sha256), await treeRoot(6, log.read, sha256)];
    const nothing = emptyRoot(sha256);
    const holds = (claim: Consistency): boolean => verifyConsistency(claim, sha256);

    expect(holds({ oldSize: 0, oldRoot: nothing, size: 5, root, proof: [] })).toBe(true);
    expect(holds({ oldSize: 0, oldRoot: nothing, size: 0, root: nothing, proof: [] })).toBe(true);
    expect(holds({ oldSize: 0, oldRoot: other, size: 5, root, proof: [] })).toBe(false);
    expect(holds({ oldSize: 0, oldRoot: other, size: 0, root: other, proof: [] })).toBe(false);
    expect(holds({ oldSize: 0, oldRoot: nothing, size: 5, root, proof: [root] })).toBe(false);
    expect(holds({ oldSize: 5, oldRoot: root, size: 5, root, proof: [] })).toBe(true);
    expect(holds({ oldSize: 5, oldRoot: root, size: 5, root, proof: [root] })).toBe(false);
    expect(holds({ oldSize: 5, oldRoot: other, size: 5, root, proof: [] })).toBe(false);
  });

  it('is not made for what is not in the tree', async () => {
    await expect(inclusionProof({ index: 5, size: 5 }, log.read, sha256)).rejects.toThrow('no leaf 5 in a tree of 5');
    await expect(inclusionProof({ index: 0, size: 2 ** 53 }, log.read, sha256)).rejects.toThrow('no leaf 0');
    await expect(consistencyProof({ oldSize: 6, size: 5 }, log.read, sha256)).rejects.toThrow('does not extend');
  });

  it('is not made of a tile that is too short', async () => {
    const short: ReadTiles = (tiles) => Promise.resolve(tiles.map(() => new Uint8Array(32)));

    await expect(inclusionProof({ index: 3, size: 5 }, short, sha256)).rejects.toThrow('at least 160 bytes, not 32');
  });
});

/** A tree whose leaves are all the same, so that one of any size can be had: the hash of a complete subtree by its height. */
const entry = utf8('the same');
const complete: Uint8Array[] = [leafHash(entry, sha256)];
for (let height = 1; height <= 53; height += 1) complete.push(nodeHash(complete.at(-1)!, complete.at(-1)!, sha256));

const sameTiles: ReadTiles = (tiles) =>
  Promise.resolve(
    tiles.map(({ level, width }) =>
      level === 'entries'
        ? new Uint8Array(width * (2 + entry.length)).fill(0)
        : Uint8Array.from(Array.from({ length: width }, () => [...complete[level * 8]!]).flat()),
    ),
  );

const sameRoot = (size: number): Uint8Array => {
  const split = splitOf(size);
  return size === 1 ? complete[0]! : nodeHash(complete[Math.log2(split)]!, sameRoot(size - split), sha256);
};

const huge = fc.oneof(
  fc.integer({ min: 2 ** 32 + 1, max: 2 ** 53 - 1 }),
  fc.integer({ min: 32, max: 53 }).map((power) => 2 ** power - 1),
  fc.integer({ min: 33, max: 52 }).map((power) => 2 ** power),
  fc.integer({ min: 32, max: 52 }).map((power) => 2 ** power + 1),
);

describe('trees of more than 2^32 leaves, up to 2^53 - 1', () => {
  it('have roots and proofs that hold', () =>
    fc.assert(
      fc.asyncProperty(huge, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (size, part) => {
        const index = Math.floor(size * part);
        const root = sameRoot(size);
        const oldSize = index + 1;
        const inclusion = await inclusionProof({ index, size }, sameTiles, sha256);
        const consistency = await consistencyProof({ oldSize, size }, sameTiles, sha256);

        expect(await treeRoot(size, sameTiles, sha256)).toEqual(root);
        expect(verifyInclusion({ index, leaf: complete[0]!, size, root, proof: inclusion }, sha256)).toBe(true);
        const claim = { oldSize, oldRoot: sameRoot(oldSize), size, root, proof: consistency };
        expect(verifyConsistency(claim, sha256)).toBe(true);
      }),
      { numRuns: 25 },
    ));

  it('grow by their edge', () =>
    fc.assert(
      fc.asyncProperty(huge, fc.integer({ min: 1, max: 300 }), async (size, more) => {
        fc.pre(size + more <= Number.MAX_SAFE_INTEGER);
        const edge = await readEdge(size, sameTiles);
        const grown = appendEntries(
          edge,
          Array.from({ length: more }, () => entry),
          sha256,
        );

        expect(edgeRoot(edge, sha256)).toEqual(sameRoot(size));
        expect(grown.edge.size).toBe(size + more);
        expect(edgeRoot(grown.edge, sha256)).toEqual(sameRoot(size + more));
      }),
      { numRuns: 25 },
    ));
});
