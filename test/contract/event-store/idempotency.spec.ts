import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineExceededError, WrongExpectedVersionError } from '@eventstore/db-client';
import { all, failureOf, describeRestarts, newStream, noted, notes, openTarget, type Target } from './target.js';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const countOf = async (stream: string): Promise<number> => (await all(target.client.readStream(stream))).length;

describe("a retry with the same event ids under 'any' or 'stream_exists'", () => {
  it.each(['any', 'stream_exists'] as const)('is the same write while the server remembers (%s)', async (expected) => {
    const stream = newStream();
    await target.client.appendToStream(stream, noted('before'), { expectedRevision: 'no_stream' });
    const events = notes(2);

    const first = await target.client.appendToStream(stream, events, { expectedRevision: expected });
    await target.client.appendToStream(stream, noted('between'), { expectedRevision: 2n });
    const again = await target.client.appendToStream(stream, events, { expectedRevision: expected });

    expect([again.nextExpectedRevision, again.position]).toEqual([first.nextExpectedRevision, first.position]);
    expect(await countOf(stream)).toBe(4);
  });

  it('is refused where the first event is known and a later one is not', async () => {
    const stream = newStream();
    const [first, second] = notes(2);
    await target.client.appendToStream(stream, first!, { expectedRevision: 'any' });

    const overlap = target.client.appendToStream(stream, [first!, second!], { expectedRevision: 'any' });

    expect(await failureOf(overlap)).toBeInstanceOf(WrongExpectedVersionError);
    expect(await countOf(stream)).toBe(1);
  });
});

describeRestarts("a retry under 'any' after a restart", () => {
  it('writes again: the memory is gone', async () => {
    const stream = newStream();
    const events = notes(2);
    await target.client.appendToStream(stream, events, { expectedRevision: 'any' });

    await target.restart();
    const again = await target.client.appendToStream(stream, events, { expectedRevision: 'any' });

    expect(again.nextExpectedRevision).toBe(3n);
    expect(await countOf(stream)).toBe(4);
  });
});

/** Repeats appends that others have followed, with something in between. */
const expectSameWrite = async (between: () => Promise<void>): Promise<void> => {
  const stream = newStream();
  const [a, b, c, d] = notes(4);
  const begun = await target.client.appendToStream(stream, [a!, b!], { expectedRevision: 'no_stream' });
  const followed = await target.client.appendToStream(stream, [c!, d!], { expectedRevision: 1n });

  await between();
  const beginAgain = await target.client.appendToStream(stream, [a!, b!], { expectedRevision: 'no_stream' });
  const part = await target.client.appendToStream(stream, b!, { expectedRevision: 0n });
  const followAgain = await target.client.appendToStream(stream, [c!, d!], { expectedRevision: 1n });

  expect([beginAgain.nextExpectedRevision, beginAgain.position]).toEqual([1n, begun.position]);
  expect([part.nextExpectedRevision, part.position]).toEqual([1n, begun.position]);
  expect([followAgain.nextExpectedRevision, followAgain.position]).toEqual([3n, followed.position]);
  expect(await countOf(stream)).toBe(4);
};

describe("a retry under 'no_stream' or an exact revision below the current one", () => {
  it('is the same write', () => expectSameWrite(() => Promise.resolve()));

  describeRestarts('after a restart', () => {
    it('is the same write, for ever', () => expectSameWrite(() => target.restart()));
  });

  it('is refused where the first event is known and a later one is not', async () => {
    const stream = newStream();
    const [a, b] = notes(2);
    await target.client.appendToStream(stream, a!, { expectedRevision: 'no_stream' });

    const overlap = target.client.appendToStream(stream, [a!, b!], { expectedRevision: 'no_stream' });

    expect(await failureOf(overlap)).toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    expect(await countOf(stream)).toBe(1);
  });

  it('is refused where the ids stand at other revisions', async () => {
    const stream = newStream();
    const [a, b] = notes(2);
    await target.client.appendToStream(stream, [a!, b!], { expectedRevision: 'no_stream' });

    const elsewhere = target.client.appendToStream(stream, a!, { expectedRevision: 0n });

    expect(await failureOf(elsewhere)).toBeInstanceOf(WrongExpectedVersionError);
  });
});

describe('the same events at an exact revision equal to the current one', () => {
  it('are written again', async () => {
    const stream = newStream();
    const event = noted('twice');
    await target.client.appendToStream(stream, event, { expectedRevision: 'no_stream' });

    const again = await target.client.appendToStream(stream, event, { expectedRevision: 0n });

    expect(again.nextExpectedRevision).toBe(1n);
    expect((await all(target.client.readStream(stream))).map((read) => read.event?.id)).toEqual([event.id, event.id]);
  });
});

describe('the same append sent again while the first is in flight', () => {
  it('is dropped, fails with DeadlineExceededError after 2 to 3 s, and is stored once', async () => {
    const stream = newStream();
    const events = notes(1);
    const begun = performance.now();
    const append = async (): Promise<unknown> => {
      try {
        await target.client.appendToStream(stream, events, { expectedRevision: 'no_stream' });
        return 'stored';
      } catch (failure) {
        return { failure, afterMs: performance.now() - begun };
      }
    };

    const outcomes = await Promise.all(Array.from({ length: 20 }, append));

    const dropped = outcomes.filter((outcome) => outcome !== 'stored');
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.length).toBeLessThan(outcomes.length);
    for (const drop of dropped) {
      expect(drop).toEqual({ failure: expect.any(DeadlineExceededError), afterMs: expect.any(Number) });
      expect((drop as { afterMs: number }).afterMs).toBeGreaterThan(1_900);
    }
    expect(await countOf(stream)).toBe(1);
  });
});
