import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { ChainBroken, Overloaded, TooManyConflicts } from '../errors.js';
import { StoreUnavailable } from '../event-store.js';
import type { MemoryEventStore } from '../testing/memory-event-store.js';
import { add, open, tillPipelines } from '../testing/till-pipeline.js';

const setUp = tillPipelines(() => new MemoryVault());

describe('an outage', () => {
  it('is told after some looks, and over when the store is back', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    store.disconnect();

    await expect(run(add(5), 'k2')).rejects.toThrow(new StoreUnavailable('disconnected'));
    store.connect();
    expect(await run(add(5), 'k2')).toMatchObject({ revision: 1 });
  });

  it('leaves nothing in memory that the log did not confirm', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    store.disconnect();
    await expect(run(add(5), 'k2')).rejects.toThrow(StoreUnavailable);
    store.connect();
    store.log.length = 0;

    expect(await run(add(5), 'k3')).toMatchObject({ revision: 0 });
  });
});

describe('limits', () => {
  it('end a fight for a stream that never lets the command through', async () => {
    const { run, copy, store } = setUp({ retry: { maxConflicts: 2, retryDelaysMs: [] } });
    const other = copy();
    await run(open, 'k1');
    for (let nth = 0; nth < 3; nth += 1) {
      store.willMeet({ before: () => other.run(add(1), `other-${nth}`) });
      // The other copy's own append.
      store.willMeet({});
    }

    await expect(run(add(5), 'k2')).rejects.toThrow(TooManyConflicts);
  });

  it('turn away what would wait behind too many others, without having begun it', async () => {
    const { run, store } = setUp({ limits: { maxInFlight: 1, maxWaiting: 2 } });
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map((nth) => run(add(1), `k${nth}`, {}, `till-${nth}`)));

    expect(results.filter(({ status }) => status === 'rejected')).toEqual(
      Array.from({ length: 3 }, () => ({
        status: 'rejected',
        reason: new Overloaded('too many commands are waiting'),
      })),
    );
    expect(store.log).toHaveLength(2);
  });

  it('do not begin what has waited too long', async () => {
    const { run, store } = setUp({ limits: { maxWaitMs: -1 } });

    await expect(run(add(1), 'k1')).rejects.toThrow(new Overloaded('the command waited too long'));
    expect(store.appends + store.reads).toBe(0);
  });

  it('hold streams side by side to a bound', async () => {
    const { run, store } = setUp({ limits: { maxInFlight: 3 } });
    let running = 0;
    let most = 0;
    for (let nth = 0; nth < 9; nth += 1) {
      store.willMeet({
        before: async () => {
          running += 1;
          most = Math.max(most, running);
          await nextTurn();
          await nextTurn();
          running -= 1;
        },
      });
    }
    await Promise.all(Array.from({ length: 9 }, (_, nth) => run(add(1), `k${nth}`, {}, `till-${nth}`)));

    expect(most).toBe(3);
  });
});

describe('a stream that was altered', () => {
  it.each<[string, (store: MemoryEventStore) => void, ChainBroken]>([
    [
      'an event changed',
      ({ log }) => (log[1] = { ...log[1]!, data: { amount: 7, unit: 'tiyn' } }),
      new ChainBroken('till-1', 1, 'hash'),
    ],
    ['an event gone', ({ log }) => log.splice(1, 1), new ChainBroken('till-1', 2, 'gap')],
    [
      'a link that leads elsewhere',
      ({ log }) => (log[2] = { ...log[2]!, metadata: { ...log[2]!.metadata, prevHash: 'f'.repeat(64) } }),
      new ChainBroken('till-1', 2, 'link'),
    ],
  ])('is not read on: %s', async (_, alter, error) => {
    const { run, copy, store } = setUp();
    await run(open, 'k1');
    await run(add(1), 'k2');
    await run(add(1), 'k3');
    alter(store);

    await expect(copy().run(add(1), 'k4')).rejects.toThrow(error);
    await expect(copy().state()).rejects.toThrow(error);
    expect(store.log.length).toBeLessThanOrEqual(3);
  });
});
