import { startEventNode } from '../../../../test/support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../../../test/support/process.js';
import { setTimeout as delay } from 'node:timers/promises';
import { verifyChain } from '@app/proof/node';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { connectEventStore } from '../adapter/event-store-db.js';
import { createCodec } from '../codec/codec.js';
import type { CommandResult } from '../command-context.js';
import { Overloaded } from '../errors.js';
import { StoreUnavailable, type EventStore } from '../event-store.js';
import { aliya, bolat, contextOf, forTill, tillDecider, tillSchemas, type TillCommand } from '../testing/till.js';
import { CommandPipeline } from './command-pipeline.js';

const cleanUps: (() => Promise<unknown>)[] = [];
const vault = new MemoryVault();
const codec = createCodec({ schemas: tillSchemas, vault });
let node: RunningProcess;
let store: EventStore;
let restart: () => Promise<void>;

beforeEach(async () => {
  const folder = await temporaryFolder();
  cleanUps.push(folder.remove);
  node = await startEventNode(folder.path);
  store = connect();
  restart = async () => {
    node = await startEventNode(folder.path, Number(new URL(node.url).port));
  };
});

afterEach(async () => {
  node.child.kill('SIGCONT');
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  await node.kill();
});

describe('the pipeline on a server', () => {
  it('carries out 500 commands at once over 50 streams, each once and in the order of its stream', async () => {
    const pipeline = newCopy();
    const results = await Promise.all(
      range(500).map((nth) => run(pipeline, `till-${nth % 50}`, { type: 'AddCoins', amount: nth }, `k${nth}`)),
    );

    expect(new Set(results.map(({ stream, revision }) => `${stream} ${revision}`)).size).toBe(500);
    for (const stream of range(50)) {
      const { state } = await newCopy().load(`till-${stream}`, tillDecider);
      expect(state.added).toEqual(range(10).map((round) => round * 50 + stream));
    }
  });

  it('lets two copies with repeats race on one stream: each request is carried out once, and both tell the same', async () => {
    const copies = [newCopy(), newCopy(connect())] as const;
    const open: TillCommand = { type: 'OpenTill', owner: aliya, witnesses: [bolat] };
    const [mine, theirs] = await Promise.all(copies.map((copy) => run(copy, 'till-1', open, 'open')));
    const answers = await Promise.all(
      range(40).map((nth) =>
        Promise.all(copies.map((copy) => run(copy, 'till-1', { type: 'AddAndCount', amount: nth }, `k${nth}`))),
      ),
    );

    expect(told(mine!)).toEqual(told(theirs!));
    for (const [first, second] of answers) {
      expect(told(first!)).toEqual(told(second!));
      expect([first!.repeated, second!.repeated].sort()).toEqual([false, true]);
    }
    const { state } = await newCopy().load('till-1', tillDecider);
    expect([...state.added].sort((a, b) => a - b)).toEqual(range(40));
    await expectWholeLog(['till-1'], 81);
  });

  it('loses nothing and doubles nothing when the server is killed in the middle, several times', async () => {
    const pipeline = newCopy();
    const streams = range(20).map((nth) => `till-${nth}`);
    const working = Promise.all(
      streams.map(async (stream) => {
        for (const nth of range(15)) await insist(pipeline, stream, { type: 'AddCoins', amount: nth }, `${nth}`);
      }),
    );
    for (const pause of [150, 80, 230]) {
      await delay(pause);
      await node.kill();
      await restart();
    }
    await working;

    for (const stream of streams) {
      expect((await newCopy().load(stream, tillDecider)).state.added).toEqual(range(15));
    }
    await expectWholeLog(streams, 300);
  }, 60_000);

  it('goes through a server that freezes and thaws as through one that is slow', async () => {
    const pipeline = newCopy();
    const streams = range(10).map((nth) => `till-${nth}`);
    await Promise.all(streams.map((stream) => insist(pipeline, stream, { type: 'AddCoins', amount: 0 }, 'first')));
    node.child.kill('SIGSTOP');
    const working = Promise.all(
      streams.map((stream) => insist(pipeline, stream, { type: 'AddAndCount', amount: 1 }, 'second')),
    );
    await delay(1_500);
    node.child.kill('SIGCONT');
    await working;

    for (const stream of streams) expect((await newCopy().load(stream, tillDecider)).state.added).toEqual([0, 1]);
    await expectWholeLog(streams, 30);
  }, 60_000);
});

const connect = (): EventStore => {
  const connected = connectEventStore(node.url, { appendLimitMs: 1_000, readLimitMs: 1_000 });
  cleanUps.push(() => connected.close());
  return connected;
};

/** Another copy of the api, or this one after a restart. */
const newCopy = (on: EventStore = store): CommandPipeline =>
  new CommandPipeline({ store: on, codec, retry: { maxConflicts: 200 }, limits: { maxWaitMs: 120_000 } });

const run = (pipeline: CommandPipeline, stream: string, command: TillCommand, key: string): Promise<CommandResult> =>
  pipeline.handle(forTill(stream, command, contextOf(key)));

/** A client that repeats its request until it is answered. */
const insist = async (pipeline: CommandPipeline, stream: string, command: TillCommand, key: string): Promise<void> => {
  const until = performance.now() + 50_000;
  for (;;) {
    try {
      await run(pipeline, stream, command, key);
      return;
    } catch (error) {
      const worthAnotherTry = error instanceof StoreUnavailable || error instanceof Overloaded;
      if (!worthAnotherTry || performance.now() > until) throw error;
    }
  }
};

/** What a client sees of an answer. */
const told = ({ revision, position, events }: CommandResult) => ({ revision, position, events });

/** The chains hold, no event is there twice, and there are as many as there should be. */
const expectWholeLog = async (streams: readonly string[], count: number): Promise<void> => {
  const events = (await Promise.all(streams.map((stream) => store.read(stream)))).flat();
  for (const stream of streams) {
    expect(verifyChain(events.filter((event) => event.stream === stream)).intact).toBe(true);
  }
  expect(new Set(events.map(({ id }) => id)).size).toBe(count);
  expect(events).toHaveLength(count);
};

const range = (length: number): number[] => Array.from({ length }, (_, nth) => nth);
