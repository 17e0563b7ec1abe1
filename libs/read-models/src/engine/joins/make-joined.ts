import type { Recorded } from '@app/event-store';
import { failureAt, type Failure } from '../fold.js';
import { placeOf, type Join, type Joined, type LogEntry } from '../projection.js';
import type { StreamReader } from '../stream-reader.js';
import { withEvent, type Tally } from '../tally.js';

/** A document as far as it can be made (null for not at all), and what stands in the way of the rest. */
export type Made = Readonly<{ document: Joined | null; failure: Failure | null }>;

/** Reads all that the log holds of a document. Throws where the log or the vault is away. */
export const readJoined = async (readStream: StreamReader, join: Join, id: string): Promise<readonly LogEntry[]> => {
  const own = await readStream(streamOf(join, id), 0);
  const others = await Promise.all(join.joined(readable(own)).map((stream) => readStream(stream, 0)));
  return [...own, ...others.flat()];
};

/**
 * Makes a document of the log (its entries; those of other streams among them or not) as it was at a position, inclusive: of all that
 * can be read, and where that cannot be made, of as much as can. Pure: whoever makes it for a position makes the same.
 */
export const madeUntil = (join: Join, id: string, log: readonly LogEntry[], position: number): Made => {
  const then = log.filter((entry) => placeOf(entry).position <= position);
  const own = then.filter((entry) => placeOf(entry).stream === streamOf(join, id));
  const streams = [streamOf(join, id), ...join.joined(readable(own))];
  const entries = then.filter((entry) => streams.includes(placeOf(entry).stream)).toSorted(byPosition);
  const unreadable = entries.find((entry) => entry instanceof Error);
  const failure = unreadable ? failureAt(placeOf(unreadable), unreadable) : null;
  return madeOf(join, { id, streams }, { events: readable(entries), failure });
};

/** The document of an id as the log has it up to a position; null where there is none. Throws where the log or the vault is away. */
export const madeAnew = async (
  readStream: StreamReader,
  join: Join,
  { _id: id, position }: Readonly<{ _id: string; position: number }>,
): Promise<Joined | null> => madeUntil(join, id, await readJoined(readStream, join, id), position).document;

type Named = Readonly<{ id: string; streams: readonly string[] }>;

type Events = Readonly<{ events: readonly Recorded[]; failure: Failure | null }>;

const madeOf = (join: Join, named: Named, { events, failure }: Events): Made => {
  const last = events.at(-1);
  const own = events.findLast(({ stream }) => stream === streamOf(join, named.id));
  if (!last || !own) return { document: null, failure };
  try {
    const { position } = last;
    const reached = { position, revision: own.revision, tally: tallyOf(events) };
    return { document: { ...join.make(events), ...reached, _id: named.id, streams: named.streams }, failure };
  } catch (error) {
    return madeOf(join, named, { events: events.slice(0, -1), failure: failureAt(last, error) });
  }
};

/** The stream that a document is named by. */
export const streamOf = ({ own }: Join, id: string): string => `${own}${id}`;

const noEvents: Tally = { count: 0, digest: '0'.repeat(64) };

const tallyOf = (events: readonly Recorded[]): Tally =>
  events.reduce<Tally>((tally, { id }) => withEvent(tally, id), noEvents);

/** The events before the first that cannot be read. */
const readable = (entries: readonly LogEntry[]): readonly Recorded[] => {
  const first = entries.findIndex((entry) => entry instanceof Error);
  // None before the first is an error.
  return (first < 0 ? entries : entries.slice(0, first)) as readonly Recorded[];
};

const byPosition = (one: LogEntry, other: LogEntry): number => placeOf(one).position - placeOf(other).position;
