import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { pageSize, type Page, type Source } from './filtered-log.js';
import { Outlet, type ReadCall } from './outlet.js';
import { LiveBuffer, Subscription } from './subscription.js';

/** A log whose events stand at positions 100, 200 and so on; `wanted` says which pass the filter. */
class TestLog {
  private followers: ((place: number) => void)[] = [];

  constructor(
    private size: number,
    private readonly wanted: (place: number) => boolean,
  ) {}

  append(count: number): void {
    for (let index = 0; index < count; index += 1) {
      this.size += 1;
      for (const follower of this.followers) follower(this.size - 1);
    }
  }

  get isFollowed(): boolean {
    return this.followers.length > 0;
  }

  source(window: number, interval: number): Source {
    return {
      last: () => this.size - 1,
      page: (start) => this.page(start, window),
      wires: (places) => places.map((place) => Buffer.from(`event ${place}`)),
      follow: (follower) => {
        this.followers.push(follower);
        return () => (this.followers = this.followers.filter((other) => other !== follower));
      },
      wants: this.wanted,
      interval,
      positionAt: (place) => (place + 1) * 100,
    };
  }

  private page(start: number, window: number): Page {
    const found: number[] = [];
    let next = start;
    for (; next < this.size && next - start < window && found.length < pageSize; next += 1) {
      if (this.wanted(next)) found.push(next);
    }
    const full = next - start === window || found.length === pageSize;
    return { start, found, considered: next - start, next, atEnd: !full };
  }
}

/** A client that takes messages while it is open, and reads them as words. */
const newClient = () => {
  const said: string[] = [];
  let hold: (() => void)[] | null = null;
  const call = new Writable({
    objectMode: true,
    highWaterMark: 4,
    write: (message: Buffer, _encoding, done) => {
      said.push(words(message));
      if (hold) hold.push(done);
      else done();
    },
  });
  // Of a call, the outlet uses only what every writable stream has.
  const outlet = new Outlet(call as unknown as ReadCall);
  const freeze = (): void => void (hold ??= []);
  const thaw = (): void => {
    const held = hold ?? [];
    hold = null;
    for (const done of held) done();
  };
  return { said, outlet, freeze, thaw, leave: () => call.destroy() };
};

const words = (message: Buffer): string => {
  if (message.toString().startsWith('event')) return message.toString();
  const response = streams.ReadResp.deserializeBinary(message);
  const checkpoint = response.getCheckpoint();
  if (checkpoint) return `checkpoint ${checkpoint.getCommitPosition()}/${checkpoint.getPreparePosition()}`;
  if (response.hasCaughtUp()) return 'caught up';
  return response.hasConfirmation() ? 'confirmed' : 'something else';
};

/** Lets everything happen that can. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const events = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `event ${first + index}`);

const follow = async (log: TestLog, after: number, [window, interval]: [number, number]) => {
  const client = newClient();
  const done = new Subscription(log.source(window, interval), client.outlet, after).run('id');
  await settle();
  return { ...client, done };
};

const nothing = (): boolean => false;

describe('a filtered subscription that catches up', () => {
  it('tells of a checkpoint per page, at the start of the page and so without a prepare position', async () => {
    const { said, leave } = await follow(new TestLog(35, nothing), -1, [10, 10]);

    expect(said).toEqual(['confirmed', 'checkpoint 0/0', 'checkpoint 1100/0', 'checkpoint 2100/0', 'caught up']);
    leave();
  });

  it('names the last event sent where that is later', async () => {
    const { said, leave } = await follow(new TestLog(25, (place) => place === 3), -1, [10, 10]);

    expect(said).toEqual(['confirmed', 'event 3', 'checkpoint 400/400', 'checkpoint 1100/0', 'caught up']);
    leave();
  });

  it('counts the interval over pages', async () => {
    const { said, leave } = await follow(new TestLog(65, nothing), -1, [10, 30]);

    expect(said).toEqual(['confirmed', 'checkpoint 2100/0', 'checkpoint 5100/0', 'caught up']);
    leave();
  });

  it('names the end of the log where nothing matched within one window, and then no checkpoint any more', async () => {
    const log = new TestLog(5, nothing);
    const { said, leave } = await follow(log, -1, [10, 10]);
    log.append(30);
    await settle();

    expect(said).toEqual(['confirmed', 'checkpoint 18446744073709551615/18446744073709551615', 'caught up']);
    leave();
  });

  it('starts behind the place that it was given', async () => {
    const { said, leave } = await follow(new TestLog(6, () => true), 2, [10, 10]);

    expect(said).toEqual(['confirmed', ...events(3, 5), 'checkpoint 600/600', 'caught up']);
    leave();
  });
});

describe('a filtered subscription that is live', () => {
  it('tells of a checkpoint exactly every interval, at the event looked at last', async () => {
    const log = new TestLog(4, (place) => place === 6);
    const { said, leave } = await follow(log, 3, [5, 10]);
    log.append(25);
    await settle();

    expect(said).toEqual(['confirmed', 'caught up', 'event 6', 'checkpoint 1400/1400', 'checkpoint 2400/2400']);
    leave();
  });

  it('reads again what a slow client missed, in order and once, and is caught up anew', async () => {
    const log = new TestLog(1, () => true);
    const { said, freeze, thaw, leave } = await follow(log, 0, [100, 100_000]);
    freeze();
    log.append(200);
    await settle();
    thaw();
    await settle();

    expect(said.filter((word) => word.startsWith('event'))).toEqual(events(1, 200));
    expect(said.filter((word) => word === 'caught up')).toHaveLength(2);
    leave();
  });

  it('sends 32 held back events without a second catching up', async () => {
    const log = new TestLog(1, () => true);
    const { said, freeze, thaw, leave } = await follow(log, 0, [100, 100_000]);
    freeze();
    log.append(32);
    await settle();
    thaw();
    await settle();

    expect(said).toEqual(['confirmed', 'caught up', ...events(1, 32)]);
    leave();
  });
});

describe('a subscription whose client is gone', () => {
  it.each([
    ['while it waits', 0],
    ['while it catches up', 5_000],
  ])('ends %s and follows nobody', async (_when, size) => {
    const log = new TestLog(size, () => true);
    const client = newClient();
    client.freeze();
    const done = new Subscription(log.source(10, 10), client.outlet, -1).run('id');
    await settle();
    expect(log.isFollowed).toBe(true);

    client.leave();

    await done;
    expect(log.isFollowed).toBe(false);
  });
});

const filled = (count: number): LiveBuffer => {
  const buffer = new LiveBuffer();
  for (let at = 0; at < count; at += 1) buffer.push({ kind: 'event', at });
  return buffer;
};

describe('the buffer of live events', () => {
  it('gives back 32 in order', () => {
    const buffer = filled(32);
    const taken = Array.from({ length: 32 }, () => buffer.take());

    expect(taken.map((next) => next?.item.at)).toEqual(Array.from({ length: 32 }, (_, index) => index));
    expect(taken.some((next) => next?.gap)).toBe(false);
    expect(buffer.take()).toBeNull();
  });

  it('drops the oldest of 33, and tells of the gap once', () => {
    const buffer = filled(33);

    expect([buffer.take(), buffer.take()]).toEqual([
      { item: { kind: 'event', at: 1 }, gap: true },
      { item: { kind: 'event', at: 2 }, gap: false },
    ]);
  });
});
