import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemError, type Principal } from '@app/platform';
import type { ApiRequest } from './request.js';

const entered = Symbol('entered');
const left = Symbol('left');

type Counted = ApiRequest & { [entered]?: string; [left]?: true };

/** So many requests may one caller have in flight at once, waiting ones included. */
export const maxInFlightPerCaller = 256;

/** Keeps one caller from holding up all others. */
export class InFlight {
  private readonly counts = new Map<string, number>();

  constructor(private readonly limit = maxInFlightPerCaller) {}

  /** Counts a request in, unless its caller is gone. Throws a problem 429 where the caller has too many. */
  enter(request: Counted, { subject }: Principal): void {
    if (request[left]) return;
    const count = this.counts.get(subject) ?? 0;
    if (count >= this.limit) {
      throw new ProblemError('too-many-requests', `You have ${this.limit} requests in flight.`, {
        retryAfterSeconds: 1,
      });
    }
    this.counts.set(subject, count + 1);
    request[entered] = subject;
  }

  /** Counts a request out, once its answer is sent or its caller is gone. */
  leave(request: Counted): void {
    request[left] = true;
    const subject = request[entered];
    if (subject === undefined) return;
    const count = (this.counts.get(subject) ?? 1) - 1;
    if (count > 0) this.counts.set(subject, count);
    else this.counts.delete(subject);
  }
}

/** Of each connection, what is to be told when it is closed. */
const unanswered = new WeakMap<Socket, Set<() => void>>();

/**
 * Tells once that a request is over: its answer is sent, or its connection is closed. An answer that waits behind others on
 * its connection does not say itself that the connection was closed.
 */
export const whenOver = ({ socket }: IncomingMessage, answer: ServerResponse, tell: () => void): void => {
  const waiting = unanswered.get(socket) ?? watched(socket);
  const over = (): void => {
    if (waiting.delete(over)) tell();
  };
  waiting.add(over);
  answer.once('close', over);
};

const watched = (socket: Socket): Set<() => void> => {
  const waiting = new Set<() => void>();
  unanswered.set(socket, waiting);
  socket.once('close', () => {
    for (const over of waiting) over();
  });
  return waiting;
};
