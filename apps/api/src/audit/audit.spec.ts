import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@app/event-store';
import { VaultUnavailable } from '@app/vault';
import { applicationBody } from '../../../../libs/contracts/src/testing/bodies.js';
import { inProcessApi, type Answered, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
let caseId: string;
beforeEach(async () => {
  api = await inProcessApi();
  const post = async (path: string, body: object): Promise<Answered> =>
    api.send(`/api/v1/cases${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await api.token({ role: path === '' ? 'front-desk' : 'caseworker' })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
  caseId = (await post('', applicationBody({ effectiveAt: '2025-03-07T10:25:00+05:00' }))).body.caseId;
  const effectiveAt = '2025-03-07T16:00:00+05:00';
  const eds = { certificateSerial: '3f2a9c01', signedAt: effectiveAt };
  const registration = { registrationNumber: 'REG-1', eds, effectiveAt };
  await post(`/${caseId}/registration`, registration);
});
afterEach(() => api.close());

const audit = async (path: string): Promise<Answered> =>
  api.send(`/api/v1/audit/cases/${caseId}/${path}`, {
    headers: { authorization: `Bearer ${await api.token({ role: 'auditor' })}` },
  });

/** Puts another event in place of the one that the log holds at a revision. */
const replace = (revision: number, change: (event: StoredEvent) => StoredEvent): void => {
  const index = api.store.log.findIndex((event) => event.stream === `case-${caseId}` && event.revision === revision);
  api.store.log[index] = change(api.store.log[index]!);
};

describe('a history', () => {
  it('comes in pages, each with where it goes on and with the chain of the whole', async () => {
    const first = (await audit('events?limit=1')).body;
    expect(first.items.map(({ revision }: { revision: number }) => revision)).toEqual([0]);
    const second = (await audit(`events?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second.items.map(({ revision }: { revision: number }) => revision)).toEqual([1]);
    expect([second.nextCursor, first.chain]).toEqual([null, second.chain]);
    expect(await audit(`state?cursor=${first.nextCursor}`)).toMatchObject({ status: 422 });
  });

  it('is shown as it is stored while the keys of persons are away, without words', async () => {
    const before = (await audit('events')).body;
    api.vault.unseal = () => Promise.reject(new VaultUnavailable('the key store is away'));
    expect((await audit('events')).body).toEqual({
      ...before,
      items: before.items.map((event: object) => ({ ...event, what: null })),
    });
    expect(await audit('state')).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
  });

  it('tells its revisions and what happened in pages too', async () => {
    const state = (await audit('state?limit=1')).body;
    expect(state.revisions).toEqual([0]);
    expect((await audit(`state?limit=1&cursor=${state.nextCursor}`)).body).toMatchObject({
      revisions: [1],
      nextCursor: null,
    });
    const diff = (await audit('diff?limit=1')).body;
    expect(diff.happened).toHaveLength(1);
    expect((await audit(`diff?limit=1&cursor=${diff.nextCursor}`)).body).toMatchObject({
      happened: [{ revision: 1 }],
      nextCursor: null,
    });
  });
});

describe('an event that is not what was hashed', () => {
  it('is told with the last revision that holds', async () => {
    replace(1, (event) => ({ ...event, data: { ...event.data, registrationNumber: 'REG-2' } }));
    const { body } = await audit('events');
    expect(body.chain).toEqual({ intact: false, revision: 0, hash: null, broken: 'hash' });
    expect(body.items[1].data).toMatchObject({ registrationNumber: 'REG-2' });
  });
});

describe('an event that this version cannot read', () => {
  beforeEach(() => replace(1, (event) => ({ ...event, metadata: { ...event.metadata, schema: 99 } })));

  it('is shown as the log holds it, without words', async () => {
    const { body } = await audit('events');
    expect(body.items[1]).toMatchObject({ type: 'ApplicationRegistered', what: null, metadata: { schema: 99 } });
  });

  it('stands in the way of every point that includes it, by name', async () => {
    for (const path of ['state', 'state?revision=1', 'diff', 'diff?from=0&to=1'])
      expect(await audit(path)).toMatchObject({ status: 500, body: { code: 'event-unreadable' } });
  });

  it('stands in the way of none before it', async () => {
    expect(await audit('state?revision=0')).toMatchObject({ status: 200, body: { status: 'SUBMITTED' } });
    const early = await audit('state?recordedAt=2025-01-01T00:00:00Z');
    expect(early).toMatchObject({ status: 200, body: { status: null } });
  });
});
