import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRelay } from '../support/relay.js';
import { startSystem, type Sending, type System } from '../support/system.js';
import { communalWalk } from '../support/walk.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ env: { RETENTION_YEARS: '0' } });
}, 180_000);
afterAll(() => system.stop());

const admin = (sub: string): Sending => ({ role: 'administrator', office: null, sub });

/** A closed case of a person, projected. */
const closed = async (iin: string, fullName: string): Promise<string> => {
  const body = communalWalk(randomUUID())[0]?.body ?? {};
  // A body of the walk has an applicant.
  const applicant = { ...(body['applicant'] as object), iin, fullName };
  const application = { ...body, applicant, nominalOwnerIin: iin, familyMembers: [] };
  const { caseId } = (await system.post('/cases', application, { role: 'front-desk' })).body;
  const { body: withdrawn } = await system.post(
    `/cases/${caseId}/withdrawal`,
    { reason: `${fullName} said so` },
    { role: 'front-desk' },
  );
  await system.get(`/cases/${caseId}`, { minPosition: withdrawn.position, waitSeconds: 10 });
  return caseId;
};
const ask = async (iin: string): Promise<string> => {
  const asked = { iin, reason: 'asked', legalBasis: 'Article 18' };
  const { body, headers } = await system.post('/audit/erasures', asked, admin('first'));
  // Whoever confirms it while no projector runs needs read models that include it, and a look at persons would be one event more.
  await system.get('/cases?limit=1&unmask=false', {
    minPosition: Number(headers.get('x-log-position')),
    waitSeconds: 30,
  });
  return body.erasureId;
};
const statusOf = async (erasureId: string): Promise<string> => {
  const { body } = await system.get('/audit/erasures', admin('first'));
  return body.items.find((one: { erasureId: string }) => one.erasureId === erasureId).status;
};
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};
/** As MongoDB's wire protocol has a command on a collection. */
const command = (name: string, collection: string): string =>
  `\u0002${name}\0${String.fromCharCode(collection.length + 1)}\0\0\0${collection}\0`;

describe('an api that is killed while it carries an erasure out', () => {
  it.each([
    ['before the first key is destroyed', command('insert', 'keys'), '910417300116'],
    ['when the keys are destroyed and nothing says so', command('insert', 'erasures'), '880305400224'],
  ])(
    '%s: the projector does the rest at its start',
    async (_, at, iin) => {
      const caseId = await closed(iin, 'Killed Person');
      const erasureId = await ask(iin);
      await system.process('projector').stop();
      const address = new URL(system.url('documents'));
      const relay = await startRelay(Number(address.port));
      address.port = String(relay.port);
      const api = await system.startSecondApi({ MONGODB_URL: address.href });
      const died = relay.cutAt(at, 'nothing', () => api.kill());
      const path = `/audit/erasures/${erasureId}/confirmation`;
      await system.post(path, undefined, { ...admin('second'), base: api.url }).catch(() => undefined);
      await died;
      await relay.close();
      expect(await statusOf(erasureId)).toBe('CONFIRMED');

      await system.start('projector');
      await until(async () => (await statusOf(erasureId)) === 'ERASED');
      await until(async () => !(await system.get(`/cases/${caseId}`)).text.includes('Killed Person'));
      const { body } = await system.get(`/audit/cases/${caseId}/events`, { role: 'auditor', office: null });
      expect(body.chain.intact).toBe(true);
    },
    120_000,
  );
});

describe('an api that is killed while an erasure is confirmed', () => {
  it.each([
    ['before that is recorded', ['PersonalDataErasureConfirmed', 'nothing'], 'REQUESTED', '940903301002'],
    ['once that is recorded', ['PersonalDataErasureConfirmed', 'the request'], 'CONFIRMED', '950811301004'],
    ['before it is recorded as done', ['PersonalDataErased', 'nothing'], 'CONFIRMED', '960606301001'],
  ] as const)(
    '%s: a repeat of it, or the projector, does the rest',
    async (_, [at, keep], status, iin) => {
      const caseId = await closed(iin, 'Confirmed Person');
      const erasureId = await ask(iin);
      await system.process('projector').stop();
      const address = new URL(system.url('events'));
      const relay = await startRelay(Number(address.port));
      address.port = String(relay.port);
      const api = await system.startSecondApi({ EVENTSTORE_URL: address.href });
      const died = relay.cutAt(at, keep, () => api.kill());
      const path = `/audit/erasures/${erasureId}/confirmation`;
      const second = { ...admin('second'), key: `killed-${iin.slice(0, 6)}` };
      await system.post(path, undefined, { ...second, base: api.url }).catch(() => undefined);
      await died;
      await relay.close();
      expect(await statusOf(erasureId)).toBe(status);

      await system.start('projector');
      expect((await system.post(path, undefined, second)).status).toBe(200);
      await until(async () => (await statusOf(erasureId)) === 'ERASED');
      await until(async () => !(await system.get(`/cases/${caseId}`)).text.includes('Confirmed Person'));
      const { body } = await system.get(`/audit/cases/${caseId}/events`, { role: 'auditor', office: null });
      expect(body.chain.intact).toBe(true);
    },
    180_000,
  );
});

describe('the files of the document store', () => {
  it('hold nothing of an erased person any more once they are compacted, and serve as before', async () => {
    const [iin, fullName] = ['880305400224', 'Filed Person'];
    const caseId = await closed(iin, fullName);
    const folder = join(system.dataFolder, 'documents');
    const holds = (where: string): boolean =>
      readdirSync(where, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => readFileSync(join(file.parentPath, file.name)))
        .some((bytes) => bytes.includes(iin) || bytes.includes(fullName));
    const erasureId = await ask(iin);
    expect((await system.post(`/audit/erasures/${erasureId}/confirmation`, undefined, admin('second'))).status).toBe(
      200,
    );
    await until(async () => !(await system.get(`/cases/${caseId}`)).text.includes(fullName));
    for (const part of ['api', 'projector', 'documents'] as const) await system.process(part).stop();
    expect(holds(folder)).toBe(true);

    // Where `npm start` has it.
    const started = join(system.dataFolder, 'document-node');
    renameSync(folder, started);
    const env = { ...process.env, SHANYRAQ_DATA: system.dataFolder };
    const told = execFileSync(process.execPath, ['dist/apps/ops/src/main.js', 'compact', '--json'], { env });
    expect(JSON.parse(told.toString())).toMatchObject({ folder: started });
    expect([holds(started), holds(join(system.dataFolder, 'events'))]).toEqual([false, false]);

    renameSync(started, folder);
    for (const part of ['documents', 'api', 'projector'] as const) await system.start(part);
    expect((await system.get(`/cases/${caseId}`)).body.application.applicant.erased).toBe(true);
  }, 120_000);
});
