import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  consistencyProof,
  cosign,
  edgeRoot,
  inclusionProof,
  openCheckpoint,
  parseVkey,
  signCheckpoint,
  signNote,
  tlogProofText,
  toBase64,
  utf8,
  vkeyText,
  withSignatures,
} from '@app/proof';
import { nodeCrypto, sha256, signerOf, skeyOf } from '@app/proof/node';
import { temporaryFolder } from '../support/process.js';
import { buildGoProgram, describeWithGo } from './go.js';
import { buildGoldenLog, goldenEntry, goldenText } from './golden.js';

const origin = 'log.example/ours';
const seedOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const logSigner = signerOf(skeyOf({ name: origin, seed: seedOf(11) }));
const otherSigner = signerOf(skeyOf({ name: 'other.example/ours', seed: seedOf(12) }));
const witnesses = [13, 14].map((byte) =>
  signerOf(skeyOf({ name: `witness.example/w${byte}`, seed: seedOf(byte), type: 'cosignature' })),
);
const vkey = vkeyText(logSigner.vkey);

type Verdicts = Readonly<Record<string, readonly string[]>>;

describeWithGo('an implementation that is not ours', () => {
  let runGo: ReturnType<typeof buildGoProgram>;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const log = buildGoldenLog();
  const sizes = [...log.edges.keys()].filter((size) => size < 10 || size > 60);
  const rootAt = (size: number): Uint8Array => edgeRoot(log.edges.get(size)!, sha256);
  const rootText = (size: number): string => toBase64(rootAt(size));

  beforeAll(async () => {
    folder = await temporaryFolder();
    runGo = buildGoProgram(folder.path);
    runGo(['make', folder.path]);
  }, 180_000);

  afterAll(() => folder.remove());

  /** What Go says of each claim: "" where it holds. */
  const verdictsOn = (claims: object): Verdicts =>
    // The shape that the program writes.
    JSON.parse(runGo(['check'], JSON.stringify(claims))) as Verdicts;

  const expectAllHold = (kind: string, claims: readonly object[]): void => {
    expect(claims.length).toBeGreaterThan(0);
    expect(verdictsOn({ [kind]: claims })[kind]).toEqual(claims.map(() => ''));
  };

  it('makes the golden files that are kept here, byte for byte', () => {
    const others = ['tree.json', 'notes.json'].filter(
      (name) => readFileSync(join(folder.path, name), 'utf8') !== goldenText(name),
    );
    expect(others).toEqual([]);
  });

  it('makes cosignatures of this moment that are verified here', async () => {
    // The shape that the program writes.
    const [fresh] = JSON.parse(readFileSync(join(folder.path, 'cosigned.json'), 'utf8')) as [
      { note: string; log: { vkey: string }; witnesses: { vkey: string }[]; seconds: number[] },
    ];
    const opened = await openCheckpoint(
      fresh.note,
      {
        log: { origin: 'log.example/golden', vkeys: [parseVkey(fresh.log.vkey, sha256)] },
        witnesses: fresh.witnesses.map((witness) => parseVkey(witness.vkey, sha256)),
      },
      nodeCrypto,
    );
    expect(opened.cosignatures.map(({ timestamp }) => timestamp)).toEqual(fresh.seconds);
  });

  it('opens our notes', async () => {
    const texts = ['a line\n', '\n', 'one\n\ntwo\n\n', 'әліпби — 🏠\n'];
    const claims = [];
    for (const text of texts) {
      const note = await signNote(text, logSigner, otherSigner);
      claims.push({ note, text, vkeys: [vkey, vkeyText(otherSigner.vkey)] });
    }
    expectAllHold('notes', claims);
    const [first] = claims;
    expect(verdictsOn({ notes: [{ ...first, note: first!.note.replace('a line', 'a lime') }] })['notes']).toEqual([
      `invalid signature for key ${vkey.split('+').slice(0, 2).join('+')}`,
    ]);
  });

  it('opens our checkpoints and the cosignatures on them, with their times', async () => {
    const claims = [];
    for (const size of sizes) {
      const checkpoint = { origin, size, root: rootAt(size) };
      const seconds = [1_679_315_147, size];
      let note = await signCheckpoint(checkpoint, logSigner);
      for (const [at, witness] of witnesses.entries()) {
        note = withSignatures(note, [await cosign(note, witness, seconds[at]!)]);
      }
      const vkeys = witnesses.map((witness) => vkeyText(witness.vkey));
      claims.push({ note, origin, vkey, root: rootText(size), size, witnesses: vkeys, seconds });
    }
    expectAllHold('checkpoints', claims);
  });

  it('holds our inclusion proofs to be right, and an altered one to be wrong', async () => {
    const claims = [];
    for (const size of sizes) {
      for (const index of new Set([0, 1, Math.floor(size / 2), size - 1])) {
        if (index >= size) continue;
        const proof = (await inclusionProof({ index, size }, log.read, sha256)).map(toBase64);
        claims.push({ index, size, entry: toBase64(goldenEntry(index)), root: rootText(size), proof });
      }
    }
    expectAllHold('inclusion', claims);
    const wrong = claims.slice(-3).map((claim) => ({ ...claim, entry: toBase64(utf8('another entry')) }));
    expect(verdictsOn({ inclusion: wrong })['inclusion']).toEqual(wrong.map(() => 'invalid transparency proof'));
  });

  it('holds our consistency proofs to be right', async () => {
    const claims = [];
    for (const size of sizes) {
      for (const oldSize of sizes.filter((smaller) => smaller <= size)) {
        const proof = (await consistencyProof({ oldSize, size }, log.read, sha256)).map(toBase64);
        claims.push({ oldSize, size, oldRoot: rootText(oldSize), root: rootText(size), proof });
      }
    }
    expectAllHold('consistency', claims);
  });

  it('reads our tiles and verifies each against our root', () => {
    const first = [...log.tiles].filter(([path]) => /^tile\/\d\/00[0-2]/.test(path));
    const tiles = Object.fromEntries(first.map(([path, data]) => [path, toBase64(data)]));
    expectAllHold(
      'tiles',
      [1, 70, 255, 256, 257, 513].map((size) => ({ size, root: rootText(size), tiles })),
    );
  });

  it('reads our tlog-proofs, writes them alike and finds the entry in the log', async () => {
    const claims = [];
    for (const [index, size] of [
      [0, 1],
      [3, 7],
      [255, 256],
      [300, 513],
      [65_536, 65_537],
    ] as const) {
      const checkpoint = await signCheckpoint({ origin, size, root: rootAt(size) }, logSigner);
      const proof = await inclusionProof({ index, size }, log.read, sha256);
      const extra = index === 3 ? { extra: utf8('an aside') } : {};
      const text = tlogProofText({ index, proof, checkpoint, ...extra });
      claims.push({ text, entry: toBase64(goldenEntry(index)), vkey });
    }
    expectAllHold('proofs', claims);
  });
});
