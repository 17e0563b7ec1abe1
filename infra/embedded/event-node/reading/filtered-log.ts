import type { EventLog } from '../log/event-log.js';
import type { PrefixFilter } from './read-request.js';

/** Events sent at a time, as on the real server. */
export const pageSize = 32;

/** One look at the log. Places are ordinals. */
export type Page = Readonly<{
  start: number;
  /** Places of the events that are wanted. */
  found: readonly number[];
  /** How many events were looked at. */
  considered: number;
  /** Where the next page starts. */
  next: number;
  /** Nothing stands behind this page yet. */
  atEnd: boolean;
}>;

/** What a subscription reads from. */
export type Source = Readonly<{
  /** Place of the last event, -1 for none. */
  last: () => number;
  page: (start: number) => Page;
  wires: (places: readonly number[]) => Buffer[];
  /** Hands over the place of every new event, wanted or not. */
  follow: (onEvent: (place: number) => void) => () => void;
  wants: (place: number) => boolean;
  /** Events looked at between two checkpoints. */
  interval: number;
  /** Log position of a place, for checkpoints. */
  positionAt: (place: number) => number;
}>;

/** What of the log passes the filter; with `beyond`, only what stands behind that position, once the log has grown past it. */
export const filteredLog = (log: EventLog, { prefixes, window, interval }: PrefixFilter, beyond = 0): Source => {
  const passes = matcher(log, prefixes);
  const wants = (ordinal: number): boolean => log.index.positionAt(ordinal) > beyond && passes(ordinal);
  return {
    last: () => log.index.size - 1,
    page: (start) => pageOf(start, log.index.size, { window, wants }),
    wires: (ordinals) => log.wires(ordinals),
    follow: (onEvent) => log.follow(onEvent),
    wants,
    interval,
    positionAt: (ordinal) => log.index.positionAt(ordinal),
  };
};

/** Whether the name of an event's stream begins with a prefix; looks at each name once only. */
const matcher = ({ index }: EventLog, prefixes: readonly string[]): ((ordinal: number) => boolean) => {
  const seen: boolean[] = [];
  return (ordinal) => {
    const number = index.streamNumberAt(ordinal);
    return (seen[number] ??= prefixes.some((prefix) => index.streams.nameAt(number).startsWith(prefix)));
  };
};

type Look = Readonly<{ window: number; wants: (place: number) => boolean }>;

const pageOf = (start: number, end: number, { window, wants }: Look): Page => {
  const found: number[] = [];
  let next = start;
  while (next < end && next - start < window && found.length < pageSize) {
    if (wants(next)) found.push(next);
    next += 1;
  }
  const considered = next - start;
  // A full page does not know yet whether anything follows.
  return { start, found, considered, next, atEnd: considered < window && found.length < pageSize };
};
