import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { genesis } from '@app/proof';
import { VaultUnavailable } from '@app/vault';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { createCodec } from '../codec/codec.js';
import type { LogItem, Revision } from '../event-store.js';
import { MemoryEventStore } from '../testing/memory-event-store.js';
import { aliya, contextOf, tillSchemas, type TillEvent } from '../testing/till.js';
import { FollowedLog, type FollowLogOptions, type LogBatch } from './follow-log.js';

const added: TillEvent = { type: 'CoinsAdded', data: { amount: 1, unit: 'tiyn' } };
const opened: TillEvent = { type: 'TillOpened', data: { owner: aliya, witnesses: [], note: null } };

describe('following the log', () => {
  it('hands out what is there in the order of the log, then tells that the end is reached, then what comes', async () => {
    const { append, follow } = setUp();
    const first = await append('till-1', added);
    const second = await append('till-2', opened);
    const log = follow();

    expect(await until(log, ({ caughtUp }) => caughtUp)).toMatchObject([
      {
        events: [
          { stream: 'till-1', data: added.data },
          { stream: 'till-2', data: opened.data },
        ],
        position: second,
        caughtUp: true,
        undecodable: [],
      },
    ]);
    expect(second).toBeGreaterThan(first);
    const third = await append('till-1', added);
    expect(await until(log, ({ events }) => events.length > 0)).toMatchObject([
      { events: [{ stream: 'till-1', revision: 1 }], position: third, caughtUp: true },
    ]);
  });

  it('begins after a position, and not with it', async () => {
    const { append, follow } = setUp();
    const first = await append('till-1', added);
    await append('till-2', added);

    expect(streamsOf(await until(follow({ after: first }), ({ caughtUp }) => caughtUp))).toEqual(['till-2']);
  });

  it('moves the position past events that it does not follow', async () => {
    const { append, follow } = setUp();
    await append('till-1', added);
    const last = await append('other-1', added);
    const batches = await until(follow(), ({ caughtUp }) => caughtUp);

    expect(streamsOf(batches)).toEqual(['till-1']);
    expect(batches.at(-1)!.position).toBe(last);
  });

  it('unseals and hands out only what is wanted, and moves the position past the rest', async () => {
    const { append, follow, vault } = setUp();
    await append('till-1', opened);
    await append('till-2', added);
    const last = await append('till-3', opened);
    vault.calls = 0;
    const batches = await until(follow({ isWanted: ({ stream }) => stream === 'till-2' }), ({ caughtUp }) => caughtUp);

    expect([streamsOf(batches), batches.at(-1)!.position, vault.calls]).toEqual([['till-2'], last, 0]);
  });

  it('never moves the position back', async () => {
    const { store, append, follow } = setUp();
    await append('till-1', added);
    const last = await append('till-1', added);
    const original = store.follow.bind(store);
    store.follow = async function* (options) {
      for await (const item of original(options)) {
        yield item;
        yield { kind: 'checkpoint', position: 1 } satisfies LogItem;
      }
    };

    expect((await until(follow(), ({ caughtUp }) => caughtUp)).at(-1)!.position).toBe(last);
  });

  it('keeps batches to their size, and unseals each with one call to the vault', async () => {
    const { append, follow, vault } = setUp();
    for (let nth = 0; nth < 10; nth += 1) await append('till-1', opened);
    vault.calls = 0;
    const batches = await until(follow({ maxEvents: 4 }), ({ caughtUp }) => caughtUp);

    expect(batches.map(({ events }) => events.length)).toEqual([4, 4, 2]);
    expect(vault.calls).toBe(3);
  });

  it('holds the log back while a batch is worked on', async () => {
    const { append, follow, store } = setUp();
    for (let nth = 0; nth < 50; nth += 1) await append('till-1', added);
    let pulled = 0;
    const original = store.follow.bind(store);
    store.follow = async function* (options) {
      for await (const item of original(options)) {
        pulled += 1;
        yield item;
      }
    };
    const batches = follow({ maxEvents: 5 })[Symbol.asyncIterator]();
    await batches.next();
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();

    expect(pulled).toBe(10);
  });

  it('waits a little for a batch to fill while events keep coming, and not for one that comes alone', async () => {
    const { append, follow } = setUp();
    await append('till-1', added);
    const batches = follow({ maxWaitMs: 60_000, maxEvents: 2 })[Symbol.asyncIterator]();
    expect((await batches.next()).value).toMatchObject({ events: [{ revision: 0 }], caughtUp: true });
    const second = batches.next();
    await append('till-1', added);
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    await append('till-1', added);

    expect((await second).value).toMatchObject({ events: [{ revision: 1 }, { revision: 2 }] });
  });

  it('ends while it waits', async () => {
    const { append, follow, stop } = setUp();
    await append('till-1', added);
    const batches = follow({ maxWaitMs: 60_000 })[Symbol.asyncIterator]();
    await batches.next();
    const second = batches.next();
    await append('till-1', added);
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    stop.abort();

    expect(await second).toEqual({ value: undefined, done: true });
  });

  it('sets aside what it cannot read, with its place, and goes on', async () => {
    const { append, follow, store } = setUp();
    await append('till-1', added);
    await append('till-2', added);
    store.log[0] = { ...store.log[0]!, type: 'TillStolen' };
    const [batch] = await until(follow(), ({ caughtUp }) => caughtUp);

    expect(streamsOf([batch!])).toEqual(['till-2']);
    expect(batch!.undecodable).toMatchObject([
      { reason: 'its type is unknown', place: { stream: 'till-1', revision: 0, position: store.log[0].position } },
    ]);
  });
});

describe('a lost connection', () => {
  it('is made again from the last event received, and meanwhile the end is not taken for reached', async () => {
    const { append, follow, store } = setUp();
    await append('till-1', added);
    const log = follow();
    await until(log, ({ caughtUp }) => caughtUp);
    store.disconnect();

    expect(await until(log, ({ caughtUp }) => !caughtUp)).toMatchObject([{ events: [], caughtUp: false }]);
    expect(log.state()).toMatchObject({ connected: false, caughtUp: false, losses: 1 });
    store.connect();
    await append('till-2', added);
    const after = await until(log, ({ caughtUp }) => caughtUp);
    expect(streamsOf(after)).toEqual(['till-2']);
    expect(log.state()).toEqual({
      connected: true,
      caughtUp: true,
      lastPosition: store.log[1]!.position,
      losses: expect.any(Number),
    });
  });

  it('is not made again after a failure that is not an outage: that is told', async () => {
    const { store, follow } = setUp();
    store.follow = () => {
      throw new Error('Trying to read from an invalid position.');
    };

    await expect(until(follow(), () => false)).rejects.toThrow('Trying to read from an invalid position.');
  });

  it('to the vault holds the batch until the vault is back', async () => {
    const { append, follow, vault } = setUp();
    await append('till-1', opened);
    const unseal = vault.unseal.bind(vault);
    let failures = 2;
    vault.unseal = async (requests) => {
      failures -= 1;
      if (failures >= 0) throw new VaultUnavailable('away');
      return unseal(requests);
    };

    expect(streamsOf(await until(follow(), ({ caughtUp }) => caughtUp))).toEqual(['till-1']);
  });
});

describe('stopping', () => {
  it('by abort ends the batches, also in the middle of waiting for the next', async () => {
    const { append, follow, stop } = setUp();
    await append('till-1', added);
    const log = follow();
    const batches = log[Symbol.asyncIterator]();
    await batches.next();
    const next = batches.next();
    stop.abort();

    expect(await next).toEqual({ value: undefined, done: true });
    expect(log.state().connected).toBe(false);
  });

  it('by leaving the loop lets go of the log', async () => {
    const { append, follow, store } = setUp();
    await append('till-1', added);
    let open = 0;
    const original = store.follow.bind(store);
    store.follow = async function* (options) {
      open += 1;
      try {
        yield* original(options);
      } finally {
        open -= 1;
      }
    };
    for await (const batch of follow()) if (batch.events.length > 0) break;

    expect(open).toBe(0);
  });
});

/** Takes batches until one is as wanted, and answers them all. */
const until = async (log: FollowedLog, wanted: (batch: LogBatch) => boolean): Promise<LogBatch[]> => {
  const batches: LogBatch[] = [];
  const iterator = open.get(log) ?? log[Symbol.asyncIterator]();
  open.set(log, iterator);
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return batches;
    batches.push(value);
    if (wanted(value)) return batches;
  }
};

/** A log is iterated once; a spec goes on with the same iteration. */
const open = new Map<FollowedLog, AsyncIterator<LogBatch>>();

const streamsOf = (batches: readonly LogBatch[]): string[] =>
  batches.flatMap(({ events }) => events.map(({ stream }) => stream));

const stops: AbortController[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

const setUp = () => {
  const vault = new MemoryVault();
  const store = new MemoryEventStore();
  const codec = createCodec({ schemas: tillSchemas, vault });
  const stop = new AbortController();
  stops.push(stop);
  /** Appends one event and answers its position. Chains are not looked at here. */
  const append = async (stream: string, event: TillEvent): Promise<number> => {
    const expected: Revision = store.log.findLast((stored) => stored.stream === stream)?.revision ?? 'none';
    const context = contextOf(`key-${store.log.length}`);
    const draft = {
      stream,
      after: genesis,
      events: [event],
      idOf: () => randomUUID(),
      context,
      requestDigest: '',
      rulebook: null,
    };
    return (await store.append(stream, expected, await codec.encode(draft))).position;
  };
  const follow = (options: Partial<FollowLogOptions> = {}) =>
    new FollowedLog({
      store,
      codec,
      prefixes: ['till-'],
      after: null,
      signal: stop.signal,
      backoffMs: { first: 1, longest: 4 },
      ...options,
    });
  return { vault, store, stop, append, follow };
};
