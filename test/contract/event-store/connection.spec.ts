import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamNameFilter } from '@eventstore/db-client';
import { all, newStream, noted, openTarget, within, type Target } from './target.js';

const callsPerConnection = 100;

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('calls on one connection', () => {
  it(`are ${callsPerConnection} at once, live subscriptions and the call of the appends included: the next one waits without a deadline until one ends`, async () => {
    const stream = newStream();
    // All appends share one call, which stays open.
    await target.client.appendToStream(stream, noted('x'), { expectedRevision: 'no_stream' });
    const subscriptions = Array.from({ length: callsPerConnection - 1 }, () =>
      target.client.subscribeToAll({ fromPosition: 'end', filter: streamNameFilter({ prefixes: [stream] }) }),
    );
    await Promise.all(subscriptions.map((subscription) => once(subscription, 'confirmation')));

    const read = all(target.client.readStream(stream, { deadline: 100 }));
    expect(await within(1_500, read)).toBe('pending');

    await subscriptions[0]!.unsubscribe();
    expect(await read).toHaveLength(1);
    await Promise.all(subscriptions.slice(1).map((subscription) => subscription.unsubscribe()));
  });
});
