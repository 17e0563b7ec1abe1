import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { all, describeOnNode, newStream, noted, openTarget, unary, within, type Target } from './target.js';

const callsPerConnection = 100;

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('calls on one connection', () => {
  it(`are ${callsPerConnection} at once, live subscriptions included: the next one waits without a deadline until one ends`, async () => {
    const stream = newStream();
    // One call that ends, so that none but the subscriptions is open: appends in batches would keep one.
    await target.client.appendToStream(stream, noted('x'), { expectedRevision: 'no_stream', ...unary });
    const subscriptions = Array.from({ length: callsPerConnection }, () =>
      target.client.subscribeToStream(stream, { fromRevision: 'end' }),
    );
    await Promise.all(subscriptions.map((subscription) => once(subscription, 'confirmation')));

    const read = all(target.client.readStream(stream, { deadline: 100 }));
    expect(await within(1_500, read)).toBe('pending');

    await subscriptions[0]!.unsubscribe();
    expect(await read).toHaveLength(1);
    await Promise.all(subscriptions.slice(1).map((subscription) => subscription.unsubscribe()));
  });
});

// Not on a server: what its gossip names need not be reachable from here.
describeOnNode('finding the server', () => {
  it('works over gossip, with esdb+discover://', async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, noted('found'), { expectedRevision: 'no_stream', ...unary });
    const client = EventStoreDBClient.connectionString(target.url.replace('esdb:', 'esdb+discover:'));

    const read = await all(client.readStream(stream));

    expect(read.map(({ event }) => event?.data)).toEqual([{ note: 'found' }]);
    await client.dispose();
  });
});
