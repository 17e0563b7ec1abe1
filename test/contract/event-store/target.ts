import { execSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, type JSONEventType } from '@eventstore/db-client';
import { startEventNode } from '../../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../support/process.js';

/**
 * The event store that the suite is held against: the embedded node, or the server that TEST_EVENTSTORE_URL names.
 * Nothing is assumed of that server but its version and that nobody else writes to it now: streams have names of their own per run.
 */
const serverUrl = process.env['TEST_EVENTSTORE_URL'];

/** Shell command that restarts that server and returns; without it the tests that need a restart run on the embedded node only. */
const restartCommand = process.env['TEST_EVENTSTORE_RESTART'];

/** Tests that restart the server. Switch for a real one: TEST_EVENTSTORE_RESTART, because this suite cannot restart what it did not start. */
export const describeRestarts = serverUrl && !restartCommand ? describe.skip : describe;

/** Tests that kill, stop or freeze the process, or that state what the node refuses. Switch: leave TEST_EVENTSTORE_URL unset. */
export const describeOnNode = serverUrl ? describe.skip : describe;

export type Target = Readonly<{
  client: EventStoreDBClient;
  /** The embedded node's process; throws where the suite runs on a server. */
  node: () => RunningProcess;
  restart: () => Promise<void>;
  close: () => Promise<void>;
}>;

export const openTarget = (): Promise<Target> => (serverUrl ? openServer(serverUrl) : openNode());

const openServer = async (url: string): Promise<Target> => {
  const client = EventStoreDBClient.connectionString(url);
  const restart = async (): Promise<void> => {
    execSync(restartCommand ?? 'false', { stdio: 'ignore' });
    await untilAnswering(client);
  };
  const node = (): RunningProcess => {
    throw new Error('no embedded node: TEST_EVENTSTORE_URL is set');
  };
  return { client, node, restart, close: () => client.dispose() };
};

const openNode = async (): Promise<Target> => {
  const folder = await temporaryFolder();
  let node = await startEventNode(folder.path);
  const port = Number(/:(\d+)\?/.exec(node.url)?.[1]);
  const client = EventStoreDBClient.connectionString(node.url);
  const restart = async (): Promise<void> => {
    await node.stop();
    node = await startEventNode(folder.path, port);
    await untilAnswering(client);
  };
  const close = async (): Promise<void> => {
    await client.dispose();
    await node.kill();
    await folder.remove();
  };
  return { client, node: () => node, restart, close };
};

/** A connection that was lost is found again by the first call that fails on it. */
const untilAnswering = async (client: EventStoreDBClient): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      for await (const event of client.readAll({ maxCount: 1 })) void event;
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('the server did not come back within 20 s');
};

/** A stream name that no other run uses. */
export const newStream = (prefix = 'contract'): string => `${prefix}-${randomUUID()}`;

export type Noted = JSONEventType<'Noted', { note: string }>;

export const noted = (note: string, id: string = randomUUID()): ReturnType<typeof jsonEvent<Noted>> =>
  jsonEvent<Noted>({ id, type: 'Noted', data: { note } });

export const notes = (count: number): ReturnType<typeof noted>[] =>
  Array.from({ length: count }, (_, index) => noted(`note ${index}`));

/** Everything that an iterable yields. */
export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};

/** The error that a call ends with. */
export const failureOf = async (call: PromiseLike<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('the call did not fail');
};

/** What a promise comes to within a time, or 'pending'. */
export const within = async <T>(milliseconds: number, promise: Promise<T>): Promise<T | 'pending'> => {
  let timer: NodeJS.Timeout | undefined;
  const pending = new Promise<'pending'>((resolve) => {
    timer = setTimeout(() => resolve('pending'), milliseconds);
  });
  try {
    return await Promise.race([promise, pending]);
  } finally {
    clearTimeout(timer);
  }
};
