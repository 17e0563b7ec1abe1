import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EventStoreDBClient, streamNameFilter, UnavailableError } from '@eventstore/db-client';
import { startEventNode } from '../../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../../support/process.js';
import { all, failureOf, describeOnNode, newStream, noted, within } from './target.js';

// One client for the file, on one port: appends that wait for an answer are known to the whole process.
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let node: RunningProcess;
let client: EventStoreDBClient;

beforeEach(async () => {
  folder = await temporaryFolder();
  node = await startEventNode(folder.path);
  client = EventStoreDBClient.connectionString(node.url);
});
afterEach(async () => {
  await client.dispose();
  await node.kill();
  await folder.remove();
});

const startAgain = async (): Promise<void> => {
  node = await startEventNode(folder.path, Number(/:(\d+)\?/.exec(node.url)?.[1]));
};

const append = (stream: string, note: string) =>
  client.appendToStream(stream, noted(note), { expectedRevision: 'any' });

describeOnNode('a server that is killed', () => {
  it('ends pending calls with UnavailableError, and has what it confirmed', async () => {
    const stream = newStream();
    await append(stream, 'connected');
    const pending = Array.from({ length: 200 }, (_, index) => append(stream, `${index}`));
    const subscription = client.subscribeToAll({
      fromPosition: 'end',
      filter: streamNameFilter({ prefixes: [stream] }),
    });
    const ended = failureOf(all(subscription));
    await once(subscription, 'confirmation');

    await node.kill();
    const outcomes = await Promise.allSettled([...pending, ...Array.from({ length: 3 }, () => append(stream, 'late'))]);
    await startAgain();

    const confirmed = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(await ended).toBeInstanceOf(UnavailableError);
    expect((await all(client.readStream(stream))).length).toBeGreaterThanOrEqual(1 + confirmed);
  });

  it('makes append fail with a plain Error of code 14 while it is down; the same client works on the first call after', async () => {
    const stream = newStream();
    await append(stream, 'before');
    await node.kill();
    await failureOf(all(client.readStream(stream)));

    const failure = await failureOf(append(stream, 'while down'));
    await startAgain();
    await append(stream, 'after');

    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ code: 14 });
    expect(failure).not.toHaveProperty('type');
    expect((await all(client.readStream(stream))).map(({ event }) => event?.data)).toEqual([
      { note: 'before' },
      { note: 'after' },
    ]);
  });
});

describeOnNode('a server that is asked to stop', () => {
  it('ends subscriptions and appends with errors that mean: retry, loses nothing and exits with 0', async () => {
    const stream = newStream();
    await append(stream, 'connected');
    const subscription = client.subscribeToAll({
      fromPosition: 'end',
      filter: streamNameFilter({ prefixes: [stream] }),
    });
    const ended = failureOf(all(subscription));
    await once(subscription, 'confirmation');
    const pending = Array.from({ length: 200 }, (_, index) => append(stream, `${index}`));

    const code = await node.stop();
    const outcomes = await Promise.allSettled(pending);
    await startAgain();

    const confirmed = outcomes.filter(({ status }) => status === 'fulfilled').length;
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.type] : []));
    expect(code).toBe(0);
    expect(await ended).toMatchObject({ type: expect.stringMatching(/^(unavailable|unknown|cancelled)$/) });
    expect(reasons.filter((type) => !['unavailable', 'unknown', 'cancelled'].includes(type))).toEqual([]);
    expect((await all(client.readStream(stream))).length).toBeGreaterThanOrEqual(1 + confirmed);
  });
});

describeOnNode('a server that is frozen', () => {
  it('leaves appends on the shared call without an answer long after their deadline', async () => {
    const stream = newStream();
    await append(stream, 'before');
    node.child.kill('SIGSTOP');
    const begun = performance.now();
    const frozen = client.appendToStream(stream, noted('frozen'), { expectedRevision: 0n, deadline: 500 });
    const settled = frozen.then(
      () => 'settled',
      () => 'settled',
    );

    expect(await within(3_000, settled)).toBe('pending');
    node.child.kill('SIGCONT');
    await settled;
    expect(performance.now() - begun).toBeGreaterThan(2_900);
  });
});
