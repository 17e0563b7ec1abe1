import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { chainHash } from '../node.js';
import { crypto, logSigner, origin, otherWitness, witness } from '../testing/keys.js';
import { MemoryLog } from '../testing/memory-log.js';
import { utf8 } from '../tlog/bytes.js';
import { cosign, signCheckpoint } from '../tlog/checkpoint.js';
import { edgeRoot } from '../tlog/edge.js';
import { entryOf } from '../tlog/entry.js';
import { vkeyText } from '../tlog/keys.js';
import { withSignatures } from '../tlog/note.js';
import { inclusionProof } from '../tlog/prove.js';
import { tlogProofText } from '../tlog/tlog-proof.js';
import { genesisHash, type ChainedEvent } from '../chain.js';
import { bundleFiles, disclosuresText, eventsText, keysText, sumsText, type BundledEvent } from './format.js';
import { verifyBundle, type ReadersKeys } from './verify-bundle.js';

type Files = Readonly<Record<string, string>>;

const stream = 'case-1';
const at = '/applicant';
const disclosureOf = (value: unknown): string =>
  Buffer.from(JSON.stringify(['c2FsdHNhbHRzYWx0c2FsdA', at, value])).toString('base64url');
const sealed = (value: unknown) => ({
  $sealed: `2.key.${createHash('sha256').update(disclosureOf(value)).digest('base64url')}.box`,
});

const chained = (datas: readonly object[], of: string = stream): readonly ChainedEvent[] => {
  let prevHash = genesisHash;
  return datas.map((data, revision) => {
    const event = {
      stream: of,
      revision,
      type: 'Told',
      data,
      metadata: { prevHash, recordedAt: '2025-03-07T10:00:00Z' },
    };
    prevHash = chainHash(event);
    return { ...event, metadata: { ...event.metadata, hash: prevHash } };
  });
};

const events = chained([{ applicant: sealed('Aliya') }, { n: 1 }, { n: 2 }]);
const later = chained([{ n: 3 }], 'complaint-1');

/** A bundle of some lines, whose events stand in the log at some places. */
const bundleOf = async (
  lines: readonly BundledEvent[],
  places: readonly number[] = lines.map((_, place) => place * 2),
): Promise<Files> => {
  const log = new MemoryLog();
  const hashes = [...events, ...later].map(({ metadata }) => metadata.hash);
  log.append(hashes.flatMap((hash) => [entryOf(hash), entryOf('f'.repeat(64))]));
  const head = { origin, size: log.edge.size, root: edgeRoot(log.edge, crypto.sha256) };
  const signed = await signCheckpoint(head, logSigner);
  const checkpoint = withSignatures(signed, [await cosign(signed, witness, 1_741_341_600)]);
  const files: Record<string, string> = {
    [bundleFiles.events]: eventsText(lines),
    [bundleFiles.disclosures]: disclosuresText([{ stream, revision: 0, at, disclosure: disclosureOf('Aliya') }]),
    [bundleFiles.checkpoint]: checkpoint,
    [bundleFiles.keys]: keysText({ log: vkeyText(logSigner.vkey), witnesses: [vkeyText(witness.vkey)] }),
  };
  for (const [line, index] of places.entries()) {
    const proof = await inclusionProof({ index, size: head.size }, log.read, crypto.sha256);
    files[bundleFiles.proofOf(line + 1)] = tlogProofText({ index, proof, checkpoint });
  }
  return summed(files);
};

const summed = (files: Files): Files => {
  const { [bundleFiles.sums]: _sums, ...rest } = files;
  const sums = Object.entries(rest).map(([name, text]) => ({
    name,
    hex: createHash('sha256').update(text).digest('hex'),
  }));
  return { ...rest, [bundleFiles.sums]: sumsText(sums) };
};

const noKeys: ReadersKeys = { log: [], witnesses: [] };
const verdictOf = (files: Files, keys = noKeys) =>
  verifyBundle(new Map(Object.entries(files).map(([name, text]) => [name, utf8(text)])), keys, crypto);
const faultsOf = async (files: Files, keys = noKeys) =>
  (await verdictOf(files, keys)).faults.map(({ file, line, what }) => `${file}:${line ?? ''} ${what}`);

let whole: Files;
beforeAll(async () => {
  whole = await bundleOf(events);
});

describe('a bundle', () => {
  it('is proved with its events, values, places, head and witnesses', async () => {
    const { proved, faults } = await verdictOf(whole);
    expect(faults).toEqual([]);
    expect(proved).toMatchObject({
      head: { origin, size: 8 },
      events: [{ index: 0 }, { index: 2 }, { index: 4 }],
      values: [{ stream, revision: 0, at, value: 'Aliya' }],
      hidden: 0,
      cosignatures: [{ timestamp: 1_741_341_600 }],
    });
  });

  it('counts what it does not show', async () => {
    const hidden = summed({ ...whole, [bundleFiles.disclosures]: disclosuresText([]) });
    expect((await verdictOf(hidden)).proved).toMatchObject({ values: [], hidden: 1 });
  });

  it('may withhold the content of an event, and still binds the one behind it', async () => {
    const [first, second, third] = events;
    const { prevHash, hash } = second!.metadata;
    const lines = [first!, { stream, revision: 1, prevHash, hash }, third!];
    const { proved } = await verdictOf(await bundleOf(lines));
    expect(proved?.events.map(({ event, isBound }) => [event === null, isBound])).toEqual([
      [false, true],
      [true, true],
      [false, true],
    ]);
    const lying = [first!, { stream, revision: 1, prevHash, hash: 'f'.repeat(64) }, third!];
    expect(await faultsOf(await bundleOf(lying, [0, 1, 4]))).toEqual([
      'events.ndjson:3 case-1: it does not follow the event before it',
    ]);
  });

  it('is refused where a line holds what no hash is over', async () => {
    const [first, second, third] = events;
    const lines = [first!, { ...second!, note: 'approved' }, third!];
    expect(await faultsOf(await bundleOf(lines))).toContain('events.ndjson:2 it is not an event');
  });

  it('says of an event that is not shown whether the one behind it binds its place', async () => {
    const [first, second] = events;
    const { hash } = later[0]!.metadata;
    const foreign = [first!, second!, { stream, revision: 2, prevHash: second!.metadata.hash, hash }];
    const { proved } = await verdictOf(await bundleOf(foreign, [0, 2, 6]));
    expect(proved?.events.map(({ isBound }) => isBound)).toEqual([true, true, false]);
  });

  it('is refused where its events stand in another order in the log', async () => {
    expect(await faultsOf(await bundleOf(events, [0, 4, 2]))).toEqual([
      'proofs/2.tlog-proof: the event of line 2 of events.ndjson is not in the log at 4',
      'proofs/3.tlog-proof: the event of line 3 of events.ndjson is not in the log at 2',
    ]);
  });

  it('is refused where streams are told in another order than they were recorded in', async () => {
    expect(await faultsOf(await bundleOf([...events, ...later]))).toEqual([]);
    expect(await faultsOf(await bundleOf([...later, ...events], [6, 0, 2, 4]))).toContain(
      'proofs/2.tlog-proof: the event of line 2 was recorded before the one above it',
    );
  });

  it('is refused where a value is not the one that was sealed, or is shown twice', async () => {
    const shown = (value: unknown) => ({ stream, revision: 0, at, disclosure: disclosureOf(value) });
    const lie = summed({ ...whole, [bundleFiles.disclosures]: disclosuresText([shown('Bolat')]) });
    expect(await faultsOf(lie)).toEqual(['disclosures.json:2 this is not the value that was sealed at /applicant']);
    const twice = summed({ ...whole, [bundleFiles.disclosures]: disclosuresText([shown('Aliya'), shown('Aliya')]) });
    expect(await faultsOf(twice)).toEqual(['disclosures.json:3 this value was disclosed before']);
  });

  it('is refused where a file is missing, more, or not the one of its sum', async () => {
    const { [bundleFiles.checkpoint]: _gone, ...rest } = whole;
    expect(await faultsOf(rest)).toContain('SHA256SUMS:3 there is no file checkpoint');
    expect(await faultsOf({ ...whole, 'more.txt': '' })).toEqual(['more.txt: SHA256SUMS does not name it']);
    expect(await faultsOf({})).toContain('events.ndjson: the file is missing');
  });

  it('is held against the keys of the reader: each witness that is named must have cosigned', async () => {
    expect(await faultsOf(whole, { log: [logSigner.vkey], witnesses: [witness.vkey] })).toEqual([]);
    expect(await faultsOf(whole, { log: [], witnesses: [otherWitness.vkey] })).toEqual([
      'checkpoint: the witness witness.example/w2 has not cosigned it',
    ]);
    const stranger = { ...logSigner.vkey, publicKey: witness.vkey.publicKey };
    expect(await faultsOf(whole, { log: [stranger], witnesses: [] })).toEqual([
      `checkpoint: the signature of ${origin} is wrong`,
    ]);
  });
});
