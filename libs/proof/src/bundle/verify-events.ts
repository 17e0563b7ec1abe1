import { canonicalJson, NotCanonical } from '../canonical-json.js';
import { type ChainedEvent, type ChainHead, chainText, genesis } from '../chain.js';
import { Malformed, toHex, utf8 } from '../tlog/bytes.js';
import type { Sha256 } from '../tlog/merkle.js';
import type { Faults } from './fault.js';
import { bundleFiles, type BundledEvent, type WithheldEvent } from './format.js';

/**
 * An event of a bundle with its line and its hash in the chain; `event` is null where its content is withheld. `isBound`: its stream and
 * revision are hashed, in itself or in the event that follows it; of any other the log proves the hash alone.
 */
export type ReadEvent = Readonly<{
  line: number;
  stream: string;
  revision: number;
  hash: string;
  event: ChainedEvent | null;
  isBound: boolean;
}>;

/** Reads the events and recomputes the chain of each stream from its beginning. A line that is wrong is left out. */
export const verifyEvents = async (
  lines: readonly string[],
  sha256: Sha256,
  faults: Faults,
): Promise<readonly ReadEvent[]> => {
  const heads = new Map<string, ChainHead>();
  const events: Omit<ReadEvent, 'isBound'>[] = [];
  if (lines.length === 0) faults.add(bundleFiles.events, null, 'there is no event');
  for (const [at, text] of lines.entries()) {
    const read = await faults.of(bundleFiles.events, at + 1, () => chained(text, heads, sha256));
    if (read !== null) events.push({ line: at + 1, ...read });
  }
  const shown = new Set(events.flatMap(({ stream, revision, event }) => (event ? [`${revision} ${stream}`] : [])));
  const isShown = (stream: string, revision: number): boolean => shown.has(`${revision} ${stream}`);
  return events.map((read) => ({
    ...read,
    isBound: read.event !== null || isShown(read.stream, read.revision + 1),
  }));
};

const chained = (text: string, heads: Map<string, ChainHead>, sha256: Sha256): Omit<ReadEvent, 'line' | 'isBound'> => {
  const bundled = eventIn(text);
  const { stream, revision } = bundled;
  const event = 'data' in bundled ? bundled : null;
  const { prevHash, hash } = 'data' in bundled ? bundled.metadata : bundled;
  const head = heads.get(stream) ?? genesis;
  heads.set(stream, { revision, hash });
  if (revision !== head.revision + 1)
    throw new Malformed(`${stream}: revision ${head.revision + 1} should stand here, not ${revision}`);
  if (prevHash !== head.hash) throw new Malformed(`${stream}: it does not follow the event before it`);
  if (event !== null && toHex(sha256(utf8(chainText(event)))) !== hash)
    throw new Malformed(`${stream}: it is not the event whose hash it bears`);
  return { stream, revision, hash, event };
};

/** A line as an event. Canonical text alone is taken, so that nobody reads it otherwise than it was hashed. */
const eventIn = (text: string): BundledEvent => {
  // Its form is looked at before it is used.
  const value = JSON.parse(text) as unknown;
  if (!isCanonical(value, text)) throw new Malformed('it is not canonical JSON (RFC 8785)');
  if (isChained(value) || isWithheld(value)) return value;
  throw new Malformed('it is not an event');
};

const isCanonical = (value: unknown, text: string): boolean => {
  try {
    return canonicalJson(value) === text;
  } catch (error) {
    if (error instanceof NotCanonical) return false;
    throw error;
  }
};

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

const isPlaced = ({ stream, revision }: Members): boolean =>
  typeof stream === 'string' && Number.isSafeInteger(revision);

const isLinked = ({ prevHash, hash }: Members): boolean => typeof prevHash === 'string' && typeof hash === 'string';

/** Five members and no more: what else stood there would be in no hash. */
const isChained = (value: unknown): value is ChainedEvent =>
  isObject(value) &&
  isPlaced(value) &&
  typeof value['type'] === 'string' &&
  isContent(value) &&
  Object.keys(value).length === 5;

const isContent = ({ data, metadata }: Members): boolean => isObject(data) && isObject(metadata) && isLinked(metadata);

const isWithheld = (value: unknown): value is WithheldEvent =>
  isObject(value) && isPlaced(value) && isLinked(value) && Object.keys(value).length === 4;
