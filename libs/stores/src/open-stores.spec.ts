import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@app/platform';
import { openStores, openStoresOnce } from './open-stores.js';

const nobody = loadConfig({
  EVENTSTORE_URL: 'esdb://127.0.0.1:9?tls=false',
  MONGODB_URL: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100',
});
const sentence = 'MongoDB does not answer at the address in MONGODB_URL: start it, or correct the address';

describe('a store that does not answer', () => {
  it('is waited for, with a sentence after each attempt, until the process is to stop', async () => {
    const stopping = new AbortController();
    const told: string[] = [];
    const onWaiting = (waiting: string): void => {
      told.push(waiting);
      if (told.length === 2) stopping.abort(new Error('stopped'));
    };
    const opening = openStores(nobody, {
      onWaiting,
      onHung: () => undefined,
      onBegunAnew: () => undefined,
      onDiffer: () => undefined,
      signal: stopping.signal,
    });
    await expect(opening).rejects.toThrow('stopped');
    expect(told).toEqual([`${sentence}; it is waited for`, `${sentence}; it is waited for`]);
  });

  it('ends an opening that nobody waits for', async () => {
    await expect(openStoresOnce(nobody)).rejects.toMatchObject({ name: 'StoreAway', message: sentence });
  });
});
