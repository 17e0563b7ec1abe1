import type { EventStoreDBClient } from '@eventstore/db-client';

/**
 * Client 6.2.1 keeps the pending batch appends of all clients of a process in one list, and empties it when any one of them
 * loses its connection. An answer that comes later finds nobody, and the client throws in the middle of its stream: outside
 * any promise, and every later append on it hangs. Here the handler of answers is wrapped, so that nothing of the kind leaves
 * it: a late answer is dropped (its append was told "outcome unknown" already); anything else is handed to `onConfusion`.
 *
 * This reaches into the client; the version is pinned for it. Throws where the client is not built as 6.2.1 is.
 */
export const guardAnswers = (client: EventStoreDBClient, onConfusion: (error: unknown) => void): void => {
  // The member is protected in the client's types and a plain property at run time.
  const inner = client as unknown as { GRPCStreamCreator?: StreamCreator };
  const create = inner.GRPCStreamCreator;
  if (typeof create !== 'function')
    throw new Error('@eventstore/db-client is not 6.2.1: its answers cannot be guarded');
  inner.GRPCStreamCreator = (service, name, open, cache) =>
    create(
      service,
      name,
      name === 'appendToStream' ? async (grpc) => guarded(await open(grpc), onConfusion) : open,
      cache,
    );
};

type AnswerStream = NodeJS.EventEmitter;
type Open = (grpc: unknown) => AnswerStream | Promise<AnswerStream>;
type StreamCreator = (service: unknown, name: string, open: Open, cache: unknown) => () => Promise<AnswerStream>;

const guarded = (answers: AnswerStream, onConfusion: (error: unknown) => void): AnswerStream => {
  const handlers = answers.listeners('data');
  answers.removeAllListeners('data');
  answers.on('data', (answer: unknown) => {
    try {
      for (const handle of handlers) handle.call(answers, answer);
    } catch (error) {
      if (!isLateAnswer(error)) onConfusion(error);
    }
  });
  return answers;
};

const isLateAnswer = (error: unknown): boolean => error instanceof TypeError && error.message.includes('not iterable');
