import { fromBase64, Malformed, textOf, toBase64, utf8 } from '../tlog/bytes.js';
import type { Sha256 } from '../tlog/merkle.js';
import type { Faults } from './fault.js';
import { type BundledDisclosure, bundleFiles } from './format.js';
import type { ReadEvent } from './verify-events.js';

/** A value that a disclosure shows: of which event, at which JSON Pointer. */
export type ShownValue = Readonly<{ stream: string; revision: number; at: string; value: unknown }>;

/** Reads the disclosures and holds each against the digest in its event (RFC 9901, section 7.1). */
export const verifyDisclosures = async (
  lines: readonly string[],
  events: readonly ReadEvent[],
  { sha256, faults }: Readonly<{ sha256: Sha256; faults: Faults }>,
): Promise<readonly ShownValue[]> => {
  const file = bundleFiles.disclosures;
  if (lines[0] !== '[' || lines.at(-1) !== ']') faults.add(file, null, 'it is not a list with one disclosure a line');
  const values: ShownValue[] = [];
  const byPlace = new Map(events.map((event) => [placeOf(event), event]));
  const inside = lines.slice(1, -1);
  for (const [at, text] of inside.entries()) {
    const value = await faults.of(file, at + 2, () => {
      const isLast = at === inside.length - 1;
      if (text.endsWith(',') === isLast) throw new Malformed('a comma stands between two disclosures');
      return shown(isLast ? text : text.slice(0, -1), byPlace, sha256);
    });
    if (value !== null && values.some((other) => placeOf(other) === placeOf(value) && other.at === value.at))
      faults.add(file, at + 2, 'this value was disclosed before');
    if (value !== null) values.push(value);
  }
  return values;
};

const placeOf = ({ stream, revision }: Readonly<{ stream: string; revision: number }>): string =>
  `${revision} ${stream}`;

const shown = (text: string, events: ReadonlyMap<string, ReadEvent>, sha256: Sha256): ShownValue => {
  const { stream, revision, at, disclosure } = disclosureIn(text);
  const event = events.get(placeOf({ stream, revision }))?.event;
  if (!event) throw new Malformed(`the bundle shows no event ${revision} of ${stream} that holds`);
  const digest = toBase64Url(sha256(utf8(disclosure)));
  if (digest !== digestAt(event.data, at)) throw new Malformed(`this is not the value that was sealed at ${at}`);
  return { stream, revision, at, value: valueIn(disclosure, at) };
};

const disclosureIn = (text: string): BundledDisclosure => {
  // Its form is looked at before it is used.
  const value = JSON.parse(text) as Partial<Record<keyof BundledDisclosure, unknown>> | null;
  const { stream, revision, at, disclosure } = value ?? {};
  if (typeof stream !== 'string' || typeof revision !== 'number') throw new Malformed('it names no event');
  if (typeof at !== 'string' || typeof disclosure !== 'string') throw new Malformed('it is not a disclosure');
  return { stream, revision, at, disclosure };
};

/** The value of a disclosure of a place. */
const valueIn = (disclosure: string, at: string): unknown => {
  const base64 = disclosure.replaceAll('-', '+').replaceAll('_', '/');
  const parts: unknown = JSON.parse(textOf(fromBase64(base64 + '='.repeat((4 - (base64.length % 4)) % 4))));
  const [salt, place, value]: readonly unknown[] = Array.isArray(parts) && parts.length === 3 ? parts : [];
  if (typeof salt !== 'string' || place !== at) throw new Malformed('a disclosure is [salt, place, value]');
  return value;
};

const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The digest of the value that is sealed at a JSON Pointer (RFC 6901): `2.<key id>.<digest>.<box>`; null where none is. */
const digestAt = (data: unknown, at: string): string | null => {
  const steps = at.split('/').slice(1);
  const value = steps.reduce((inner, step) => memberOf(inner, step.replaceAll('~1', '/').replaceAll('~0', '~')), data);
  const [version, , digest, ...rest] = sealIn(value)?.split('.') ?? [];
  return version === '2' && rest.length === 1 ? (digest ?? null) : null;
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? // It has this member, by the line above.
      (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const sealIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && '$sealed' in value && typeof value.$sealed === 'string'
    ? value.$sealed
    : null;

/** How many values are sealed in some data. */
export const sealsIn = (value: unknown): number => {
  if (sealIn(value) !== null) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + sealsIn(member), 0);
};
