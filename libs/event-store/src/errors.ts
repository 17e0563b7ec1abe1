/** The idempotency key was used before on this stream for another request; nothing was written. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';
  constructor(
    readonly stream: string,
    readonly idempotencyKey: string,
  ) {
    super(`the idempotency key was used before on ${stream}, for another request`);
  }
}

/** `If-Match` named a revision that is not the stream's last; nothing was written. `actual` is -1 where the stream has no event. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at revision ${actual}, not at ${expected}`);
  }
}

/** The command was only to be tried, and cannot be: nothing was written. */
export class NotTriable extends Error {
  override readonly name = 'NotTriable';
}

/** More commands wait than this process takes on; nothing was read or written. Retry later. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

/** The stream changed under the command every time it was tried; nothing was written. Retry. */
export class TooManyConflicts extends Error {
  override readonly name = 'TooManyConflicts';
}

/** A stored event does not continue the hash chain of its stream: the log was altered, or two writers disagreed. Never retried. */
export class ChainBroken extends Error {
  override readonly name = 'ChainBroken';
  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly reason: 'gap' | 'link' | 'hash',
  ) {
    super(`the hash chain of ${stream} is broken at revision ${revision} (${reason})`);
  }
}

type EventPlace = Readonly<{ id: string; stream: string; revision: number; position: number; type: string }>;

/** A stored event that this version cannot read: unknown type, newer shape, a seal that does not open, foreign metadata. */
export class UndecodableEvent extends Error {
  override readonly name = 'UndecodableEvent';
  readonly place: EventPlace;

  constructor(
    { id, stream, revision, position, type }: EventPlace,
    readonly reason: string,
    cause?: unknown,
  ) {
    super(`event ${revision} of ${stream} (${type}) cannot be read: ${reason}`, { cause });
    this.place = { id, stream, revision, position, type };
  }
}

/** A decided event that cannot be written: a type without a schema, a value JSON cannot say, personal data without its subject. */
export class UnencodableEvent extends Error {
  override readonly name = 'UnencodableEvent';
}

/** The log and what lies outside it do not belong together: nothing is answered of either. The message says what to do. */
export class StoresDiffer extends Error {
  override readonly name = 'StoresDiffer';
}
