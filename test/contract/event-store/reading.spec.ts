import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StreamNotFoundError, type Position } from '@eventstore/db-client';
import { all, failureOf, newStream, noted, notes, openTarget, type Target } from './target.js';

let target: Target;
let stream: string;
let positions: Position[];

/** A stream of 70 events, more than two pages. */
beforeAll(async () => {
  target = await openTarget();
  stream = newStream();
  await target.client.appendToStream(stream, notes(70), { expectedRevision: 'no_stream' });
  positions = (await all(target.client.readStream(stream))).map(({ event }) => event!.position!);
});
afterAll(() => target.close());

const revisions = async (options: Parameters<Target['client']['readStream']>[1]): Promise<number[]> =>
  (await all(target.client.readStream(stream, options))).map(({ event }) => Number(event?.revision));

/** Revisions of this file's stream in a read of $all that starts within it. */
const inAll = async (options: Parameters<Target['client']['readAll']>[0]): Promise<number[]> =>
  (await all(target.client.readAll(options))).map(({ event }) => Number(event?.revision));

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('reading a stream', () => {
  it('goes forwards from its start', async () => expect(await revisions({})).toEqual(from(0, 69)));

  it('goes forwards from a revision, which is included', async () =>
    expect(await revisions({ fromRevision: 40n })).toEqual(from(40, 69)));

  it('ends after as many events as were asked for', async () =>
    expect(await revisions({ maxCount: 33 })).toEqual(from(0, 32)));

  it('finds nothing behind the last revision', async () => expect(await revisions({ fromRevision: 70n })).toEqual([]));

  it('ends with StreamNotFoundError where there is no such stream', async () => {
    const missing = newStream();
    const failure = await failureOf(all(target.client.readStream(missing)));

    expect(failure).toBeInstanceOf(StreamNotFoundError);
    expect(failure).toMatchObject({ streamName: missing });
  });

  it('sees an append as soon as it is answered', async () => {
    const fresh = newStream();
    for (let revision = 0; revision < 20; revision += 1) {
      await target.client.appendToStream(fresh, noted('now'));
      expect(await all(target.client.readStream(fresh))).toHaveLength(revision + 1);
    }
  });
});

describe('reading $all', () => {
  it('goes forwards from a position, which is included', async () => {
    expect(await inAll({ fromPosition: positions[10]!, maxCount: 40 })).toEqual(from(10, 49));
  });

  it('goes backwards from the end', async () => {
    const own = newStream();
    await target.client.appendToStream(own, noted('the last'));
    const [last] = await all(target.client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 1 }));

    expect(last?.event?.streamId).toBe(own);
  });

  it('begins with system events: only a filter keeps them out', async () => {
    const first = await all(target.client.readAll({ maxCount: 20 }));

    expect(first.some(({ event }) => event?.streamId.startsWith('$'))).toBe(true);
  });
});
