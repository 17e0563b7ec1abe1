import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

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
