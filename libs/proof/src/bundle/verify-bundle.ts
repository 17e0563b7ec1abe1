import { Malformed, toBase64 } from '../tlog/bytes.js';
import { type Cosignature, openCheckpoint, type OpenedCheckpoint, parseCheckpoint } from '../tlog/checkpoint.js';
import { entryOf } from '../tlog/entry.js';
import { type Crypto, parseVkey, signatureTypes, type Vkey } from '../tlog/keys.js';
import { leafHash } from '../tlog/merkle.js';
import { parseTlogProof } from '../tlog/tlog-proof.js';
import { verifyInclusion } from '../tlog/verify.js';
import { type Fault, Faults } from './fault.js';
import { bundleFiles } from './format.js';
import { sealsIn, type ShownValue, verifyDisclosures } from './verify-disclosures.js';
import { type ReadEvent, verifyEvents } from './verify-events.js';
import { type BundleFiles, linesOf, textIn, verifySums } from './verify-sums.js';

/** Keys that the reader knows from elsewhere; those of the bundle's own `keys.txt` where a list is empty. */
export type ReadersKeys = Readonly<{ log: readonly Vkey[]; witnesses: readonly Vkey[] }>;

/** What a bundle proves. `index` is the place of an event in the log; `root` is base64; `hidden` counts sealed values that are not shown. */
export type Proved = Readonly<{
  head: Readonly<{ origin: string; size: number; root: string }>;
  events: readonly (ReadEvent & Readonly<{ index: number }>)[];
  values: readonly ShownValue[];
  hidden: number;
  cosignatures: readonly Cosignature[];
}>;

/** What is proved, where nothing is wrong; all that is wrong, else. */
export type BundleVerdict = Readonly<
  { proved: Proved; faults: readonly [] } | { proved: null; faults: readonly Fault[] }
>;

/**
 * Verifies an evidence bundle: every file against its sum, every event against its chain from the beginning of its stream, every
 * event and its order against the head of the log, the head against the keys, every shown value against its digest.
 */
export const verifyBundle = async (files: BundleFiles, keys: ReadersKeys, crypto: Crypto): Promise<BundleVerdict> => {
  const faults = new Faults();
  await verifySums(files, crypto.sha256, faults);
  const linesIn = async (name: string): Promise<readonly string[]> =>
    linesOf((await faults.of(name, null, () => textIn(files, name))) ?? '');
  const opened = await verifyHead(files, await keysIn(await linesIn(bundleFiles.keys), keys, { crypto, faults }), {
    crypto,
    faults,
  });
  const read = await verifyEvents(await linesIn(bundleFiles.events), crypto.sha256, faults);
  const values = await verifyDisclosures(await linesIn(bundleFiles.disclosures), read, {
    sha256: crypto.sha256,
    faults,
  });
  const events = await verifyPlaces(read, files, { opened, crypto, faults });
  if (opened === null || faults.all.length > 0) return { proved: null, faults: faults.all };
  const { origin, size, root } = opened.checkpoint;
  const sealed = read.reduce((sum, { event }) => sum + sealsIn(event?.data), 0);
  const head = { origin, size, root: toBase64(root) };
  const proved = { head, events, values, hidden: sealed - values.length, cosignatures: opened.cosignatures };
  return { proved, faults: [] };
};

type Tools = Readonly<{ crypto: Crypto; faults: Faults }>;

/** The reader's keys, filled up with those of the bundle. */
const keysIn = async (
  lines: readonly string[],
  keys: ReadersKeys,
  { crypto, faults }: Tools,
): Promise<ReadersKeys & Readonly<{ required: readonly Vkey[] }>> => {
  const own: Vkey[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('#')) continue;
    const vkey = await faults.of(bundleFiles.keys, at + 1, () => keyIn(line, crypto));
    if (vkey !== null) own.push(vkey);
  }
  const ofType = (type: number): readonly Vkey[] => own.filter((vkey) => vkey.type === type);
  return {
    log: keys.log.length > 0 ? keys.log : ofType(signatureTypes.ed25519),
    witnesses: keys.witnesses.length > 0 ? keys.witnesses : ofType(signatureTypes.cosignature),
    required: keys.witnesses,
  };
};

const keyIn = (line: string, { sha256 }: Crypto): Vkey => {
  const [, who, text = ''] = /^(log|witness) (\S+)$/.exec(line) ?? [];
  if (who === undefined) throw new Malformed('a line is "log <vkey>" or "witness <vkey>", or begins with #');
  const vkey = parseVkey(text, sha256);
  if (vkey.type !== (who === 'log' ? signatureTypes.ed25519 : signatureTypes.cosignature))
    throw new Malformed(`this is no key of a ${who}`);
  return vkey;
};

/** The head, signed by the log, and by each witness that the reader gave. */
const verifyHead = async (
  files: BundleFiles,
  { log, witnesses, required }: Awaited<ReturnType<typeof keysIn>>,
  { crypto, faults }: Tools,
): Promise<OpenedCheckpoint | null> => {
  const opened = await faults.of(bundleFiles.checkpoint, null, async () => {
    const note = textIn(files, bundleFiles.checkpoint);
    const { origin } = parseCheckpoint(note);
    const vkeys = log.filter(({ name }) => name === origin);
    if (vkeys.length === 0) throw new Malformed(`it is of the log ${origin}, of which no key is known`);
    return openCheckpoint(note, { log: { origin, vkeys }, witnesses }, crypto);
  });
  for (const witness of required) {
    if (opened !== null && !opened.cosignatures.some(({ vkey }) => vkey === witness))
      faults.add(bundleFiles.checkpoint, null, `the witness ${witness.name} has not cosigned it`);
  }
  return opened;
};

/** Each event is in the log with this head, one behind the other. */
const verifyPlaces = async (
  events: readonly ReadEvent[],
  files: BundleFiles,
  { opened, crypto, faults }: Tools & Readonly<{ opened: OpenedCheckpoint | null }>,
): Promise<Proved['events']> => {
  const placed: (ReadEvent & Readonly<{ index: number }>)[] = [];
  for (const event of events) {
    const file = bundleFiles.proofOf(event.line);
    const index = await faults.of(file, null, () => {
      const at = placeIn(textIn(files, file), event, { files, opened, crypto });
      if (at <= (placed.at(-1)?.index ?? -1))
        throw new Malformed(`the event of line ${event.line} was recorded before the one above it`);
      return at;
    });
    if (index !== null) placed.push({ ...event, index });
  }
  return placed;
};

const placeIn = (
  text: string,
  { line, hash }: ReadEvent,
  { files, opened, crypto }: Readonly<{ files: BundleFiles; opened: OpenedCheckpoint | null; crypto: Crypto }>,
): number => {
  const { index, proof, checkpoint } = parseTlogProof(text);
  if (checkpoint !== textIn(files, bundleFiles.checkpoint))
    throw new Malformed(`its checkpoint is not that of the file ${bundleFiles.checkpoint}`);
  if (opened === null) return index;
  const { size, root } = opened.checkpoint;
  const leaf = leafHash(entryOf(hash), crypto.sha256);
  if (verifyInclusion({ index, leaf, size, root, proof }, crypto.sha256)) return index;
  throw new Malformed(`the event of line ${line} of ${bundleFiles.events} is not in the log at ${index}`);
};
