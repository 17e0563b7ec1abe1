import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binaryEvent, streamNameFilter, type AllStreamSubscription, type Position } from '@eventstore/db-client';
import { all, newStream, noted, notes, openTarget, within, type Target } from './target.js';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

/** The notes of the next events of a subscription, which then ends: to leave the loop alone would leave the call open. */
const next = async (count: number, subscription: AllStreamSubscription): Promise<unknown[]> => {
  const seen: unknown[] = [];
  for await (const { event } of subscription) {
    // Every event here is a note of this file.
    if (seen.push((event!.data as { note: string }).note) === count) break;
  }
  await subscription.unsubscribe();
  return seen;
};

/** Subscribes to one stream of $all, by its whole name. */
const subscribe = (stream: string, fromPosition: Position | 'start' | 'end' = 'start'): AllStreamSubscription =>
  target.client.subscribeToAll({ fromPosition, filter: streamNameFilter({ prefixes: [stream] }) });

describe('a subscription to $all', () => {
  it('sees what is there, then what comes', async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, notes(40));
    const subscription = subscribe(stream);
    const seen = next(42, subscription);
    await once(subscription, 'caughtUp');
    await target.client.appendToStream(stream, [noted('live 1'), noted('live 2')]);

    expect(await seen).toEqual([...notes(40).map(({ data }) => data.note), 'live 1', 'live 2']);
  });

  it("sends only what comes, from 'end'", async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, notes(5));
    const subscription = subscribe(stream, 'end');
    const seen = next(1, subscription);
    await once(subscription, 'confirmation');
    await target.client.appendToStream(stream, noted('live'));

    expect(await seen).toEqual(['live']);
  });

  it('starts behind a position', async () => {
    const stream = newStream();
    const { position } = await target.client.appendToStream(stream, noted('before'));
    await target.client.appendToStream(stream, noted('behind'));

    expect(await next(1, subscribe(stream, position))).toEqual(['behind']);
  });

  it('starts at a position that is the last, and waits', async () => {
    const stream = newStream();
    const { position } = await target.client.appendToStream(stream, noted('last'));
    const subscription = subscribe(stream, position);
    const seen = next(1, subscription);
    await once(subscription, 'caughtUp');
    await target.client.appendToStream(stream, noted('live'));

    expect(await seen).toEqual(['live']);
  });

  it('takes the streams whose names begin with one of several prefixes', async () => {
    const [one, two, other] = [newStream('a'), newStream('b'), newStream('c')];
    const filter = streamNameFilter({ prefixes: [one, two] });
    await target.client.appendToStream(one, noted('1'));
    await target.client.appendToStream(other, noted('not this'));
    await target.client.appendToStream(two, noted('2'));
    const subscription = target.client.subscribeToAll({ filter });
    const seen = next(4, subscription);
    await once(subscription, 'caughtUp');
    await target.client.appendToStream(other, noted('nor this'));
    await target.client.appendToStream(two, noted('3'));
    await target.client.appendToStream(one, noted('4'));

    expect(await seen).toEqual(['1', '2', '3', '4']);
  });

  it('keeps the order of the log over streams, however many write', async () => {
    const prefix = newStream('order');
    const filter = streamNameFilter({ prefixes: [prefix] });
    const subscription = target.client.subscribeToAll({ filter });
    const seen: bigint[] = [];
    const complete = (async () => {
      for await (const { event } of subscription) if (seen.push(event!.position!.commit) === 400) break;
    })();
    const writer = async (name: string): Promise<void> => {
      for (let written = 0; written < 50; written += 1) {
        await target.client.appendToStream(`${prefix}-${name}`, noted(name));
      }
    };
    await Promise.all([...'abcdefgh'].map(writer));
    await complete;
    await subscription.unsubscribe();

    expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => Number(one - other)));
  });
});

describe('caughtUp', () => {
  it('comes again when a slow subscriber fell behind and caught up anew; fellBehind never comes', async () => {
    const stream = newStream('slow');
    const written = 400;
    const subscription = target.client.subscribeToAll({ filter: streamNameFilter({ prefixes: [stream] }) });
    let caughtUp = 0;
    let fellBehind = 0;
    subscription.on('caughtUp', () => (caughtUp += 1)).on('fellBehind', () => (fellBehind += 1));
    const iterator = subscription[Symbol.asyncIterator]();
    const first = iterator.next();
    await once(subscription, 'caughtUp');

    // Far more than what the connection holds: the server's live buffer overflows while nobody reads.
    await target.client.appendToStream(stream, noted('first'));
    await first;
    for (let index = 0; index < written / 10; index += 1) {
      const events = Array.from({ length: 10 }, () => binaryEvent({ type: 'Big', data: Buffer.alloc(50_000) }));
      await target.client.appendToStream(stream, events);
    }
    let revision = -1n;
    for (let index = 0; index < written; index += 1) {
      const { value } = await iterator.next();
      expect(value.event.revision).toBe((revision = BigInt(index) + 1n));
    }
    if (caughtUp < 2) await once(subscription, 'caughtUp');
    await subscription.unsubscribe();

    expect(revision).toBe(BigInt(written));
    expect(caughtUp).toBeGreaterThan(1);
    expect(fellBehind).toBe(0);
  }, 60_000);
});

describe('a subscription that was ended', () => {
  it('leaves the connection free for the next', async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, noted('x'));
    for (let round = 0; round < 150; round += 1) {
      expect(await next(1, subscribe(stream))).toEqual(['x']);
    }

    expect(await within(5_000, all(target.client.readStream(stream)))).toHaveLength(1);
  }, 60_000);
});
