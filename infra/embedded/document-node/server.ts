import { createServer, type Server, type Socket } from 'node:net';
import { answer, errorAnswer } from './commands/answer.js';
import type { Node } from './commands/command.js';
import { answerTo, MessageSplitter, readRequest, type Request } from './wire/message.js';

/** So many clients at once: what each may have outstanding adds up. */
const mostConnections = 1_000;

/** A client that takes nothing of its answer for that long is cut off. */
const longestStallMs = 60_000;

/** Accepts connections; on each, requests are answered in the order they came. */
export const startServer = (node: Node): { server: Server; closeConnections: () => void } => {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('timeout', () => socket.destroy());
    serve(node, socket).catch((error: unknown) => {
      // A client that went away is no failure of this node.
      if (!socket.errored)
        process.stderr.write(`document node: closed a connection that does not speak the protocol: ${String(error)}\n`);
      socket.destroy();
    });
  });
  server.maxConnections = mostConnections;
  return { server, closeConnections: () => sockets.forEach((socket) => socket.destroy()) };
};

/** Reads on only when the client has taken the answer before: one message and one answer are outstanding at most. */
const serve = async (node: Node, socket: Socket): Promise<void> => {
  const splitter = new MessageSplitter();
  // A socket without an encoding gives bytes.
  for await (const chunk of socket as AsyncIterable<Buffer>)
    for (const message of splitter.push(chunk)) await respond(node, socket, message);
};

const respond = async (node: Node, socket: Socket, message: Buffer): Promise<void> => {
  const request = parsed(message);
  const document = 'error' in request ? errorAnswer(request.error) : await answer(node, request);
  if ('answer' in request && !request.answer) return;
  await send(socket, answerTo('error' in request ? { id: message.readInt32LE(4), legacy: false } : request, document));
};

/** Resolves when the system has taken all parts for the client, or the client is gone. */
const send = (socket: Socket, parts: readonly Buffer[]): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.setTimeout(longestStallMs);
    socket.cork();
    for (const part of parts.slice(0, -1)) socket.write(part);
    socket.write(parts.at(-1) ?? Buffer.alloc(0), () => {
      socket.setTimeout(0);
      resolve();
    });
    return socket.uncork();
  });

const parsed = (message: Buffer): Request | { error: unknown } => {
  try {
    return readRequest(message);
  } catch (error) {
    return { error };
  }
};
