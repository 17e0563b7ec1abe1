import { InstallationSettings, OrdersToDecideAnew } from '@app/application';
import { caseDecider, eventSchemas, samples } from '@app/domain';
import { CommandPipeline, createCodec, StoreUnavailable } from '@app/event-store';
import type { OrderOnCase } from '@app/read-models';
import { describe, expect, it } from '@jest/globals';
import { openSeals } from '../../../libs/application/src/testing/open-seals.js';
import { MemoryEventStore } from '../../../libs/event-store/src/testing/memory-event-store.js';
import { OrderFollower, type OrderFollowerParts } from './order-follower.js';

const now = '2025-05-20T10:00:00+05:00';
const refusal = samples.samplePaths[1] ?? [];

const order = (changes: Partial<OrderOnCase> = {}): OrderOnCase => ({
  eventId: 'b5e9f3f0-0000-5000-8000-000000000001',
  position: 7,
  revision: 3,
  orderedPosition: 7,
  cause: 'COMPLAINT',
  at: '2025-04-14T10:00:00+05:00',
  orderedOn: '2025-04-14',
  carryOutBy: '2025-04-24',
  complaintId: 'complaint-1',
  caseId: 'case-1',
  officeId: 'almaty-bostandyk',
  ...changes,
});

/** A log with the refused sample case, and processes that follow orders on it. */
const world = async () => {
  const store = new MemoryEventStore();
  const newPipeline = () =>
    new CommandPipeline({
      store,
      codec: createCodec({ schemas: eventSchemas, vault: openSeals }),
      retry: { retryDelaysMs: [], giveUpAfterMs: 0 },
    });
  for (const [index, command] of refusal.entries()) {
    const context = {
      actor: command.by,
      onBehalfOf: null,
      office: null,
      correlationId: 'c',
      causationId: null,
      idempotencyKey: `walk ${index}`,
      expectedRevision: null,
      request: `walk ${index}`,
      recordedAt: command.at,
      effectiveAt: command.at,
    };
    await newPipeline().handle({ stream: 'case-case-1', decider: caseDecider, command, context });
  }
  /** A process of its own: nothing is known of any stream, or of any order. */
  const follower = (orders: readonly OrderOnCase[], more: Partial<OrderFollowerParts> = {}) => {
    const orderedAfter = async (position: number | null) =>
      orders.filter(({ orderedPosition }) => orderedPosition > (position ?? -1));
    // the follower asks for these alone
    const readModels = {
      position: async () => 100,
      complaints: { orderedAfter },
    } as unknown as OrderFollowerParts['readModels'];
    const carrying = new OrdersToDecideAnew(newPipeline(), new InstallationSettings());
    return new OrderFollower({ readModels, orders: carrying, now: () => now, ...more });
  };
  const reopenings = () => store.log.filter(({ type }) => type === 'CaseReopened');
  return { store, follower, reopenings };
};

describe('what a complaint or a court has decided anew (A31)', () => {
  it('reopens the case, on the day of the decision, caused by its event', async () => {
    const { follower, reopenings } = await world();
    await follower([order()]).pass();
    expect(reopenings()).toMatchObject([
      {
        data: { cause: 'COMPLAINT', complaintId: 'complaint-1', carryOutBy: '2025-04-24', reopenedOn: '2025-04-14' },
        metadata: { causationId: order().eventId, effectiveAt: order().at, recordedAt: now },
      },
    ]);
  });

  it.each([
    ['before it is appended', { before: () => Promise.reject(new StoreUnavailable('killed')) }],
    ['after it was appended, before that is known', { after: () => Promise.reject(new StoreUnavailable('killed')) }],
  ])('is one event, though the follower is killed %s', async (_, mishap) => {
    const { store, follower, reopenings } = await world();
    store.willMeet(mishap);
    await expect(follower([order()]).pass()).rejects.toThrow('killed');
    for (let again = 0; again < 3; again += 1) await follower([order()]).pass();
    expect(reopenings()).toHaveLength(1);
  });

  it('is one event of several that follow at once, and one for each order', async () => {
    const { follower, reopenings } = await world();
    await Promise.all([follower([order()]).pass(), follower([order()]).pass()]);
    const ruling = order({ eventId: 'b5e9f3f0-0000-5000-8000-000000000002', cause: 'COURT', orderedPosition: 9 });
    await follower([order({ orderedPosition: 9 }), ruling]).pass();
    expect(reopenings().map(({ data }) => data['cause'])).toEqual(['COMPLAINT', 'COURT']);
  });

  it('waits until the read models include it, and is left alone where it names no day', async () => {
    const { follower, reopenings } = await world();
    await follower([order({ orderedPosition: 101 }), order({ carryOutBy: null })]).pass();
    expect(reopenings()).toEqual([]);
  });

  it('is tried again where it failed, and keeps no other from being carried over', async () => {
    const { follower, reopenings } = await world();
    const troubles: unknown[] = [];
    const lost = order({ eventId: 'b5e9f3f0-0000-5000-8000-000000000003', caseId: 'no-such-case' });
    const following = follower([lost, order()], { onTrouble: ({ caseId }) => troubles.push(caseId) });
    await following.pass();
    await following.pass();
    expect([reopenings().length, troubles]).toEqual([1, ['no-such-case', 'no-such-case']]);
  });
});
