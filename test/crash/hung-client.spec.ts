import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { childrenOf, launchReady, tokenOf, type ReadyLaunched } from '../acceptance/launched.js';
import { startDocumentNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';
import { startRelay, type Relay } from '../support/relay.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let documents: RunningProcess;
let relay: Relay;
let system: ReadyLaunched;

/** Short, so that a client that hangs is found in a few seconds. */
const timers = 'heartbeatFrequencyMS=2000&serverSelectionTimeoutMS=1000&connectTimeoutMS=1000&socketTimeoutMS=5000';

beforeAll(async () => {
  folder = await temporaryFolder();
  documents = await startDocumentNode(`${folder.path}/documents`);
  relay = await startRelay(Number(new URL(documents.url).port));
  const address = new URL(documents.url);
  address.port = String(relay.port);
  const url = `${address.href}&${timers}`;
  system = await launchReady(`${folder.path}/data`, [], { MONGODB_URL: url });
}, 120_000);
afterAll(async () => {
  await system.stop();
  await relay.close();
  await documents.stop();
  await folder.remove();
});

/** The cases of the list; null where it is not answered. */
const list = async (): Promise<readonly string[] | null> => {
  const headers = { authorization: `Bearer ${tokenOf(system, 'caseworker')}` };
  // The api's client may hang too, and the api be on its way back.
  const answer = await fetch(`${system.ready.url}/api/v1/cases`, { headers }).catch(() => null);
  if (answer?.status !== 200) return null;
  // The list's own shape.
  const { items } = (await answer.json()) as { items: readonly Readonly<{ caseId: string }>[] };
  return items.map(({ caseId }) => caseId).toSorted();
};

/** As when a server is killed while a process is busy: that finds all its connections ended at once, with questions in flight. */
const cutOff = async (pid: number): Promise<void> => {
  await relay.keepBack(8);
  process.kill(pid, 'SIGSTOP');
  await relay.endAll();
  process.kill(pid, 'SIGCONT');
};

const isReady = async (): Promise<boolean> =>
  (await fetch(`${system.ready.projectorUrl}/health/ready`).catch(() => null))?.status === 200;

describe('a process whose client of MongoDB hangs', () => {
  it('ends with a sentence, is started again, and everything goes on', async () => {
    const before = await list();
    const projector = childrenOf(system.child.pid ?? 0).find(({ command }) => command.includes('projector/src'));
    const over = new AbortController();
    const ending = system.hears('The projector ended unexpectedly (exit code 1)').finally(() => over.abort());
    // Whether the client hangs depends on what it was about: where it found its server again, once more.
    while (!over.signal.aborted) {
      await cutOff(projector?.pid ?? 0);
      while (!over.signal.aborted && !(await isReady())) await after(50);
    }
    await ending;
    await system.hears('The projector runs again.');
    let again = await list();
    while (again === null) {
      await after(50);
      again = await list();
    }
    expect(again).toEqual(before);
    expect(await isReady()).toBe(true);
  }, 120_000);
});
