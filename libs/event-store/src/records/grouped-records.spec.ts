import { describe, expect, it } from '@jest/globals';
import { verifyChain } from '@app/proof/node';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { createCodec } from '../codec/codec.js';
import { StoreUnavailable } from '../event-store.js';
import { MemoryEventStore } from '../testing/memory-event-store.js';
import { contextOf, tillSchemas } from '../testing/till.js';
import { GroupedRecords } from './grouped-records.js';

const codec = createCodec({ schemas: tillSchemas, vault: new MemoryVault() });
const coins = (key: string) => ({
  event: { type: 'CoinsAdded', data: { amount: 1, unit: 'tiyn' } },
  context: contextOf(key),
});

const away = (): never => {
  throw new StoreUnavailable('away');
};

const streamsOf = ({ log }: MemoryEventStore) => [...new Set(log.map(({ stream }) => stream))];

describe('records of many requests', () => {
  it('are appended together, chained, to a stream of their own', async () => {
    const store = new MemoryEventStore();
    const records = new GroupedRecords('access-', { store, codec });
    await Promise.all(Array.from({ length: 20 }, (_, index) => records.record(coins(`k${index}`))));
    expect([store.appends, store.log.length]).toEqual([1, 20]);
    expect(verifyChain(store.log).intact).toBe(true);
    expect(streamsOf(store)).toEqual([expect.stringMatching(/^access-\d{4}-\d\d-\d\d-[\da-f]{8}\.1$/)]);
  });

  it('go on in another stream where one is full, and two writers never meet', async () => {
    const store = new MemoryEventStore();
    const limits = { mostTogether: 2, mostInStream: 4 };
    const writers = [1, 2].map(() => new GroupedRecords('access-', { store, codec }, limits));
    await Promise.all(Array.from({ length: 20 }, (_, index) => writers[index % 2]?.record(coins(`k${index}`))));
    expect([store.log.length, streamsOf(store).length]).toEqual([20, 6]);
    for (const stream of streamsOf(store))
      expect(verifyChain(store.log.filter((event) => event.stream === stream)).intact).toBe(true);
  });

  it('all fail with an append that fails, and the next begin another stream', async () => {
    const store = new MemoryEventStore();
    const records = new GroupedRecords('access-', { store, codec }, { mostTogether: 1 });
    store.willMeet({ before: away });
    const failed = await Promise.allSettled([records.record(coins('a')), records.record(coins('b'))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(store.appends).toBe(1);
    await records.record(coins('c'));
    expect(streamsOf(store)).toEqual([expect.stringMatching(/\.2$/)]);
  });

  it('are refused where too many wait', async () => {
    const records = new GroupedRecords('access-', { store: new MemoryEventStore(), codec }, { mostWaiting: 1 });
    const first = records.record(coins('a'));
    await expect(records.record(coins('b'))).rejects.toThrow('wait to be written');
    await first;
  });
});
