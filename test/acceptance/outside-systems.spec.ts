import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';
import { startProcess, type RunningProcess } from '../support/process.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep, type WalkStep } from '../support/walk.js';

/** Of nobody: the simulator takes every register about them for down. */
const outOfOrder = '010115100094';

let registers: RunningProcess;
/** Stands between the api and the simulator of the registers. */
let listener: Server;
/** What the simulator was asked, as it went over the wire. */
const asked: unknown[] = [];
let monitoring: RunningProcess;
let system: System;

/** Passes each question on, and keeps it. */
const listenBefore = async (url: string): Promise<Server> => {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push(JSON.parse(body));
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}${request.url ?? ''}`, { method: 'POST', headers, body });
    response.writeHead(answer.status, headers).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
const stopListening = async (): Promise<void> => {
  listener.closeAllConnections();
  listener.close();
  await once(listener, 'close');
};

beforeAll(async () => {
  registers = await startProcess('dist/infra/simulators/state-registers/main.js', []);
  listener = await listenBefore(registers.url);
  // a server that listens on TCP has such an address
  const { port } = listener.address() as AddressInfo;
  monitoring = await startProcess('dist/infra/simulators/monitoring-system/main.js', ['--fail-every', '3']);
  const env = { STATE_REGISTERS_URL: `http://127.0.0.1:${port}`, MONITORING_SYSTEM_URL: monitoring.url };
  system = await startSystem({ env });
}, 60_000);
afterAll(async () => {
  await system.stop();
  await stopListening();
  await registers.stop();
  await monitoring.stop();
});

/** Walks a case of a dwelling of its own through so many steps. */
const caseAfter = async (steps: number, application: object = {}): Promise<string> => {
  let caseId: string | null = null;
  const [filing, ...rest] = communalWalk(randomUUID()).slice(0, steps) as [WalkStep, ...WalkStep[]];
  for (const step of [{ ...filing, body: { ...filing.body, ...application } }, ...rest]) {
    const answer = await sendStep(system, caseId, step);
    if (answer.status >= 300) throw new Error(`the api answered ${answer.status}: ${answer.text}`);
    caseId ??= String(answer.body.caseId);
  }
  return caseId ?? '';
};

const ask = (caseId: string, subjectIin: string, register = 'MARRIAGE_DIVORCE') =>
  system.post(`/cases/${caseId}/state-data/query`, { register, subjectIin });

/** The latest fact of the timeline, once it includes what was just answered. */
const lastEntry = async (caseId: string, position: number) => {
  const { body } = await system.get(`/cases/${caseId}/timeline`, { minPosition: position, waitSeconds: 10 });
  return body.items.at(-1);
};

describe('the state information systems (item 8)', () => {
  it('R-69 (item 8): the provider itself asks the registers about a member of the family, and the answer is on record', async () => {
    const caseId = await caseAfter(4);
    const answer = await ask(caseId, '010115100004');
    expect(answer.status).toBe(200);
    expect(answer.body.events).toMatchObject([{ type: 'StateDataReceived' }]);
    const { body } = await system.get(`/cases/${caseId}`, { minPosition: answer.body.position, waitSeconds: 10 });
    expect(JSON.stringify(body)).toContain('marriage registered on 14 June 2012');
  });

  it('R-26a (para 5; item 8): the identity of a person is asked of the state system itself, and what it answers is recorded', async () => {
    const caseId = await caseAfter(3);
    asked.length = 0;
    const answer = await ask(caseId, '010115100004', 'IDENTITY');
    expect(asked).toEqual([{ register: 'IDENTITY', iin: '010115100004' }]);
    expect(answer.body.events).toMatchObject([{ type: 'StateDataReceived' }]);
    const { body } = await system.get(`/cases/${caseId}`, { minPosition: answer.body.position, waitSeconds: 10 });
    expect(body.stateData).toMatchObject([
      { register: 'IDENTITY', person: 0, outcome: 'FOUND', summary: 'identity document valid' },
    ]);
  });

  it('R-26a (para 5): an answer is recorded without the number of the person standing in the timeline', async () => {
    const caseId = await caseAfter(4);
    const answer = await ask(caseId, '010115100004', 'IDENTITY');
    const entry = await lastEntry(caseId, answer.body.position);
    expect(entry.type).toBe('StateDataReceived');
    expect(JSON.stringify(entry)).not.toContain('010115100004');
  });

  it('R-69 (item 8): every register is asked about every person of the case at once, and about nobody else', async () => {
    const caseId = await caseAfter(3);
    const answer = await system.post(`/cases/${caseId}/state-data/family/query`, {});
    expect(answer.body.events).toMatchObject([{ type: 'FamilyDataReceived' }]);
    const { body } = await system.get(`/cases/${caseId}`, { minPosition: answer.body.position, waitSeconds: 10 });
    const told = body.stateData.map(({ register, person, outcome }: Record<string, unknown>) =>
      [register, person, outcome].join(' '),
    );
    expect(told).toHaveLength(16);
    expect(told).toEqual(expect.arrayContaining(['BIRTH 0 FOUND', 'DEATH 1 NOT_FOUND', 'SOCIAL_STATUS 1 FOUND']));
    expect(body.unavailableRegisters).toEqual([]);
    const entry = await lastEntry(caseId, answer.body.position);
    expect(entry.what).toBe('State registers asked about the family: 12 found, 4 nothing found');
    const stranger = await ask(caseId, '791028302728', 'BIRTH');
    expect([stranger.status, stranger.body.code]).toEqual([409, 'not-a-person-of-the-case']);
  });

  it('R-69 (item 8, A12): an outage is recorded as an outage, and a number that cannot be is refused', async () => {
    const { applicant: usual } = applicationBody() as { applicant: object };
    const ofThem = applicationBody({ applicant: { ...usual, iin: outOfOrder } });
    const { applicant, familyMembers, nominalOwnerIin } = ofThem;
    const caseId = await caseAfter(1, { applicant, familyMembers, nominalOwnerIin, channel: 'PORTAL' });
    const down = await ask(caseId, outOfOrder, 'BIRTH');
    expect(down.status).toBe(200);
    const { body } = await system.get(`/cases/${caseId}`, { minPosition: down.body.position, waitSeconds: 10 });
    expect(body.unavailableRegisters).toEqual([
      {
        register: 'BIRTH',
        person: 0,
        reason: 'The register could not be reached, or its answer could not be read.',
      },
    ]);
    const wrong = await ask(caseId, '010115100005');
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'subjectIin']);
  });
});

const recordsOf = async (caseId: string): Promise<{ stage: string; id: string }[]> => {
  const answer = await fetch(`${monitoring.url}/records`);
  const { records } = JSON.parse(await answer.text());
  return records.filter((record: { caseId: string }) => record.caseId === caseId);
};
const stagesOf = async (caseId: string): Promise<string[]> => (await recordsOf(caseId)).map(({ stage }) => stage);
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 30_000; !(await holds()); await delay(100))
    if (Date.now() > end) throw new Error('it did not come to be within thirty seconds');
};

describe('the monitoring information system (para 11)', () => {
  it('R-82 (para 11): data on every stage of the service leaves at once, also where the system fails now and then', async () => {
    const caseId = await caseAfter(4);
    await until(async () => (await stagesOf(caseId)).length === 2);
    expect((await stagesOf(caseId)).toSorted()).toEqual(['DECISION', 'DOCUMENTS']);
  }, 60_000);

  it('R-82 (para 11): what could not be sent is seen, and sent later; a killed projector sends nothing twice under another id', async () => {
    const outbound = async () =>
      (await system.get('/monitoring/outbound', { role: 'quality-monitor', office: null })).body;
    await until(async () => (await outbound()).waiting === 0);
    await monitoring.kill();
    const caseId = await caseAfter(4);
    await until(async () => (await outbound()).waiting >= 2);
    expect((await outbound()).oldestRecordedAt).toMatch(/^\d{4}-/);
    await system.kill('projector');
    const port = Number(new URL(monitoring.url).port);
    monitoring = await startProcess('dist/infra/simulators/monitoring-system/main.js', ['--port', String(port)]);
    await system.start('projector');
    await until(async () => (await recordsOf(caseId)).length === 2);
    await until(async () => (await outbound()).waiting === 0);
    const records = await recordsOf(caseId);
    expect(records.map(({ stage }) => stage).toSorted()).toEqual(['DECISION', 'DOCUMENTS']);
    expect(new Set(records.map(({ id }) => id)).size).toBe(2);
  }, 90_000);

  it('R-82 (para 11): an unsent record is for administrators to send again, and only one that was refused', async () => {
    const retry = (sending: object) => system.post(`/admin/outbound/${randomUUID()}/retry`, {}, sending);
    const forbidden = await retry({});
    const unknown = await retry({ role: 'administrator', office: null });
    expect([forbidden.status, unknown.status, unknown.body.code]).toEqual([403, 404, 'record-not-found']);
  });
});
