import { describe, expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { IdempotencyKeyReused } from '../errors.js';
import { eventIdOf } from '../event-id.js';
import { OutcomeUnknown, StoreUnavailable } from '../event-store.js';
import { add, open, tillPipelines } from '../testing/till-pipeline.js';

const setUp = tillPipelines(() => new MemoryVault());

describe('a repeated request', () => {
  it('answers what it did the first time and writes nothing, also when others wrote since', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    const first = await run({ type: 'AddAndCount', amount: 5 }, 'k2');
    await run(add(1), 'k3');

    expect(await run({ type: 'AddAndCount', amount: 5 }, 'k2')).toEqual({ ...first, repeated: true });
    expect(store.log).toHaveLength(4);
  });

  it('is recognized after a restart and on another copy', async () => {
    const { run, copy } = setUp();
    await run(open, 'k1');
    const first = await run(add(5), 'k2');

    expect(await copy().run(add(5), 'k2')).toEqual({ ...first, repeated: true });
  });

  it('is recognized on a copy that knew the stream before the first one came', async () => {
    const { run, copy, store } = setUp();
    const other = copy();
    await other.run(open, 'k1');
    const first = await run(add(5), 'k2');

    expect(await other.run(add(5), 'k2')).toEqual({ ...first, repeated: true });
    expect(store.log).toHaveLength(2);
  });

  it('is recognized even where the decision would be a refusal now', async () => {
    const { run, copy } = setUp();
    const other = copy();
    await other.run(add(0), 'k0');
    const first = await run(open, 'k1');

    expect(await run(open, 'k1')).toEqual({ ...first, repeated: true });
    expect(await other.run(open, 'k1')).toEqual({ ...first, repeated: true });
  });

  it('is recognized before If-Match is looked at', async () => {
    const { run } = setUp();
    await run(open, 'k1');
    const first = await run(add(5), 'k2', { expectedRevision: 0 });

    expect(await run(add(5), 'k2', { expectedRevision: 0 })).toEqual({ ...first, repeated: true });
  });

  it('sent many times at once to two copies is carried out once', async () => {
    const { run, copy, store } = setUp();
    const other = copy();
    await Promise.all(Array.from({ length: 10 }, (_, nth) => (nth % 2 ? run : other.run)(add(5), 'same')));

    expect(store.log).toHaveLength(1);
  });

  it.each(['in memory', 'on another copy'])('with another body is refused: %s', async (where) => {
    const { run, copy, store } = setUp();
    const other = copy();
    await other.run(open, 'k1');
    await run(add(5), 'k2');
    const repeat = where === 'in memory' ? run : other.run;

    await expect(repeat(add(6), 'k2', { request: 'another' })).rejects.toThrow(
      new IdempotencyKeyReused('till-1', 'k2'),
    );
    expect(store.log).toHaveLength(2);
  });

  it('with the key of another stream is another request', async () => {
    const { run } = setUp();
    await run(open, 'k1');

    expect(await run(open, 'k1', {}, 'till-2')).toMatchObject({ stream: 'till-2', repeated: false });
  });
});

describe('an append without an answer', () => {
  it('that was carried out is found, and answered as if nothing had happened', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    store.willMeet({ after: unanswered });

    expect(await run({ type: 'AddAndCount', amount: 5 }, 'k2')).toEqual({
      stream: 'till-1',
      revision: 2,
      position: store.log[2]!.position,
      events: [
        { type: 'CoinsAdded', eventId: eventIdOf('k2', 0, 'till-1') },
        { type: 'CoinsCounted', eventId: eventIdOf('k2', 1, 'till-1') },
      ],
      repeated: false,
    });
    expect(store.log).toHaveLength(3);
  });

  it('that was lost is sent again', async () => {
    const { run, store, chain } = setUp();
    await run(open, 'k1');
    store.willMeet({ before: unanswered });

    expect(await run(add(5), 'k2')).toMatchObject({ revision: 1, repeated: false });
    expect(chain('till-1')).toMatchObject({ intact: true, head: { revision: 1 } });
  });

  it('that is carried out while it is sent again is written once', async () => {
    const { run, copy, store, chain } = setUp();
    const other = copy();
    await run(open, 'k1');
    store.willMeet({ before: unanswered }).willMeet({ before: () => other.run(add(5), 'k2') });

    expect(await run(add(5), 'k2')).toMatchObject({ revision: 1 });
    expect(store.log).toHaveLength(2);
    expect(chain('till-1').intact).toBe(true);
  });

  it('is given up after some looks, as an outage to be repeated with the same key', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    for (let nth = 0; nth < 3; nth += 1) store.willMeet({ before: unanswered });

    await expect(run(add(5), 'k2')).rejects.toThrow(StoreUnavailable);
    expect(store.appends).toBe(4);
    expect(await run(add(5), 'k2')).toMatchObject({ revision: 1, repeated: false });
  });
});

const unanswered = (): never => {
  throw new OutcomeUnknown('no answer');
};
