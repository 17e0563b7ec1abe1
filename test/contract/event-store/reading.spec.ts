import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StreamNotFoundError, UnknownError, type Position } from '@eventstore/db-client';
import { all, failureOf, newStream, noted, notes, openTarget, within, type Target } from './target.js';

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
  Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => first + (last < first ? -index : index));

describe('reading a stream', () => {
  it('goes forwards from its start', async () => expect(await revisions({})).toEqual(from(0, 69)));

  it('goes forwards from a revision, which is included', async () =>
    expect(await revisions({ fromRevision: 40n })).toEqual(from(40, 69)));

  it('goes backwards from its end', async () =>
    expect(await revisions({ direction: 'backwards', fromRevision: 'end' })).toEqual(from(69, 0)));

  it('goes backwards from a revision, which is included', async () =>
    expect(await revisions({ direction: 'backwards', fromRevision: 40n })).toEqual(from(40, 0)));

  it('goes backwards from its start: one event', async () =>
    expect(await revisions({ direction: 'backwards', fromRevision: 'start' })).toEqual([0]));

  it('ends after as many events as were asked for', async () => {
    expect(await revisions({ maxCount: 33 })).toEqual(from(0, 32));
    expect(await revisions({ maxCount: 33, fromRevision: 'end', direction: 'backwards' })).toEqual(from(69, 37));
  });

  it('finds nothing behind the last revision', async () => expect(await revisions({ fromRevision: 70n })).toEqual([]));

  it('ends with StreamNotFoundError where there is no such stream', async () => {
    const missing = newStream();
    const forwards = await failureOf(all(target.client.readStream(missing)));
    const backwards = await failureOf(
      all(target.client.readStream(missing, { direction: 'backwards', fromRevision: 'end' })),
    );

    expect([forwards, backwards]).toEqual([expect.any(StreamNotFoundError), expect.any(StreamNotFoundError)]);
    expect(forwards).toMatchObject({ streamName: missing });
  });

  it.each([
    ["forwards from 'end'", { fromRevision: 'end' as const }],
    ['with a count of 0', { maxCount: 0 }],
  ])('%s is an UnknownError of code 2', async (_what, options) => {
    const failure = await failureOf(revisions(options));

    expect(failure).toBeInstanceOf(UnknownError);
    expect(failure).toMatchObject({ code: 2 });
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

  it('goes backwards from a position, which is not included', async () => {
    const read = await inAll({ fromPosition: positions[50]!, direction: 'backwards', maxCount: 40 });
    expect(read).toEqual(from(49, 10));
  });

  it('goes backwards from the end', async () => {
    const own = newStream();
    await target.client.appendToStream(own, noted('the last'));
    const [last] = await all(target.client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 1 }));

    expect(last?.event?.streamId).toBe(own);
  });

  it('with a count of 0 never ends', async () => {
    const read = target.client.readAll({ maxCount: 0 });
    expect(await within(1_000, all(read))).toBe('pending');
    read.destroy();
  });

  it('begins with system events: only a filter keeps them out', async () => {
    const first = await all(target.client.readAll({ maxCount: 20 }));

    expect(first.some(({ event }) => event?.streamId.startsWith('$'))).toBe(true);
  });
});
