import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamNameFilter, type AllStreamSubscription, type Position } from '@eventstore/db-client';
import { all, newStream, noted, openTarget, type Target } from './target.js';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const endOfLog = 18_446_744_073_709_551_615n;

/** Appends events one by one to a stream of their own; answers their positions. */
const write = async (count: number): Promise<bigint[]> => {
  const stream = newStream('skipped');
  const commits: bigint[] = [];
  for (let index = 0; index < count; index += 1) {
    const { position } = await target.client.appendToStream(stream, noted('x'));
    commits.push(position!.commit);
  }
  return commits;
};

type Watched = Readonly<{
  subscription: AllStreamSubscription;
  reached: Position[];
  until: (count: number) => Promise<void>;
}>;

/** A subscription whose filter lets nothing through, and the checkpoints that it is told. */
const watch = (
  fromPosition: Position | 'start' | 'end',
  maxSearchWindow: number,
  checkpointInterval: number,
): Watched => {
  const reached: Position[] = [];
  let onReached = (): void => undefined;
  const checkpointReached = async (_subscription: unknown, position: Position): Promise<void> => {
    reached.push(position);
    onReached();
  };
  const filter = streamNameFilter({
    prefixes: [newStream('nothing')],
    maxSearchWindow,
    checkpointInterval,
    checkpointReached,
  });
  const subscription = target.client.subscribeToAll({ fromPosition, filter });
  subscription.resume();
  const until = async (count: number): Promise<void> => {
    while (reached.length < count) await new Promise<void>((resolve) => (onReached = resolve));
  };
  return { subscription, reached, until };
};

const position = (commit: bigint): Position => ({ commit, prepare: commit });

/** Commit positions of everything in the log from an event on, whoever wrote it. */
const logFrom = async (commit: bigint): Promise<bigint[]> =>
  (await all(target.client.readAll({ fromPosition: position(commit), maxCount: 5_000 }))).map(
    ({ event }) => event!.position!.commit,
  );

describe('checkpoints of a filtered subscription', () => {
  it('come per page of the search window while it catches up, never ahead of what was looked at', async () => {
    const [first] = await write(41);
    const { subscription, reached, until } = watch(position(first!), 10, 1);
    await until(4);
    await subscription.unsubscribe();

    // Page k looks at the events 10k to 10k + 9; its checkpoint is where it starts, the first one's where the subscription did.
    const log = await logFrom(first!);
    expect(reached.slice(0, 4).map(({ commit }) => commit)).toEqual([0, 10, 20, 30].map((index) => log[index]));
  });

  it('come live exactly every window x interval events', async () => {
    const [before] = await write(1);
    const { subscription, reached, until } = watch('end', 5, 2);
    await once(subscription, 'caughtUp');
    await write(45);
    await until(4);
    await subscription.unsubscribe();

    const log = await logFrom(before!);
    const indexes = reached.map(({ commit }) => log.indexOf(commit));
    const [first] = indexes;
    expect(first).toBeGreaterThanOrEqual(10);
    expect(indexes.slice(0, 4)).toEqual([0, 10, 20, 30].map((later) => first! + later));
    expect(reached.map(({ prepare }) => prepare)).toEqual(reached.map(({ commit }) => commit));
  });

  it('can be resumed from', async () => {
    const [begin] = await write(25);
    const { subscription, reached, until } = watch(position(begin!), 10, 1);
    await until(2);
    await subscription.unsubscribe();
    const stream = newStream();
    await target.client.appendToStream(stream, noted('after'));

    const filter = streamNameFilter({ prefixes: [stream] });
    const resumed = target.client.subscribeToAll({ fromPosition: reached[1]!, filter });
    const [first] = await once(resumed, 'data');
    await resumed.unsubscribe();
    expect(first.event.streamId).toBe(stream);
  });

  it('name the end of the log, from which nothing is ever read again, where nothing matched in a log shorter than one window', async () => {
    // A test server's log is shorter than this.
    const { subscription, reached, until } = watch('start', 1_000_000, 1);
    await until(1);
    await subscription.unsubscribe();

    expect(reached[0]).toEqual(position(endOfLog));
  });
});
