import { describe, expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { StaleRevision } from '../errors.js';
import { eventIdOf } from '../event-id.js';
import { add, open, tillPipelines } from '../testing/till-pipeline.js';
import { aliya, TillRefusal } from '../testing/till.js';

let vault: MemoryVault;
const setUp = tillPipelines(() => (vault = new MemoryVault()));

describe('a command', () => {
  it('is answered with the new revision, the position to wait for and the events', async () => {
    const { run, store } = setUp();

    expect(await run(open, 'k1')).toEqual({
      stream: 'till-1',
      revision: 0,
      position: store.log[0]!.position,
      events: [{ type: 'TillOpened', eventId: eventIdOf('k1', 0, 'till-1') }],
      repeated: false,
    });
    expect(await run({ type: 'AddAndCount', amount: 5 }, 'k2')).toMatchObject({
      revision: 2,
      position: store.log[2]!.position,
      events: [{ type: 'CoinsAdded' }, { type: 'CoinsCounted' }],
    });
  });

  it('costs one append and no read once the stream is known', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    store.reads = 0;
    store.appends = 0;
    for (let nth = 0; nth < 5; nth += 1) await run(add(1), `add-${nth}`);

    expect([store.appends, store.reads]).toEqual([5, 0]);
  });

  it('is decided by what is left of the stream where keys were closed since it was read, also while it is decided', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    store.reads = 0;
    vault.epoch += 1;
    await run(add(1), 'k2');
    expect(store.reads).toBe(1);

    const seal = vault.seal.bind(vault);
    vault.seal = async (requests) => {
      if (vault.epoch === 1) vault.epoch = 2;
      return seal(requests);
    };
    await run({ type: 'OpenTill', owner: aliya, witnesses: [] }, 'k3', {}, 'till-2');
    expect([store.reads, store.appends]).toEqual([3, 3]);
  });

  it('leaves a chain that holds, whatever was written between', async () => {
    const { run, copy, chain } = setUp();
    const other = copy();
    await run(open, 'k1');
    await other.run({ type: 'AddAndCount', amount: 1 }, 'k2');
    await run({ type: 'AddAndCount', amount: 2 }, 'k3');
    await other.run(add(3), 'k4');

    expect(chain('till-1')).toMatchObject({ intact: true, head: { revision: 5 } });
  });

  it('that decides nothing writes nothing, and answers where the stream stands now', async () => {
    const { run, copy, store } = setUp();
    await run(open, 'k1');
    await copy().run(add(1), 'k2');

    expect(await run({ type: 'LookInside' }, 'k3')).toEqual({
      stream: 'till-1',
      revision: 1,
      position: store.log[1]!.position,
      events: [],
      repeated: false,
    });
    expect(store.log).toHaveLength(2);
  });

  it('of one stream waits for the one before it; commands of others do not', async () => {
    const { run, state } = setUp();
    await run(open, 'k1');
    await Promise.all(Array.from({ length: 20 }, (_, nth) => run(add(1), `add-${nth}`)));

    expect((await state()).state.added).toEqual(Array(20).fill(1));
  });

  it('of another decider on the same stream folds its own state', async () => {
    const { run, pipeline } = setUp();
    await run(open, 'k1');
    const counting = { initial: 0, decide: () => [], evolve: (count: number) => count + 1 };

    expect(await pipeline.load('till-1', counting)).toEqual({ state: 1, revision: 0 });
  });
});

describe('a state in memory', () => {
  it('is brought up to date when the append shows that it was stale', async () => {
    const { run, copy, state } = setUp();
    const other = copy();
    await run(open, 'k1');
    await other.run(add(1), 'k2');
    await run(add(2), 'k3');

    expect(await state()).toMatchObject({ state: { added: [1, 2] }, revision: 2 });
  });

  it('never says no while it is stale: what came since is read first', async () => {
    const { run, copy } = setUp();
    const other = copy();
    await other.run(add(1), 'k1');
    await run(add(50), 'k2');
    await other.run(add(-40), 'k3');

    expect(await run(add(30, 60), 'k4')).toMatchObject({ revision: 3 });
    await expect(run(add(30, 60), 'k5')).rejects.toThrow(new TillRefusal('no more than 60, and 41 in it'));
  });

  it('reads a refusal only once', async () => {
    const { run, store } = setUp();
    await run(open, 'k1');
    store.reads = 0;

    await expect(run(open, 'k2')).rejects.toThrow(TillRefusal);
    expect(store.reads).toBe(1);
  });

  it('is dropped where the log no longer holds what it was made of', async () => {
    const { run, store, state } = setUp();
    await run(open, 'k1');
    await run(add(5), 'k2');
    const emptied = setUp();
    await emptied.run(add(7), 'k3');
    store.log.splice(0, 2, ...emptied.store.log);

    expect(await state()).toMatchObject({ state: { owner: null, total: 7 }, revision: 0 });
  });
});

describe('If-Match', () => {
  it('lets a command through at the revision it names', async () => {
    const { run } = setUp();
    await run(open, 'k1');

    expect(await run(add(1), 'k2', { expectedRevision: 0 })).toMatchObject({ revision: 1 });
  });

  it('is looked at in the stream as it is, not as it was in memory', async () => {
    const { run, copy } = setUp();
    await run(open, 'k1');
    await copy().run(add(1), 'k2');

    await expect(run(add(1), 'k3', { expectedRevision: 0 })).rejects.toThrow(new StaleRevision('till-1', 0, 1));
    expect(await run(add(1), 'k4', { expectedRevision: 1 })).toMatchObject({ revision: 2 });
  });

  it('lets a command through where memory lags behind the revision it names', async () => {
    const { run, copy } = setUp();
    await run(open, 'k1');
    await copy().run(add(1), 'k2');

    expect(await run(add(1), 'k3', { expectedRevision: 1 })).toMatchObject({ revision: 2 });
  });

  it('is not tried again when somebody writes in between', async () => {
    const { run, copy, store } = setUp();
    const other = copy();
    await run(open, 'k1');
    await other.run(add(0), 'k0');
    await run(add(0), 'k00');
    store.willMeet({ before: () => other.run(add(1), 'k2') });

    await expect(run(add(1), 'k3', { expectedRevision: 2 })).rejects.toThrow(new StaleRevision('till-1', 2, 3));
    expect(store.log).toHaveLength(4);
  });

  it('of a stream without events is stale at any revision', async () => {
    await expect(setUp().run(add(1), 'k1', { expectedRevision: 0 })).rejects.toThrow(
      new StaleRevision('till-1', 0, -1),
    );
  });
});
