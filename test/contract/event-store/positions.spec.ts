import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binaryEvent, streamNameFilter, UnknownError, type Position } from '@eventstore/db-client';
import { all, failureOf, describeRestarts, newStream, openTarget, type Target } from './target.js';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const bytes = (length: number) => binaryEvent({ type: 'Bytes', data: Buffer.alloc(length) });

/** A stream of events of different lengths, each appended alone; answers the positions that the appends answered. */
const writeUneven = async (stream: string): Promise<Position[]> => {
  const positions: Position[] = [];
  for (const length of [10, 500, 30, 2_000, 1]) {
    const appended = await target.client.appendToStream(stream, bytes(length), { expectedRevision: 'any' });
    positions.push(appended.position!);
  }
  return positions;
};

const positionsIn = async (stream: string): Promise<(Position | undefined)[]> =>
  (await all(target.client.readStream(stream))).map(({ event }) => event?.position);

describe('positions', () => {
  it('rise, commit and prepare alike, in steps of no fixed size', async () => {
    const positions = await writeUneven(newStream());

    const commits = positions.map(({ commit }) => commit);
    const steps = commits.slice(1).map((commit, index) => commit - commits[index]!);
    expect(positions.map(({ prepare }) => prepare)).toEqual(commits);
    expect(steps.every((step) => step > 0n)).toBe(true);
    expect(new Set(steps).size).toBeGreaterThan(2);
  });

  it('are the same in the answer to an append, in a read of the stream, in $all and in a subscription', async () => {
    const stream = newStream();
    const positions = await writeUneven(stream);

    const fromAll = await all(target.client.readAll({ fromPosition: positions[0]!, maxCount: 1_000 }));
    const inAll = fromAll.filter(({ event }) => event?.streamId === stream).map(({ event }) => event?.position);
    const subscription = target.client.subscribeToAll({ filter: streamNameFilter({ prefixes: [stream] }) });
    const subscribed: (Position | undefined)[] = [];
    for await (const { event } of subscription) if (subscribed.push(event?.position) === positions.length) break;
    await subscription.unsubscribe();

    expect(await positionsIn(stream)).toEqual(positions);
    expect(inAll).toEqual(positions);
    expect(subscribed).toEqual(positions);
  });

  it('of several events appended together differ, and the answer names the last', async () => {
    const stream = newStream();

    const appended = await target.client.appendToStream(stream, [bytes(5), bytes(50), bytes(5)]);

    const positions = await positionsIn(stream);
    expect(new Set(positions.map((position) => position?.commit)).size).toBe(3);
    expect(positions.at(-1)).toEqual(appended.position);
  });
});

describeRestarts('positions after a restart', () => {
  it('are unchanged, and later ones go on behind them', async () => {
    const stream = newStream();
    const positions = await writeUneven(stream);

    await target.restart();

    expect(await positionsIn(stream)).toEqual(positions);
    const later = await writeUneven(stream);
    expect(later[0]!.commit).toBeGreaterThan(positions.at(-1)!.commit);
  });
});

describe('a position that no event has', () => {
  const between = async (): Promise<Position> => {
    const [, second] = await writeUneven(newStream());
    return { commit: second!.commit + 1n, prepare: second!.prepare + 1n };
  };

  it('is refused by a subscription with an UnknownError of code 3', async () => {
    const fromPosition = await between();

    const filter = streamNameFilter({ prefixes: ['none'] });
    const failure = await failureOf(all(target.client.subscribeToAll({ fromPosition, filter })));

    expect(failure).toBeInstanceOf(UnknownError);
    expect(failure).toMatchObject({ code: 3 });
    expect(String(failure)).toContain('Trying to read from an invalid position.');
  });

  it('is refused by a read of $all with an UnknownError of code 2', async () => {
    const fromPosition = await between();

    const failure = await failureOf(all(target.client.readAll({ fromPosition, maxCount: 1 })));

    expect(failure).toBeInstanceOf(UnknownError);
    expect(failure).toMatchObject({ code: 2 });
  });
});

describe('a position behind the end of the log', () => {
  const behind: Position = { commit: 9_000_000_000_000n, prepare: 9_000_000_000_000n };

  it('reads nothing forwards', async () => {
    expect(await all(target.client.readAll({ fromPosition: behind, maxCount: 10 }))).toEqual([]);
  });
});
