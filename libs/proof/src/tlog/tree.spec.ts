import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sha256 } from '../node.js';
import { entriesTo, MemoryLog } from '../testing/memory-log.js';
import { toHex } from './bytes.js';
import { appendEntries, edgeRoot, edgeTiles, emptyEdge, readEdge } from './edge.js';
import { leafHash, nodeHash, splitOf } from './merkle.js';
import { consistencyProof, inclusionProof, treeRoot } from './prove.js';
import { entriesOf, tilePath } from './tiles.js';
import { verifyConsistency, verifyInclusion } from './verify.js';

/** RFC 6962, section 2.1, as it is written: MTH, PATH and SUBPROOF over all leaves. */
const mth = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(mth(leaves.slice(0, split)), mth(leaves.slice(split)), sha256);
};

const path = (index: number, leaves: readonly Uint8Array[]): Uint8Array[] => {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split ? [...path(index, left), mth(right)] : [...path(index - split, right), mth(left)];
};

const subproof = (old: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
  if (old === leaves.length) return whole ? [] : [mth(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return old <= split
    ? [...subproof(old, left, whole), mth(right)]
    : [...subproof(old - split, right, false), mth(left)];
};

const sizes = [0, 1, 2, 3, 7, 8, 70, 255, 256, 257, 511, 512, 513, 1000];

describe('the tree', () => {
  it.each(sizes)('of %d leaves has the root of RFC 6962, from its edge and from its tiles', async (size) => {
    const log = new MemoryLog();
    log.append(entriesTo(size));
    const root = toHex(mth(entriesTo(size).map((entry) => leafHash(entry, sha256))));

    expect(toHex(edgeRoot(log.edge, sha256))).toBe(root);
    expect(toHex(await treeRoot(size, log.read, sha256))).toBe(root);
  });

  it('is the same however the entries are cut into batches, and from an edge that is read again', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }), async (batches) => {
        const size = batches.reduce((sum, batch) => sum + batch, 0);
        const whole = new MemoryLog();
        whole.append(entriesTo(size));
        const cut = new MemoryLog();
        for (const batch of batches) {
          cut.edge = await readEdge(cut.edge.size, cut.read);
          cut.append(entriesTo(cut.edge.size + batch, cut.edge.size));
        }

        expect(cut.edge).toEqual(whole.edge);
        for (const [at, data] of whole.tiles) expect(cut.tiles.get(at)).toEqual(data);
      }),
      { numRuns: 20 },
    ));

  it('has the partial tiles that the specification counts for 70,000 leaves', () => {
    const { edge, full } = appendEntries(emptyEdge, entriesTo(70_000), sha256);

    expect(full.filter(({ tile }) => tile.level === 0)).toHaveLength(273);
    expect(full.filter(({ tile }) => tile.level === 'entries')).toHaveLength(273);
    expect(full.filter(({ tile }) => tile.level === 1)).toHaveLength(1);
    expect(edgeTiles(edge).map(({ tile, data }) => [tilePath(tile), tile.level === 'entries' || data.length])).toEqual([
      ['tile/entries/273.p/112', true],
      ['tile/0/273.p/112', 112 * 32],
      ['tile/1/001.p/17', 17 * 32],
      ['tile/2/000.p/1', 32],
    ]);
    expect(full.every(({ tile, data }) => tile.level === 'entries' || data.length === 8192)).toBe(true);
    expect(entriesOf(edge.bundle)).toEqual(entriesTo(70_000, 273 * 256));
  });
});

describe('proofs made from tiles', () => {
  const log = new MemoryLog();
  const leaves = entriesTo(1000).map((entry) => leafHash(entry, sha256));
  for (const size of [...sizes, 1000]) log.append(entriesTo(size, log.edge.size));

  it.each(sizes.filter((size) => size > 0))(
    'of inclusion in %d leaves are those of RFC 6962 and hold',
    async (size) => {
      const root = mth(leaves.slice(0, size));
      for (const index of new Set([0, 1, size >> 1, size - 2, size - 1])) {
        if (index < 0 || index >= size) continue;
        const proof = await inclusionProof({ index, size }, log.read, sha256);

        expect(proof).toEqual(path(index, leaves.slice(0, size)));
        expect(verifyInclusion({ index, leaf: leaves[index]!, size, root, proof }, sha256)).toBe(true);
      }
    },
  );

  it.each(sizes)(
    'of consistency from %d leaves to each larger size are those of RFC 6962 and hold',
    async (oldSize) => {
      const oldRoot = mth(leaves.slice(0, oldSize));
      for (const size of sizes.filter((larger) => larger >= oldSize)) {
        const root = mth(leaves.slice(0, size));
        const proof = await consistencyProof({ oldSize, size }, log.read, sha256);

        expect(proof).toEqual(oldSize === 0 ? [] : subproof(oldSize, leaves.slice(0, size), true));
        expect(verifyConsistency({ oldSize, oldRoot, size, root, proof }, sha256)).toBe(true);
      }
    },
  );
});
