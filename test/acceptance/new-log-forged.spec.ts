import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Sending, type System } from '../support/system.js';
import { communalWalk } from '../support/walk.js';
import { newestHead, until } from '../support/witnessed.js';
import { ops } from './ops-command.js';

const origin = 'log.example/shanyraq';
const auditor: Sending = { role: 'auditor', office: null };

let system: System;
beforeAll(async () => {
  system = await startSystem({ env: { PROOF_LOG_ORIGIN: origin, PROOF_HEAD_SECONDS: '0' } });
}, 120_000);
afterAll(() => system.stop());

/** Why no head is signed, as the projector says it. */
const trouble = async (): Promise<string | null> => {
  const answer = await fetch(`${system.url('projector')}/health/ready`);
  // The projector's own answer.
  return ((await answer.json()) as { proofLog: { trouble: string | null } | null }).proofLog?.trouble ?? null;
};

const verification = async () =>
  ops(['audit', 'verify', '--full', '--api', system.url()], {
    env: { SHANYRAQ_DATA: system.dataFolder, SHANYRAQ_TOKEN: await system.token(auditor) },
  });

/** What somebody appends who can write to the log and has no key: all that was signed would count as lost. */
const beginning = async () => {
  const { checkpoint } = await newestHead(system);
  const { vkey } = (await system.get('/audit/heads', auditor)).body;
  const after = { checkpoint, vkey, head: 0, lost: 1 };
  const newLogId = randomUUID();
  const confirmedBy = 'second';
  const at = new Date().toISOString();
  return { at, newLogId, confirmedBy, origin: `${origin}/0123456789ab`, after, mac: 'x'.repeat(43) };
};

describe('a new log that somebody wrote to the log by hand', () => {
  it('is believed by nobody: nothing is signed from then on, and the verification names the event', async () => {
    await system.post('/cases', communalWalk(randomUUID())[0]?.body ?? {}, { role: 'front-desk' });
    await until(async () => (await newestHead(system)) !== undefined);
    const before = await verification();
    expect(before).toMatchObject({ code: 0, stdout: expect.stringMatching(/^sound/) });

    const client = EventStoreDBClient.connectionString(system.url('events'));
    const event = { type: 'NewLogBegun', data: await beginning(), metadata: { schema: 1 } };
    await client.appendToStream('proof-logs', jsonEvent(event));
    await client.dispose();

    await until(async () => (await trouble())?.includes('somebody wrote to the log that a new log was begun') ?? false);
    const after = await verification();
    expect(after).toMatchObject({ code: 1, stdout: expect.stringContaining('FORGED_NAME') });
    expect((await newestHead(system)).origin).toBe(origin);
  }, 120_000);
});
