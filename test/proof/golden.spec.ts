import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  consistencyProof,
  edgeRoot,
  emptyRoot,
  inclusionProof,
  leafHash,
  openCheckpoint,
  openNote,
  parseCheckpointText,
  parseNote,
  parseVkey,
  signNote,
  toBase64,
  toHex,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  vkeyText,
} from '@app/proof';
import { nodeCrypto, sha256, signerOf } from '@app/proof/node';
import {
  buildGoldenLog,
  goldenConsistency,
  goldenCosigned,
  goldenEntry,
  goldenInclusion,
  goldenNotes,
  goldenRoots,
  goldenTiles,
} from './golden.js';

const rootOf = (size: number): Uint8Array => goldenRoots.get(size) ?? emptyRoot(sha256);

describe('the tree of golang.org/x/mod/sumdb/tlog is ours', () => {
  let log: ReturnType<typeof buildGoldenLog>;
  beforeAll(() => {
    log = buildGoldenLog();
  });

  it('in every root, out of the edge and out of the tiles', async () => {
    for (const [size, root] of goldenRoots) {
      expect([size, toHex(edgeRoot(log.edges.get(size)!, sha256))]).toEqual([size, toHex(root)]);
      expect([size, toHex(await treeRoot(size, log.read, sha256))]).toEqual([size, toHex(root)]);
    }
  });

  it('in every tile, full and partial, byte for byte', () => {
    const ours = Object.keys(goldenTiles).map((path) => {
      const data = log.tiles.get(path);
      return [path, data === undefined ? 'no such tile' : toHex(sha256(data))];
    });
    expect(Object.fromEntries(ours)).toEqual(goldenTiles);
  });

  it('in every inclusion proof, and ours holds theirs to be right', async () => {
    for (const { size, index, proof } of goldenInclusion) {
      const ours = await inclusionProof({ size, index }, log.read, sha256);
      expect([size, index, ours.map(toHex)]).toEqual([size, index, proof.map(toHex)]);
      const leaf = leafHash(goldenEntry(index), sha256);
      expect([size, index, verifyInclusion({ index, leaf, size, root: rootOf(size), proof }, sha256)]).toEqual([
        size,
        index,
        true,
      ]);
    }
  });

  it('in every consistency proof, and ours holds theirs to be right', async () => {
    for (const { oldSize, size, proof } of goldenConsistency) {
      const ours = await consistencyProof({ oldSize, size }, log.read, sha256);
      expect([oldSize, size, ours.map(toHex)]).toEqual([oldSize, size, proof.map(toHex)]);
      const claim = { oldSize, oldRoot: rootOf(oldSize), size, root: rootOf(size), proof };
      expect([oldSize, size, verifyConsistency(claim, sha256)]).toEqual([oldSize, size, true]);
    }
  });
});

describe('the notes of golang.org/x/mod/sumdb/note', () => {
  it.each(goldenNotes)('are opened here, and signed here to the same bytes: $text', async ({ text, keys, note }) => {
    const vkeys = keys.map(({ vkey }) => parseVkey(vkey, sha256));
    const opened = await openNote(note, vkeys, nodeCrypto);

    expect(opened).toEqual({ text, verified: vkeys.map((vkey) => ({ vkey })) });
    expect(await signNote(text, ...keys.map(({ skey }) => signerOf(skey)))).toBe(note);
    expect(keys.map(({ skey }) => vkeyText(signerOf(skey).vkey))).toEqual(keys.map(({ vkey }) => vkey));
  });

  it('hold checkpoints that are read here', () => {
    const read = goldenNotes
      .filter(({ text }) => text.startsWith('log.example/golden\n'))
      .map(({ note }) => {
        const { origin, size, root, extensions } = parseCheckpointText(parseNote(note).text);
        return [origin, size, toBase64(root) === toBase64(rootOf(size)), extensions];
      });
    expect(read).toEqual([
      ['log.example/golden', 0, true, undefined],
      ['log.example/golden', 1, true, undefined],
      ['log.example/golden', 70, true, undefined],
      ['log.example/golden', 70, true, ['an extension', 'another']],
    ]);
  });
});

describe('the cosignatures of github.com/transparency-dev/formats', () => {
  it.each(goldenCosigned)('are verified here, with their time: $size leaves', async ({ log, witnesses, ...golden }) => {
    const vkeys = witnesses.map(({ vkey }) => parseVkey(vkey, sha256));
    const known = { log: { origin: 'log.example/golden', vkeys: [parseVkey(log.vkey, sha256)] }, witnesses: vkeys };

    expect(await openCheckpoint(golden.note, known, nodeCrypto)).toEqual({
      checkpoint: { origin: 'log.example/golden', size: golden.size, root: rootOf(golden.size) },
      cosignatures: vkeys.map((vkey, at) => ({ vkey, timestamp: golden.seconds[at] })),
    });
  });
});
