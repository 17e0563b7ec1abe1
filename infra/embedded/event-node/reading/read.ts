import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import type { EventLog } from '../log/event-log.js';
import { streamNotFound } from '../wire/messages.js';
import { invalidArgument, invalidPosition, Refusal } from '../wire/refusal.js';
import type { Outlet } from './outlet.js';
import type { Bound, ReadRequest } from './read-request.js';
import { allSource, pageSize, streamSource, type Source } from './source.js';
import { Subscription } from './subscription.js';

/** Answers one read or subscription. Throws a `Refusal` where the real server refuses. */
export const answerRead = async (log: EventLog, request: ReadRequest, outlet: Outlet): Promise<void> => {
  const { stream, from, backwards, count } = request;
  if (count === null) return subscribe(log, request, outlet);
  const range = { from, backwards, count };
  return stream === null ? readAll(log, range, outlet) : readStream(log, stream, range, outlet);
};

/** What a read that ends asks for. */
type Range = Readonly<{ from: Bound; backwards: boolean; count: number }>;

const subscribe = async (log: EventLog, request: ReadRequest, outlet: Outlet): Promise<void> => {
  const { stream, from, filter } = request;
  if (request.backwards) throw invalidArgument('a subscription reads forwards');
  if (stream !== null) return follow(streamSource(log, stream), from, outlet);
  if (typeof from === 'string') return follow(allSource(log, filter), from, outlet);
  const place = ordinalAt(log, from);
  if (place === null) throw invalidPosition();
  return place < log.index.size
    ? follow(allSource(log, filter), request.isPageStart ? place - 1 : place, outlet)
    : follow(allSource(log, filter, from), 'end', outlet);
};

const follow = (source: Source, after: Bound, outlet: Outlet): Promise<void> => {
  const end = after === 'end' ? source.last() : after;
  return new Subscription(source, outlet, end === 'start' ? -1 : end).run(randomUUID());
};

/** The ordinal of the event at a position, the log's size where the position is behind its end, null where no event has it. */
const ordinalAt = (log: EventLog, position: number): number | null => {
  const ordinal = log.index.ordinalFrom(position);
  return ordinal === log.index.size || log.index.positionAt(ordinal) === position ? ordinal : null;
};

const readAll = async (log: EventLog, { from, backwards, count }: Range, outlet: Outlet): Promise<void> => {
  // The real server never answers this one; who asks it must notice here, too.
  if (count === 0) return outlet.untilClosed();
  const first = backwards ? lastBefore(log, from) : firstFrom(log, from);
  await sendPages(allSource(log, null), { first, step: backwards ? -1 : 1, count }, outlet);
};

/** Forwards a position is inclusive. */
const firstFrom = (log: EventLog, from: Bound): number => {
  if (typeof from === 'string') return from === 'start' ? 0 : log.index.size;
  const ordinal = ordinalAt(log, from);
  if (ordinal === null) throw unexpected('ReadAllResult: InvalidPosition');
  return ordinal;
};

/** Backwards a position is exclusive, and must be one that an event has. */
const lastBefore = (log: EventLog, from: Bound): number => {
  if (typeof from === 'string') return from === 'start' ? -1 : log.index.size - 1;
  const ordinal = ordinalAt(log, from);
  if (ordinal === null || ordinal === log.index.size) throw unexpected('ReadAllResult: InvalidPosition');
  return ordinal - 1;
};

const readStream = async (log: EventLog, stream: string, range: Range, outlet: Outlet): Promise<void> => {
  const { from, backwards, count } = range;
  if (count === 0 || (from === 'end' && !backwards)) throw unexpected('range of a stream read');
  const source = streamSource(log, stream);
  if (source.last() < 0) {
    await outlet.send([streamNotFound(stream)]);
    return;
  }
  const first = revisionFrom(from, source);
  const steps = backwards ? { first: Math.min(first, source.last()), step: -1 } : { first, step: 1 };
  await sendPages(source, { ...steps, count }, outlet);
};

const revisionFrom = (from: Bound, source: Source): number => {
  if (from === 'start') return 0;
  return from === 'end' ? source.last() : from;
};

/** Places from `first` on, one `step` (1 or -1) after the other, `count` at most. */
type Walk = Readonly<{ first: number; step: number; count: number }>;

const sendPages = async (source: Source, { first, step, count }: Walk, outlet: Outlet): Promise<void> => {
  let left = count;
  let place = first;
  while (left > 0 && outlet.isOpen) {
    const page = placesOf(source, { first: place, step, count: Math.min(pageSize, left) });
    if (page.length === 0) return;
    await outlet.send(source.wires(page));
    left -= page.length;
    place += page.length * step;
  }
};

const placesOf = (source: Source, { first, step, count }: Walk): number[] => {
  const places: number[] = [];
  for (let place = first; places.length < count && place >= 0 && place <= source.last(); place += step) {
    places.push(place);
  }
  return places;
};

const unexpected = (what: string): Refusal => new Refusal(status.UNKNOWN, `Unexpected ${what}`);
