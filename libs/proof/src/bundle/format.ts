import { canonicalJson } from '../canonical-json.js';
import type { ChainedEvent } from '../chain.js';

/** The files of an evidence bundle. The proof of the event on line n of `events` is `proofOf(n)`; `checked` are those that say anything. */
export const bundleFiles = {
  events: 'events.ndjson',
  disclosures: 'disclosures.json',
  checkpoint: 'checkpoint',
  keys: 'keys.txt',
  page: 'case.html',
  sheet: 'case.pdf',
  verifier: 'verify.mjs',
  verifierPage: 'verify.html',
  sums: 'SHA256SUMS',
  proofOf: (line: number): string => `proofs/${line}.tlog-proof`,
} as const;

/** An event that is not shown, as text stands in clear in it that the reader may not see: its place, and its hash in the chain. */
export type WithheldEvent = Readonly<{ stream: string; revision: number; prevHash: string; hash: string }>;

/** A line of `events.ndjson`. */
export type BundledEvent = ChainedEvent | WithheldEvent;

/** What shows a sealed value of an event: base64url of `[salt, at, value]` (RFC 9901, section 4.2.1); `at` is its JSON Pointer. */
export type BundledDisclosure = Readonly<{ stream: string; revision: number; at: string; disclosure: string }>;

/** Each event as canonical JSON (RFC 8785), one a line, in the order of the log. */
export const eventsText = (events: readonly BundledEvent[]): string =>
  events.map((event) => `${canonicalJson(event)}\n`).join('');

/** A JSON list with one disclosure a line. */
export const disclosuresText = (disclosures: readonly BundledDisclosure[]): string =>
  `[\n${disclosures.map((one) => canonicalJson(one)).join(',\n')}${disclosures.length === 0 ? '' : '\n'}]\n`;

/** The verifier keys of the log and of its witnesses, behind a sentence that says what they are worth. */
export const keysText = ({ log, witnesses }: Readonly<{ log: string; witnesses: readonly string[] }>): string =>
  [
    '# The verifier keys of the proof log and of its witnesses (C2SP signed-note).',
    '# This file proves nothing: who makes up a bundle makes up its keys. Know them from elsewhere, such as a',
    '# publication of the office and the witness itself, and give those to verify.mjs by --key and --witness.',
    `log ${log}`,
    ...witnesses.map((vkey) => `witness ${vkey}`),
    '',
  ].join('\n');

/** The sums of files, as `sha256sum -c` reads them. */
export const sumsText = (sums: readonly Readonly<{ name: string; hex: string }>[]): string =>
  sums.map(({ name, hex }) => `${hex}  ${name}\n`).join('');
