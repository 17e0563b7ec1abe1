import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startRelay } from '../support/relay.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

const person = ['010115100004', '851231100303', 'Testova', 'Testov ', 'Test street'];
const auditor = { role: 'auditor', office: null } as const;

let system: System;
let caseId: string;
beforeAll(async () => {
  system = await startSystem();
  const filed = await sendStep(system, null, communalWalk(randomUUID())[0]!);
  caseId = filed.body.caseId;
  await system.get(`/cases/${caseId}`, { minPosition: filed.body.position, waitSeconds: 10 });
}, 90_000);
afterAll(() => system.stop());

const seen = ({ text }: Answer): readonly string[] => person.filter((secret) => text.includes(secret));
const problem = ({ status, body }: Answer) => `${status} ${body.code}`;

/** Looks that are on record, once the read models have what the log holds by now. */
const looks = async (query: string): Promise<readonly Record<string, unknown>[]> => {
  const marked = await sendStep(system, null, communalWalk(randomUUID())[0]!);
  const sending = { ...auditor, minPosition: marked.body.position as number, waitSeconds: 10 };
  return (await system.get(`/audit/access?${query}`, sending)).body.items;
};

describe('two apis at once', () => {
  it('each write streams of their own, and lose no look', async () => {
    const api = await system.startSecondApi();
    const sub = 'two-at-once';
    const asked = Array.from({ length: 60 }, (_, index) =>
      system.get(`/cases/${caseId}`, { sub, ...(index % 2 === 0 && { base: api.url }) }),
    );
    expect((await Promise.all(asked)).every(({ status }) => status === 200)).toBe(true);
    expect(await looks(`actor=${sub}&limit=200`)).toHaveLength(60);
    await api.stop();
  });
});

describe('an api that is killed between the record and the answer', () => {
  it('has shown nothing, and the look is on record', async () => {
    const address = new URL(system.url('events').replace('esdb://', 'http://'));
    const relay = await startRelay(Number(address.port));
    const url = system.url('events').replace(address.port, String(relay.port));
    const api = await system.startSecondApi({ EVENTSTORE_URL: url });
    const sub = 'cut-off';
    const done = relay.cutAt('PersonalDataViewed', 'the request', () => api.kill());
    const asked = system.get(`/cases/${caseId}`, { sub, base: api.url });
    const outcome = asked.then(
      () => 'answered',
      () => 'cut off',
    );
    await done;
    expect(await outcome).toBe('cut off');
    expect(await looks(`actor=${sub}`)).toMatchObject([{ outcome: 'SHOWN', cases: [caseId] }]);
    await relay.close();
  });
});

describe('while the event store is away', () => {
  it('nothing is shown in clear, in words, and what is masked is answered', async () => {
    await system.kill('events');
    for (const path of [`/cases/${caseId}`, '/cases']) {
      const refused = await system.get(path, { headers: { 'accept-language': 'ru' } });
      expect(problem(refused)).toBe('503 access-not-recorded');
      expect(refused.body.detail).toContain('Хранилище событий не ответило');
      expect([refused.headers.get('retry-after'), seen(refused)]).toEqual(['1', []]);
      expect((await system.get(`${path}?unmask=false`)).status).toBe(200);
      expect((await system.get(path, { role: 'quality-monitor', office: null })).status).toBe(200);
    }
    await system.start('events');
    expect((await system.get(`/cases/${caseId}`)).status).toBe(200);
  }, 60_000);
});
