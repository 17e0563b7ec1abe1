import { EventEmitter } from 'node:events';
import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { guardAnswers } from './guard-answers.js';

describe('the guard of answers', () => {
  it('drops an answer that finds nobody, and lets the next one through', async () => {
    const { answers, seen, confusions } = await guarded(() => {
      const [nobody] = undefined as unknown as unknown[];
      return nobody;
    });
    answers.emit('data', 'late');
    answers.emit('data', 'good');

    expect([seen, confusions]).toEqual([['good'], []]);
  });

  it('hands over anything else that goes wrong with an answer', async () => {
    const { answers, confusions } = await guarded(() => {
      throw new RangeError('what is this?');
    });
    answers.emit('data', 'late');

    expect(confusions).toEqual([new RangeError('what is this?')]);
  });

  it('leaves other streams alone', async () => {
    const stream = new EventEmitter();
    const client = clientMaking(stream);
    guardAnswers(client as never, () => undefined);
    stream.on('data', () => {
      throw new TypeError('undefined is not iterable');
    });
    await client.GRPCStreamCreator(null, 'readStream', () => stream)();

    expect(() => stream.emit('data', 'x')).toThrow(TypeError);
  });

  it('fits the client that is installed, and refuses one that is built otherwise', () => {
    const client = EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false');

    expect(() => guardAnswers(client, () => undefined)).not.toThrow();
    expect(() => guardAnswers({} as never, () => undefined)).toThrow(/is not 6\.2\.1/);
  });
});

/** A client as far as the guard knows it: it makes a stream when asked for one. */
const clientMaking = (stream: EventEmitter) => ({
  GRPCStreamCreator: (_service: unknown, _name: string, open: (grpc: unknown) => unknown) => async () => {
    await open(null);
    return stream;
  },
});

/** A stream of answers, whose first one meets this. */
const guarded = async (first: () => unknown) => {
  const answers = new EventEmitter();
  const seen: unknown[] = [];
  const confusions: unknown[] = [];
  const client = clientMaking(answers);
  guardAnswers(client as never, (error) => confusions.push(error));
  answers.on('data', (answer) => (answer === 'late' ? first() : seen.push(answer)));
  await client.GRPCStreamCreator(null, 'appendToStream', () => answers)();
  return { answers, seen, confusions };
};
