import { startEventNode } from '../../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../../test/support/process.js';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventsTooLarge,
  PositionNotInLog,
  RevisionConflict,
  type EventStore,
  type LogItem,
  type WrittenEvent,
} from '../event-store.js';
import { encoded } from '../testing/encoded.js';
import { connectEventStore } from './event-store-db.js';
import { storedOf } from './written-event.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let store: EventStore;

beforeAll(async () => {
  folder = await temporaryFolder();
  node = await startEventNode(folder.path);
});

afterAll(async () => {
  await node.stop();
  await folder.remove();
});

beforeEach(() => {
  store = connectEventStore(node.url);
});

afterEach(() => store.close());

describe('appending', () => {
  it('answers the new revision and the position of the last event', async () => {
    const stream = aStream();
    const first = await store.append(stream, 'none', [encoded()]);
    const second = await store.append(stream, 0, [encoded(), encoded()]);

    expect([first.revision, second.revision]).toEqual([0, 2]);
    expect((await store.read(stream)).map(({ position }) => position)).toEqual([
      first.position,
      expect.any(Number),
      second.position,
    ]);
    expect(await store.lastPosition()).toBe(second.position);
  });

  it.each([
    ['a stream that is further', 0, 1],
    ['a stream that has events', 'none', 1],
    ['a stream that is not as far', 5, 1],
  ] as const)('to %s is a conflict', async (_, expected, actual) => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded(), encoded()]);

    await expect(store.append(stream, expected, [encoded()])).rejects.toThrow(
      new RevisionConflict(stream, expected, actual),
    );
  });

  it('to a stream that has no events is a conflict where some are expected', async () => {
    const stream = aStream();

    await expect(store.append(stream, 3, [encoded()])).rejects.toThrow(new RevisionConflict(stream, 3, 'none'));
  });

  it.each([
    ['other', { amount: 2 }],
    ['the same', { amount: 1 }],
  ])('of events with known ids and %s content is a conflict, never "done before"', async (_, data) => {
    const stream = aStream();
    const id = randomUUID();
    await store.append(stream, 'none', [encoded({ amount: 1 }, id)]);

    await expect(store.append(stream, 'none', [encoded(data, id)])).rejects.toThrow(
      new RevisionConflict(stream, 'none', 0),
    );
    expect(await store.read(stream)).toMatchObject([{ id, data: { amount: 1 } }]);
  });

  it('of more than a mebibyte of data is refused before it is sent', async () => {
    const stream = aStream();
    const half = { text: 'ә'.repeat(262_144 - 6) };
    const most = [encoded(half), encoded({ text: `${'ә'.repeat(262_144 - 6)}` })];

    await expect(store.append(stream, 'none', [...most, encoded({ a: 1 })])).rejects.toThrow(EventsTooLarge);
    expect(await store.read(stream)).toEqual([]);
    expect(await store.append(stream, 'none', most)).toMatchObject({ revision: 1 });
  });

  it.each([
    ['without events', () => [], 'nothing to append to'],
    ['of an event without a type', () => [{ ...encoded(), type: '' }], 'a stream and an event type have a name'],
  ])('%s is refused by name', async (_, events, message) => {
    await expect(store.append(aStream(), 'none', events())).rejects.toThrow(message);
  });
});

describe('reading', () => {
  it('gives the events of a stream as they were appended, with their places', async () => {
    const stream = aStream();
    const event = encoded({ text: 'Өтініш', list: [1, null, { deep: true }] });
    const { position } = await store.append(stream, 'none', [event]);

    expect(await store.read(stream)).toEqual([{ ...event, stream, revision: 0, position }]);
  });

  it('begins with a revision', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded(), encoded(), encoded()]);

    expect((await store.read(stream, 1)).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(await store.read(stream, 3)).toEqual([]);
  });

  it('of a stream that nobody wrote to gives nothing', async () => {
    expect(await store.read(aStream())).toEqual([]);
  });
});

describe('reading the log as it was written', () => {
  const all = async (after: number | null): Promise<WrittenEvent[]> => {
    const found: WrittenEvent[] = [];
    for await (const events of store.written(after, new AbortController().signal)) found.push(...events);
    return found;
  };

  it('tells every event that following tells, and what is in it', async () => {
    const stream = aStream();
    await store.append(stream, 'none', [encoded({ amount: 1.5, note: 'Әуезов "Б" 😀' }), encoded()]);
    const followed = await follow({ prefixes: [''], after: null }, ({ kind }) => kind === 'caught-up');
    const events = followed.flatMap((item) => (item.kind === 'event' ? [item.event] : []));

    expect((await all(null)).map(storedOf)).toEqual(events);
    expect(events.length).toBeGreaterThan(2);
  });

  it('goes on after a position, and brings nothing after the last', async () => {
    const stream = aStream();
    const { position } = await store.append(stream, 'none', [encoded()]);
    const next = await store.append(
      stream,
      0,
      Array.from({ length: 600 }, () => encoded()),
    );

    expect((await all(position)).map(({ revision }) => revision)).toEqual(
      Array.from({ length: 600 }, (_, at) => at + 1),
    );
    expect(await all(next.position)).toEqual([]);
  });

  it('throws where no event has the position, and the reason where it is aborted', async () => {
    const { position } = await store.append(aStream(), 'none', [encoded(), encoded()]);
    await expect(all(position - 1)).rejects.toThrow(PositionNotInLog);
    const stop = new AbortController();
    const reading = store.written(null, stop.signal)[Symbol.asyncIterator]();
    stop.abort(new Error('enough'));
    await expect(reading.next()).rejects.toThrow('enough');
  });
});

describe('following', () => {
  it('gives the events of the prefixes in order, and tells where the end is', async () => {
    const [mine, other] = [aStream('mine'), aStream('other')];
    const before = await store.lastPosition();
    await store.append(mine, 'none', [encoded({ n: 1 })]);
    await store.append(other, 'none', [encoded({ n: 2 })]);
    const { position } = await store.append(mine, 0, [encoded({ n: 3 }), encoded({ n: 4 })]);
    const items = await follow({ prefixes: ['mine'], after: before }, ({ kind }) => kind === 'caught-up');

    expect(dataOf(items)).toEqual([{ n: 1 }, { n: 3 }, { n: 4 }]);
    expect(items.findLast(({ kind }) => kind === 'event')).toMatchObject({
      event: { stream: mine, revision: 2, position },
    });
  });

  it('goes on with what is appended later, also when much is', async () => {
    const stream = aStream('live');
    const before = await store.lastPosition();
    const all = follow(
      { prefixes: [stream], after: before },
      (item) => item.kind === 'event' && item.event.revision === 299,
    );
    for (let nth = 0; nth < 300; nth += 1) await store.append(stream, nth === 0 ? 'none' : nth - 1, [encoded({ nth })]);

    expect(dataOf(await all)).toEqual(Array.from({ length: 300 }, (_, nth) => ({ nth })));
  });

  it('begins after a position, and not with it', async () => {
    const stream = aStream('after');
    const first = await store.append(stream, 'none', [encoded({ n: 1 })]);
    await store.append(stream, 0, [encoded({ n: 2 })]);
    const items = await follow({ prefixes: [stream], after: first.position }, ({ kind }) => kind === 'caught-up');

    expect(dataOf(items)).toEqual([{ n: 2 }]);
  });

  it('never gives a checkpoint that lies beyond the log', async () => {
    const items = await follow({ prefixes: ['nobody-writes-here'], after: null }, ({ kind }) => kind === 'caught-up');
    const end = await store.lastPosition();

    expect(items.map(({ kind }) => kind)).not.toContain('event');
    for (const item of items) expect('position' in item ? item.position : 0).toBeLessThanOrEqual(end ?? 0);
  });

  it('refuses a position that no event has, and does not take it for an outage', async () => {
    const stream = aStream();
    const { position } = await store.append(stream, 'none', [encoded()]);

    await expect(follow({ prefixes: ['x'], after: position - 1 }, () => false)).rejects.toThrow(/invalid position/);
  });

  it('lets go of its call when it is left or aborted: two hundred in a row leave room for more', async () => {
    const stream = aStream('left');
    await store.append(stream, 'none', [encoded()]);
    for (let nth = 0; nth < 200; nth += 1) {
      await follow({ prefixes: [stream], after: null }, () => nth % 2 === 0);
    }

    expect(await store.read(stream)).toHaveLength(1);
  });
});

/** What the log says until an item is as wanted, or after the first item where none is in time. */
const follow = async (
  { prefixes, after }: { prefixes: string[]; after: number | null },
  enough: (item: LogItem) => boolean,
): Promise<LogItem[]> => {
  const stop = new AbortController();
  const items: LogItem[] = [];
  for await (const item of store.follow({ prefixes, after, signal: stop.signal })) {
    items.push(item);
    if (enough(item)) break;
    if (item.kind === 'caught-up' && prefixes[0]?.startsWith('left')) stop.abort();
  }
  return items;
};

const dataOf = (items: readonly LogItem[]) => items.flatMap((item) => (item.kind === 'event' ? [item.event.data] : []));

const aStream = (prefix = 'till'): string => `${prefix}-${randomUUID()}`;
