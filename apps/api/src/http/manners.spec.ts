import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDocument,
  issueReceipt,
  samplePerson,
  submitApplication,
} from '../../../../libs/domain/src/testing/index.js';
import { bodyOf, sendCommand } from '../testing/commands-over-http.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

let filings = 0;
const file = (otherwise: object = {}, key?: string) => {
  filings += 1;
  const dwelling = { dwellingId: `MANNERS-${filings}`, address: 'Test street 1' };
  const body = { ...bodyOf(submitApplication({ channel: 'STATE_CORPORATION' })), dwelling, ...otherwise };
  return sendCommand(api, submitApplication(), { caseId: '', body, role: 'front-desk', ...(key && { key }) });
};

describe('a filing', () => {
  it('says where the case is, when it counts as accepted and by when its result is due', async () => {
    const { status, headers, body } = await file();
    expect(status).toBe(201);
    expect(headers['location']).toBe(`/api/v1/cases/${body.caseId}`);
    expect(body).toMatchObject({ acceptedOn: '2025-03-03', resultDue: '2025-04-02' });
  });

  it('that is sent again is answered the same, and says that it was carried out before', async () => {
    const application = { dwelling: { dwellingId: 'MANNERS-TWICE', address: 'Test street 1' } };
    const [first, again] = [await file(application, 'twice'), await file(application, 'twice')];
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotency-replayed': 'true' } });
    expect(again.headers['location']).toBe(first.headers['location']);
  });

  it('with several faults is told all of them at once, an IIN that cannot be among them', async () => {
    const { status, body } = await file({
      applicant: { ...samplePerson(), iin: '010115100005' },
      form: 'GIFT',
      officeId: 7,
      dwelling: { dwellingId: '' },
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(
      expect.arrayContaining(['applicant.iin', 'dwelling.address', 'dwelling.dwellingId', 'form', 'officeId']),
    );
  });
});

describe('an IIN in a body', () => {
  it.each(['010115100005', '011315100004', '010115900004'])('is a field that is not valid: %s', async (subjectIin) => {
    const { body: filed } = await file();
    const body = { ...bodyOf(addDocument()), subjectIin };
    const { status, body: told } = await sendCommand(api, addDocument(), { caseId: filed.caseId, body });
    expect([status, told.code, told.errors]).toEqual([
      422,
      'fields-invalid',
      [{ path: 'subjectIin', message: 'is no IIN: its birth date, century or check digit is not right' }],
    ]);
  });
});

describe('who saw an older revision (412)', () => {
  it('learns what it is now, and who recorded what since', async () => {
    const { body: filed } = await file();
    const { caseId } = filed;
    await sendCommand(api, issueReceipt(), { caseId });
    const stale = await sendCommand(api, issueReceipt(), { caseId, headers: { 'if-match': '"0"' } });
    expect(stale).toMatchObject({
      status: 412,
      body: {
        code: 'revision-stale',
        detail: 'You saw revision 0; it is at 1 now.',
        revision: 1,
        since: [{ revision: 1, type: 'ReceiptIssued', actor: issueReceipt().by, recordedAt: expect.any(String) }],
      },
    });
  });

  it('learns that there is none yet, where an application is filed with a revision', async () => {
    const body = bodyOf(submitApplication());
    const asked = { caseId: '', body, headers: { 'if-match': '"3"' } };
    const detail = 'You saw revision 3; there is none yet.';
    expect(await sendCommand(api, submitApplication(), asked)).toMatchObject({
      status: 412,
      body: { code: 'revision-stale', detail, revision: -1, since: [] },
    });
  });

  it('learns nothing of a case of another office', async () => {
    const { body: filed } = await file();
    const asked = { caseId: filed.caseId, office: 'aktobe', headers: { 'if-match': '"7"' } };
    expect(await sendCommand(api, issueReceipt(), asked)).toMatchObject({
      status: 404,
      body: { code: 'case-not-found' },
    });
  });

  it('sees no IIN where the token names its bearer by one', async () => {
    const { body: filed } = await file();
    const { caseId } = filed;
    await sendCommand(api, issueReceipt({ by: '010115100004' }), { caseId });
    const stale = await sendCommand(api, issueReceipt(), { caseId, headers: { 'if-match': '"0"' } });
    expect(stale.status).toBe(412);
    expect(stale.text).not.toContain('010115100004');
  });
});
