import { startEventNode } from '../../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../../test/support/process.js';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OutcomeUnknown, StoreUnavailable, type EventStore, type LogItem } from '../event-store.js';
import { encoded } from '../testing/encoded.js';
import { connectEventStore } from './event-store-db.js';

const cleanUps: (() => Promise<unknown>)[] = [];
let node: RunningProcess;
let store: EventStore;
let restart: () => Promise<void>;

beforeEach(async () => {
  const folder = await temporaryFolder();
  cleanUps.push(folder.remove);
  node = await startEventNode(folder.path);
  store = connect(node.url);
  restart = async () => {
    node = await startEventNode(folder.path, Number(new URL(node.url).port));
  };
});

afterEach(async () => {
  node.child.kill('SIGCONT');
  await node.kill();
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe('a server that is killed', () => {
  it('is an outage for reads and appends while it is away, and over when it is back, without a new connection', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    await node.kill();

    await expect(store.read(stream)).rejects.toThrow(StoreUnavailable);
    await expect(store.lastPosition()).rejects.toThrow(StoreUnavailable);
    await expect(store.append(stream, 0, [encoded()])).rejects.toThrow(
      /StoreUnavailable|OutcomeUnknown|reached|answer/,
    );
    await restart();
    expect(await eventually(() => store.append(stream, 0, [encoded()]))).toMatchObject({ revision: 1 });
    expect(await store.read(stream)).toHaveLength(2);
  });

  it('leaves the outcome of what was under way open', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    node.child.kill('SIGSTOP');
    const outcome = failureOf(store.append(stream, 0, [encoded()]));
    await node.kill();

    expect(await outcome).toBeInstanceOf(OutcomeUnknown);
  });

  it('ends a subscription as an outage', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    const log = store.follow({ prefixes: [stream], after: null, signal: new AbortController().signal });
    const items: LogItem[] = [];
    const following = (async () => {
      for await (const item of log) {
        items.push(item);
        if (item.kind === 'caught-up') await node.kill();
      }
    })();

    await expect(following).rejects.toThrow(StoreUnavailable);
    expect(items.map(({ kind }) => kind)).toContain('event');
  });
});

describe('a server that is stopped', () => {
  it('ends a subscription as an outage, and says so to appends', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    const log = store.follow({ prefixes: [stream], after: null, signal: new AbortController().signal });
    const following = (async () => {
      for await (const item of log) if (item.kind === 'caught-up') void node.stop();
    })();

    await expect(following).rejects.toThrow(StoreUnavailable);
    await expect(store.append(stream, 0, [encoded()])).rejects.toThrow(/reached|answer/);
  });
});

describe('a server that is frozen', () => {
  it('is given up within the limits; what it did meanwhile is found when it goes on', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    node.child.kill('SIGSTOP');
    const begun = performance.now();

    await expect(store.append(stream, 0, [encoded()])).rejects.toThrow(OutcomeUnknown);
    await expect(store.read(stream)).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - begun).toBeLessThan(2_500);
    node.child.kill('SIGCONT');
    const [first, ...rest] = await eventually(() => store.read(stream));
    expect(first).toMatchObject({ revision: 0 });
    expect(rest.length).toBeLessThanOrEqual(1);
    expect(await store.append(stream, rest.length, [encoded()])).toMatchObject({ revision: rest.length + 1 });
  });

  it('gives every append that waits the same answer at once when one of them ran out of time', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    node.child.kill('SIGSTOP');
    const pending = Array.from({ length: 30 }, () => store.append(aStream(), 'none', [encoded()]));

    expect((await Promise.allSettled(pending)).map(({ status }) => status)).toEqual(Array(30).fill('rejected'));
    node.child.kill('SIGCONT');
    expect(await eventually(() => store.append(stream, 0, [encoded()]))).toMatchObject({ revision: 1 });
  });
});

describe('two clients in one process', () => {
  it('disturb each other no further than an outcome unknown: what comes late does not stop the later appends', async () => {
    const folder = await temporaryFolder();
    const neighbour = await startEventNode(folder.path);
    const other = connect(neighbour.url);
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    await other.append(stream, 'none', [encoded()]);
    node.child.kill('SIGSTOP');
    const outcome = failureOf(store.append(stream, 0, [encoded()]));
    await neighbour.kill();
    await folder.remove();
    expect(await outcome).toBeInstanceOf(OutcomeUnknown);
    node.child.kill('SIGCONT');

    const later = aStream();
    expect(await store.append(later, 'none', [encoded()])).toMatchObject({ revision: 0 });
    expect(await store.append(later, 0, [encoded()])).toMatchObject({ revision: 1 });
    expect(await store.read(stream)).toHaveLength(2);
  });
});

describe('closing', () => {
  it('ends what is under way, refuses what comes after, and leaves nothing that keeps the process', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded()]);
    const log = store.follow({ prefixes: [stream], after: null, signal: new AbortController().signal });
    const following = (async () => {
      for await (const item of log) if (item.kind === 'caught-up') void store.close();
    })();

    await expect(following).rejects.toThrow(StoreUnavailable);
    await expect(store.read(stream)).rejects.toThrow('the connection to the event store was closed');
    await expect(store.append(stream, 0, [encoded()])).rejects.toThrow('the connection to the event store was closed');
  });
});

const connect = (url: string): EventStore => {
  const connected = connectEventStore(url, { appendLimitMs: 1_000, readLimitMs: 1_000 });
  cleanUps.push(() => connected.close());
  return connected;
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** Tries for some seconds: a server needs a moment to start, and so does a connection. */
const eventually = async <T>(work: () => Promise<T>): Promise<T> => {
  const until = performance.now() + 10_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > until || !(error instanceof StoreUnavailable || error instanceof OutcomeUnknown))
        throw error;
    }
  }
};

const aStream = (): string => `till-${randomUUID()}`;
