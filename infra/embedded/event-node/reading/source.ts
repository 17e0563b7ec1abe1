import type { EventLog, Follower } from '../log/event-log.js';
import { matcher, type PrefixFilter } from './prefix-filter.js';

/** Events looked for at a time, as on the real server. */
export const pageSize = 32;

/** One look at the log. Places are ordinals in `$all`, revisions in a stream. */
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

/** What a subscription reads from: a stream, or the whole log. */
export type Source = Readonly<{
  /** Place of the last event, -1 for none. */
  last: () => number;
  page: (start: number) => Page;
  wires: (places: readonly number[]) => Buffer[];
  /** Hands over the place of every new event, wanted or not. */
  follow: (onEvent: (place: number) => void) => () => void;
  wants: (place: number) => boolean;
  filter: PrefixFilter | null;
  /** Log position of a place, for checkpoints. */
  positionAt: (place: number) => number;
}>;

export const streamSource = (log: EventLog, stream: string): Source => {
  const ordinals = (): readonly number[] => log.index.ordinalsOf(stream);
  const ordinalAt = (revision: number): number => ordinals()[revision] ?? 0;
  const follower =
    (onEvent: (place: number) => void): Follower =>
    (_ordinal, revision) =>
      onEvent(revision);
  return {
    last: () => ordinals().length - 1,
    page: (start) => pageOf(start, ordinals().length, { window: pageSize, wants: () => true }),
    wires: (revisions) => log.wires(revisions.map(ordinalAt)),
    follow: (onEvent) => log.follow(stream, follower(onEvent)),
    wants: () => true,
    filter: null,
    positionAt: (revision) => log.index.positionAt(ordinalAt(revision)),
  };
};

/** The whole log, or what passes the filter; with `beyond`, only what stands behind that position, once the log has grown past it. */
export const allSource = (log: EventLog, filter: PrefixFilter | null, beyond = 0): Source => {
  const passes = filter ? matcher(filter, log.index) : () => true;
  const wants = (ordinal: number): boolean => log.index.positionAt(ordinal) > beyond && passes(ordinal);
  return {
    last: () => log.index.size - 1,
    page: (start) => pageOf(start, log.index.size, { window: filter?.window ?? pageSize, wants }),
    wires: (ordinals) => log.wires(ordinals),
    follow: (onEvent) => log.follow(null, onEvent),
    wants,
    filter,
    positionAt: (ordinal) => log.index.positionAt(ordinal),
  };
};

const pageOf = (
  start: number,
  end: number,
  look: Readonly<{ window: number; wants: (place: number) => boolean }>,
): Page => {
  const found: number[] = [];
  let next = start;
  while (next < end && next - start < look.window && found.length < pageSize) {
    if (look.wants(next)) found.push(next);
    next += 1;
  }
  return { start, found, considered: next - start, next, atEnd: next >= end && isShort(next - start, found, look) };
};

/** A full page does not know yet whether anything follows. */
const isShort = (considered: number, found: readonly number[], look: Readonly<{ window: number }>): boolean =>
  considered < look.window && found.length < pageSize;
