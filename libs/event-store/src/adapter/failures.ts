import {
  EventsTooLarge,
  OutcomeUnknown,
  PositionNotInLog,
  RevisionConflict,
  StoreUnavailable,
  type Position,
  type Revision,
} from '../event-store.js';

/** What a failed read or subscription means: an outage, or what the client said where it is not one. */
export const readFailure = (error: unknown): Error => {
  const seen = asSeen(error);
  if (isPortError(seen)) return seen;
  return isOutage(seen)
    ? new StoreUnavailable(`the event store cannot be reached: ${seen.message}`, { cause: error })
    : seen;
};

/** What a failed subscription, or read of the log, means that began after a position: the server takes none that no event has. */
export const followFailure = (error: unknown, after: Position | null): Error => {
  const seen = asSeen(error);
  return after !== null && noPositionCodes.has(seen.code) && isNoPosition(seen)
    ? new PositionNotInLog(after, seen.message, { cause: error })
    : readFailure(error);
};

/** Whether the server says that no event stands at a position. */
export const isNoPosition = (error: unknown): boolean => /invalid ?position/i.test(asSeen(error).message);

/**
 * What a failed append means. Only a failure before sending, or a refusal by name, is certain; anything else leaves open
 * whether the events are there.
 */
export const appendFailure = (error: unknown, stream: string, expected: Revision): Error => {
  const seen = asSeen(error);
  if (isPortError(seen)) return seen;
  switch (seen.type) {
    case 'wrong-expected-version':
      return new RevisionConflict(
        stream,
        expected,
        typeof seen.actualVersion === 'bigint' ? Number(seen.actualVersion) : 'none',
      );
    case 'maximum-append-size-exceeded':
      return new EventsTooLarge(`the event store takes no more data at once: ${seen.message}`, { cause: error });
    case 'access-denied':
    case 'stream-deleted':
      return seen;
    default:
      return wasNotSent(seen)
        ? new StoreUnavailable(`the event store cannot be reached: ${seen.message}`, { cause: error })
        : new OutcomeUnknown(`no answer to an append to ${stream}: ${seen.message}`, { cause: error });
  }
};

/** Whether the client is still good after this failure of an append, because the server answered or the client mends the connection by itself. */
export const clientIsGoodAfter = (error: unknown): boolean =>
  good.has(String(asSeen(error).type)) || asSeen(error).code === outages.unavailable;

const good = new Set([
  'wrong-expected-version',
  'maximum-append-size-exceeded',
  'access-denied',
  'stream-deleted',
  'not-leader',
  'unavailable',
  'deadline-exceeded',
  'timeout',
]);

/** What the client throws: its own errors have a `type`; what it lets through from gRPC and below has a code. */
type Seen = Error & { type?: unknown; code?: unknown; actualVersion?: unknown };

const asSeen = (error: unknown): Seen =>
  typeof error === 'object' && error !== null && 'message' in error ? (error as Seen) : new Error(String(error));

const isPortError = (error: Error): boolean =>
  error instanceof StoreUnavailable || error instanceof OutcomeUnknown || error instanceof RevisionConflict;

/** gRPC's codes. */
const noPositionCodes: ReadonlySet<unknown> = new Set([2, 3]);
const outages = { cancelled: 1, deadlineExceeded: 4, internal: 13, unavailable: 14 };

/** Code 13 is RST_STREAM: how subscriptions end when the server stops. */
const isOutage = ({ type, code, message }: Seen): boolean =>
  ['unavailable', 'cancelled', 'timeout', 'deadline-exceeded', 'not-leader'].includes(String(type)) ||
  Object.values(outages).includes(Number(code)) ||
  /not ?ready|failed to discover|ECONNREFUSED|ECONNRESET|premature close/i.test(message);

/** A plain error with code 14 comes from the first contact; a server that is not ready, or not the leader, says so before it writes. */
const wasNotSent = ({ type, code, message }: Seen): boolean =>
  (type === undefined && code === outages.unavailable) ||
  type === 'not-leader' ||
  /not ?ready|failed to discover/i.test(message);
