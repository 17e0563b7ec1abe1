import { randomUUID } from 'node:crypto';
import { status, type handleServerStreamingCall } from '@grpc/grpc-js';
// Types only: the client's generated messages.
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { EventLog } from '../log/event-log.js';
import type { OpenCalls } from '../services/open-calls.js';
import { streamNotFound } from '../wire/messages.js';
import { invalidPosition, Refusal, refusalOf } from '../wire/refusal.js';
import { filteredLog, pageSize } from './filtered-log.js';
import { Outlet, type ReadCall } from './outlet.js';
import { parseReadRequest, type Bound, type LogRead, type StreamRead, type Subscribing } from './read-request.js';
import { Subscription } from './subscription.js';

/** Streams/Read: reads of a stream and of `$all`, and live subscriptions to `$all`. */
export const readService =
  (log: EventLog, open: OpenCalls): handleServerStreamingCall<streams.ReadReq, Buffer> =>
  (call) => {
    open.add(call);
    answer(log, call).then(
      () => call.end(),
      (error: unknown) => call.emit('error', refusalOf(error).toStatus()),
    );
  };

const answer = async (log: EventLog, call: ReadCall): Promise<void> => {
  const request = parseReadRequest(call.request);
  const outlet = new Outlet(call);
  switch (request.kind) {
    case 'stream':
      return readStream(log, request, outlet);
    case 'log':
      return readLog(log, request, outlet);
    case 'subscription':
      return subscribe(log, request, outlet);
  }
};

const readStream = async (log: EventLog, { stream, from, count }: StreamRead, outlet: Outlet): Promise<void> => {
  const ordinals = log.index.ordinalsOf(stream);
  if (ordinals.length === 0) await outlet.send([streamNotFound(stream)]);
  else await sendPages(log, (nth) => ordinals[from + nth], count, outlet);
};

const readLog = async (log: EventLog, { from, backwards, count }: LogRead, outlet: Outlet): Promise<void> => {
  const last = log.index.size - 1;
  const first = backwards ? last : firstFrom(log, from);
  const ordinalAt = (nth: number): number | undefined => {
    const ordinal = backwards ? first - nth : first + nth;
    return ordinal >= 0 && ordinal < log.index.size ? ordinal : undefined;
  };
  await sendPages(log, ordinalAt, count, outlet);
};

/** A position is inclusive. */
const firstFrom = (log: EventLog, from: Bound): number => {
  if (typeof from === 'string') return from === 'start' ? 0 : log.index.size;
  const ordinal = ordinalAt(log, from);
  if (ordinal === null) throw new Refusal(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
  return ordinal;
};

/** Sends `count` events at most, in pages: those whose ordinals `ordinalAt` tells from 0 on, until it tells none. */
const sendPages = async (
  log: EventLog,
  ordinalAt: (nth: number) => number | undefined,
  count: number,
  outlet: Outlet,
): Promise<void> => {
  for (let sent = 0; sent < count && outlet.isOpen;) {
    const page: number[] = [];
    const most = Math.min(pageSize, count - sent);
    for (let next = ordinalAt(sent); next !== undefined; next = ordinalAt(sent + page.length))
      if (page.push(next) === most) break;
    if (page.length === 0) return;
    await outlet.send(log.wires(page));
    sent += page.length;
  }
};

const subscribe = (log: EventLog, { from, isPageStart, filter }: Subscribing, outlet: Outlet): Promise<void> => {
  const last = log.index.size - 1;
  const run = (after: number, beyond?: number): Promise<void> =>
    new Subscription(filteredLog(log, filter, beyond), outlet, after).run(randomUUID());
  if (typeof from === 'string') return run(from === 'start' ? -1 : last);
  const place = ordinalAt(log, from);
  if (place === null) throw invalidPosition();
  if (place > last) return run(last, from);
  return run(isPageStart ? place - 1 : place);
};

/** The ordinal of the event at a position, the log's size where the position is behind its end, null where no event has it. */
const ordinalAt = (log: EventLog, position: number): number | null => {
  const ordinal = log.index.ordinalFrom(position);
  return ordinal === log.index.size || log.index.positionAt(ordinal) === position ? ordinal : null;
};
