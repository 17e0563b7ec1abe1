import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { RunningProcess } from '../support/process.js';
import { startRelay, type Relay } from '../support/relay.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk } from '../support/walk.js';

let system: System;
let relay: Relay;
/** A copy of the api whose connections to the document store can be cut. */
let api: RunningProcess;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const cuttableApi = async (): Promise<void> => {
  const address = new URL(system.url('documents'));
  relay = await startRelay(Number(address.port));
  address.port = String(relay.port);
  api = await system.startSecondApi({ MONGODB_URL: address.href });
};
afterEach(async () => {
  await api.stop();
  await relay.close();
});

/** An application of somebody whom nobody knows yet. */
const applicationOf = (iin: string) => {
  const body = communalWalk(randomUUID())[0]?.body ?? {};
  // A body of the walk has an applicant.
  const applicant = { ...(body['applicant'] as object), iin };
  return { ...body, applicant, nominalOwnerIin: iin, familyMembers: [] };
};
const file = (iin: string, body: object): Promise<Answer> =>
  system.post('/cases', body, { role: 'front-desk', key: `file-${iin.slice(0, 6)}`, base: api.url });

const keysOfPersons = async (): Promise<number> => {
  const client = new MongoClient(system.url('documents'));
  const count = await client.db('shanyraq_vault').collection('keys').countDocuments();
  await client.close();
  return count;
};
const countEvents = async (caseId: string): Promise<number> =>
  (await system.get(`/audit/cases/${caseId}/events`, { role: 'auditor', office: null })).body.items.length;

/** As MongoDB's wire protocol has it: a command that inserts into the collection of keys. */
const keyInsert = '\u0002insert\0\u0005\0\0\0keys\0';

describe('the document store dies while the key of a person is inserted', () => {
  it.each([
    ['before it is stored', 'nothing', '910417300116'],
    ['after it is stored, with the answer on its way', 'the request', '880305400224'],
  ] as const)(
    '%s: the command is 503, and sent again is carried out once, under one key',
    async (_, keep, iin) => {
      await cuttableApi();
      const before = await keysOfPersons();
      const body = applicationOf(iin);
      const died = relay.cutAt(keyInsert, keep, () => system.kill('documents'));
      const during = await file(iin, body);
      expect([during.status, during.body.code, during.headers.get('retry-after')]).toEqual([
        503,
        'store-unavailable',
        '1',
      ]);
      await died;

      await system.start('documents');
      const after = await file(iin, body);
      expect(after.status).toBe(201);
      expect((await file(iin, body)).body).toEqual(after.body);
      expect(await keysOfPersons()).toBe(before + 1);
      expect(await countEvents(after.body.caseId)).toBe(1);
      const asking = { minPosition: after.body.position, waitSeconds: 10 };
      const { body: shown } = await system.get(`/cases/${after.body.caseId}`, asking);
      expect(shown.application.applicant.fullName).toBe('Testova Aigerim');
    },
    90_000,
  );
});
