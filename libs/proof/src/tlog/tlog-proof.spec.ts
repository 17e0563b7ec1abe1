import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../node.js';
import { crypto, log, logSigner, origin, witness } from '../testing/keys.js';
import { entriesTo, MemoryLog } from '../testing/memory-log.js';
import { textOf, utf8 } from './bytes.js';
import { cosign, signCheckpoint } from './checkpoint.js';
import { withSignatures } from './note.js';
import { inclusionProof, treeRoot } from './prove.js';
import { parseTlogProof, tlogProofText, verifyTlogProof } from './tlog-proof.js';

const malformed = expect.objectContaining({ name: 'Malformed' });
const entries = entriesTo(70);
const tree = new MemoryLog();
tree.append(entries);
const trusted = { log, witnesses: [witness.vkey] };

const proofOf = async (index: number, size: number, extra?: Uint8Array): Promise<string> => {
  const note = await signCheckpoint({ origin, size, root: await treeRoot(size, tree.read, sha256) }, logSigner);
  const checkpoint = withSignatures(note, [await cosign(note, witness, 1_679_315_147)]);
  const proof = await inclusionProof({ index, size }, tree.read, sha256);
  return tlogProofText({ index, proof, checkpoint, ...(extra ? { extra } : {}) });
};

describe('a tlog-proof', () => {
  it('tells the place of an entry, the head, and who saw it when', async () => {
    for (const [index, size] of [
      [0, 1],
      [0, 70],
      [37, 70],
      [69, 70],
    ] as const) {
      const verified = await verifyTlogProof(await proofOf(index, size), entries[index]!, trusted, crypto);

      expect([verified.index, verified.checkpoint.size]).toEqual([index, size]);
      expect(verified.cosignatures).toEqual([{ vkey: witness.vkey, timestamp: 1_679_315_147 }]);
    }
  });

  it('is read and written alike, with extra bytes and without', async () => {
    for (const text of [await proofOf(0, 1), await proofOf(5, 70), await proofOf(5, 70, Uint8Array.of(0, 255))]) {
      expect(tlogProofText(parseTlogProof(text))).toBe(text);
    }
    expect(parseTlogProof(await proofOf(5, 70, Uint8Array.of(0, 255))).extra).toEqual(Uint8Array.of(0, 255));
  });

  it('does not hold for another entry, place or log', async () => {
    const text = await proofOf(37, 70);

    await expect(verifyTlogProof(text, entries[36]!, trusted, crypto)).rejects.toThrow(
      'the entry is not the leaf 37 of the tree of 70',
    );
    await expect(verifyTlogProof(text.replace('index 37', 'index 36'), entries[37]!, trusted, crypto)).rejects.toThrow(
      'the entry is not the leaf 36',
    );
    const other = { log: { ...log, origin: 'other.example' } };
    await expect(verifyTlogProof(text, entries[37]!, other, crypto)).rejects.toThrow('the origin is');
  });

  it('does not hold with any one bit turned; one in the line of a witness at best loses the cosignature', async () => {
    const text = await proofOf(1, 3);
    const bytes = utf8(text);
    const witnessLine = utf8(text.slice(0, text.lastIndexOf('— '))).length;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const other = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const outcome = await (async () => verifyTlogProof(textOf(other), entries[1]!, trusted, crypto))().then(
        ({ cosignatures }) => cosignatures.length,
        () => 'refused',
      );
      expect(['refused', ...(bit >> 3 >= witnessLine ? [0] : [])]).toContain(outcome);
    }
  });

  it.each([
    ['another first line', (text: string) => text.replace('@v1', '@v2')],
    ['no index', (text: string) => text.replace(/index .*\n/, '')],
    ['an index with a zero before it', (text: string) => text.replace('index 5', 'index 05')],
    ['extra data behind the index', (text: string) => text.replace('index 5\n', 'index 5\nextra AA==\n')],
    ['extra data that is no base64', (text: string) => text.replace('index 5\n', 'extra A\nindex 5\n')],
    [
      'a hash of 33 bytes',
      (text: string) => text.replace('index 5\n', `index 5\n${Buffer.alloc(33).toString('base64')}\n`),
    ],
    ['no checkpoint', (text: string) => text.slice(0, text.indexOf('\n\n') + 2)],
    ['no blank line', (text: string) => text.replace('\n\n', '\n')],
  ])('is none with %s', async (_, alter) => {
    const text = await proofOf(5, 70);

    expect(() => parseTlogProof(alter(text))).toThrow(malformed);
  });
});
