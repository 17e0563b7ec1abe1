import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  streamNameFilter,
} from '@eventstore/db-client';
import { all, failureOf, describeOnNode, newStream, noted, openTarget, type Target } from './target.js';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const message = async (call: PromiseLike<unknown>): Promise<string> => String(await failureOf(call));

/** What the real server does and the node does not: refused by name, never approximated. */
describeOnNode('the embedded node refuses by name', () => {
  const expectRefusal = async (call: PromiseLike<unknown>, name: string): Promise<void> => {
    const said = await message(call);
    expect(said).toContain('not implement');
    expect(said).toContain(name);
  };

  it('Delete', () => expectRefusal(target.client.deleteStream(newStream()), 'Delete'));

  it('Tombstone', () => expectRefusal(target.client.tombstoneStream(newStream()), 'Tombstone'));

  it('appends with credentials of their own, which go one a call', () => {
    const options = { credentials: { username: 'admin', password: 'changeit' } };
    return expectRefusal(target.client.appendToStream(newStream(), noted('x'), options), 'Streams/Append');
  });

  it('stream metadata', async () => {
    await expectRefusal(target.client.setStreamMetadata(newStream(), { maxCount: 1 }), 'stream metadata');
    await expectRefusal(target.client.getStreamMetadata(newStream()), 'stream metadata');
  });

  it('link resolution', async () => {
    await expectRefusal(all(target.client.readStream(newStream(), { resolveLinkTos: true })), 'link resolution');
    await expectRefusal(all(target.client.subscribeToAll({ resolveLinkTos: true })), 'link resolution');
  });

  it('links and other system events', async () => {
    const link = jsonEvent({ type: '$>', data: {} });
    await expectRefusal(target.client.appendToStream(newStream(), link), '$>');
  });

  it('system streams', async () => {
    await expectRefusal(target.client.appendToStream('$own', noted('x')), '$own');
    await expectRefusal(all(target.client.readStream('$ce-case')), '$ce-case');
  });

  it('filters by regular expressions, and by event types', async () => {
    const filter = streamNameFilter({ regex: '^case-' });
    await expectRefusal(all(target.client.subscribeToAll({ filter })), 'regular expressions');
    for (const byType of [eventTypeFilter({ prefixes: ['Noted'] }), excludeSystemEvents()])
      await expectRefusal(all(target.client.subscribeToAll({ filter: byType })), 'filters by event type');
  });

  it('subscriptions to a stream, and without a filter', async () => {
    await expectRefusal(all(target.client.subscribeToStream(newStream())), 'subscriptions without a filter on $all');
    await expectRefusal(all(target.client.subscribeToAll()), 'subscriptions without a filter on $all');
  });

  it.each([
    ['backwards', { direction: 'backwards', fromRevision: 'end' }],
    ['from its end', { fromRevision: 'end' }],
    ['of no events', { maxCount: 0 }],
  ] as const)('reads of a stream %s', async (what, options) =>
    expectRefusal(all(target.client.readStream(newStream(), options)), what),
  );

  it('reads of $all backwards from anywhere but its end', async () => {
    const fromPosition = { commit: 1n, prepare: 1n };
    await expectRefusal(all(target.client.readAll({ direction: 'backwards', fromPosition })), 'but its end');
  });

  it('persistent subscriptions', async () => {
    const settings = persistentSubscriptionToStreamSettingsFromDefaults();
    const create = target.client.createPersistentSubscriptionToStream(newStream(), 'group', settings);
    await expectRefusal(create, 'PersistentSubscriptions/Create');
  });

  it('projections', () => expectRefusal(target.client.createProjection('p', 'fromAll()'), 'Projections/Create'));
});
