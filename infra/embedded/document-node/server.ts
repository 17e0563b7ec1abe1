import { createServer, type Server, type Socket } from 'node:net';
import { answer, errorAnswer } from './commands/answer.js';
import type { Node } from './commands/command.js';
import { answerTo, MessageSplitter, readRequest, type Request } from './wire/message.js';

/** Accepts connections; on each, requests are answered in the order they came. */
export const startServer = (node: Node): { server: Server; closeConnections: () => void } => {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that went away is no failure of this node.
    socket.on('error', () => socket.destroy());
    serve(node, socket);
  });
  return { server, closeConnections: () => sockets.forEach((socket) => socket.destroy()) };
};

const serve = (node: Node, socket: Socket): void => {
  const splitter = new MessageSplitter();
  let turn: Promise<void> | undefined;
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of splitter.push(chunk)) {
        const before = turn;
        const mine = (before ?? Promise.resolve()).then(() => respond(node, socket, message));
        turn = mine;
      }
    } catch (error) {
      process.stderr.write(`document node: closed a connection that does not speak the protocol: ${String(error)}\n`);
      socket.destroy();
    }
  });
};

const respond = async (node: Node, socket: Socket, message: Buffer): Promise<void> => {
  const request = parsed(message);
  const document = 'error' in request ? errorAnswer(request.error) : await answer(node, request);
  if ('answer' in request && !request.answer) return;
  if (socket.destroyed) return;
  socket.cork();
  for (const part of answerTo('error' in request ? { id: message.readInt32LE(4), legacy: false } : request, document))
    socket.write(part);
  socket.uncork();
};

const parsed = (message: Buffer): Request | { error: unknown } => {
  try {
    return readRequest(message);
  } catch (error) {
    return { error };
  }
};
