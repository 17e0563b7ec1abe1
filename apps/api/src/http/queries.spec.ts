import { afterEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@app/read-models';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { casesOf, caseView, sampleCaseId, samplePerson } from '../testing/sample-case-view.js';
import type { Role } from '@app/platform';

let api: InProcessApi;
afterEach(() => api.close());

const caseId = sampleCaseId;
const get = async (path: string, role: Role = 'caseworker', headers: Readonly<Record<string, string>> = {}) => {
  const authorization = `Bearer ${await api.token({ role })}`;
  return api.send(`/api/v1${path}`, { headers: { authorization, ...headers } });
};

describe('a case', () => {
  it('is shown with amounts in tenge, what is overdue, and its revision as ETag', async () => {
    api = await inProcessApi({ cases: casesOf(caseView()) });
    const { status, headers, body } = await get(`/cases/${caseId}`);
    expect({ status, etag: headers['etag'] }).toEqual({ status: 200, etag: '"11"' });
    expect(body).toMatchObject({
      caseId,
      status: 'PAID',
      revision: 11,
      decision: { priceBasis: { residualValue: '1250000.00' } },
      agreement: { price: '1250000.00' },
      payments: [{ amount: '1250000.00', outstanding: '0.00', overpaid: '0.00' }],
      duties: [
        { rule: 'R-36', overdue: true },
        { rule: 'R-33', overdue: false },
      ],
    });
    expect(body).not.toHaveProperty('state');
  });

  it('is shown from documents that an older version made, which know of no duty that is pending or within another', async () => {
    api = await inProcessApi({ cases: casesOf(caseView()) });
    const nothing = { pending: null, heldBy: null };
    expect((await get(`/cases/${caseId}`)).body.duties).toMatchObject([nothing, nothing]);
    expect((await get(`/cases/${caseId}/duties`)).body.duties).toMatchObject([nothing, nothing]);
  });

  it('shows people in full to who works on it', async () => {
    api = await inProcessApi({ cases: casesOf(caseView()) });
    const { application } = (await get(`/cases/${caseId}`)).body;
    expect(application.applicant).toEqual(samplePerson);
    expect(application.dwelling).toEqual({ dwellingId: 'ALM-1', address: 'Test street 1' });
  });

  it.each(['auditor', 'quality-monitor', 'authorized-body'] as const)('shows people masked to the %s', async (role) => {
    api = await inProcessApi({ cases: casesOf(caseView()) });
    const { body } = await get(`/cases/${caseId}`, role);
    expect(body.application).toMatchObject({
      applicant: { iin: '0101****0004', fullName: '***' },
      familyMembers: [{ iin: '0101****0004', fullName: '***', relationship: 'spouse' }],
      tenancy: null,
      dwelling: { dwellingId: 'ALM-1', address: null },
      documents: [{ type: 'D3', number: null }],
    });
    const text = JSON.stringify(body);
    for (const secret of ['010115100004', 'Testova', 'Test street', 'T-17']) expect(text).not.toContain(secret);
  });

  const withFacts = (facts: object): CaseView => {
    const view = caseView();
    return { ...view, facts: { ...view.facts, ...facts } };
  };

  it('shows the schedule with what of each amount is paid, in tenge', async () => {
    const schedule = [
      { number: 0, dueOn: '2025-04-30', amount: 50_000_000 },
      { number: 1, dueOn: '2025-05-31', amount: 75_000_001 },
    ];
    const payments = [
      { amount: 2, paidOn: '2025-06-02', outstanding: 125_000_000, overpaid: 0, allocations: [], reversal: null },
      {
        amount: 50_000_001,
        paidOn: '2025-04-30',
        outstanding: 74_999_998,
        overpaid: 0,
        allocations: [],
        reversal: null,
      },
    ];
    const agreement = { agreementNumber: 'A-1', price: 125_000_001, schedule };
    api = await inProcessApi({ cases: casesOf(withFacts({ agreement, payments })) });
    const { body } = await get(`/cases/${caseId}`);
    expect(body.agreement.schedule).toEqual([
      { number: 0, dueOn: '2025-04-30', amount: '500000.00', paid: '500000.00', outstanding: '0.00', paidLate: false },
      { number: 1, dueOn: '2025-05-31', amount: '750000.01', paid: '0.03', outstanding: '749999.98', paidLate: true },
    ]);
    // Entered first, and paid last.
    expect(body.payments[0].allocations).toEqual([{ number: 1, amount: '0.02', completes: false, late: true }]);
  });

  it('shows what people brought, wrote and said to who works on it, and to nobody who watches', async () => {
    const facts = {
      addedDocuments: [{ document: { type: 'D2', number: 'M-5' }, subjectIin: '010115100004' }],
      setAsideDocuments: [{ documentType: 'D8', reason: 'Of Testov' }],
      familyActs: [{ act: 'BIRTH', subjectIin: '010115100004', person: 0, actOn: '2012-05-04' }],
      stateData: [
        { register: 'BIRTH', subjectIin: '010115100004', person: 0, outcome: 'FOUND', summary: 'two children' },
        { register: 'DEATH', subjectIin: '010115100004', person: 0, outcome: 'UNAVAILABLE', summary: 'down' },
      ],
      objections: [{ text: 'It was prolonged', medium: 'PAPER', late: true }],
      hearing: { appeared: true, minutes: { explanations: 'They explained' }, note: 'A note' },
      results: [{ result: 'DECISION', powerOfAttorney: { number: 'POA-1' } }],
      corrections: [{ subject: 'Name', was: 'Testova', is: 'Testeva', reason: 'a slip', values: [], date: null }],
    };
    api = await inProcessApi({ cases: casesOf(withFacts(facts)) });
    expect((await get(`/cases/${caseId}`)).body).toMatchObject({
      ...facts,
      unavailableRegisters: [{ register: 'DEATH', person: 0, reason: 'down' }],
    });
    expect((await get(`/cases/${caseId}`, 'auditor')).body).toMatchObject({
      setAsideDocuments: [{ documentType: 'D8', reason: null }],
      familyActs: [{ act: 'BIRTH', subjectIin: '0101****0004', person: 0, actOn: null }],
      unavailableRegisters: [{ register: 'DEATH', person: 0, reason: null }],
      addedDocuments: [{ document: { type: 'D2', number: null }, subjectIin: '0101****0004' }],
      stateData: [
        { register: 'BIRTH', subjectIin: '0101****0004', outcome: 'FOUND', summary: null },
        { register: 'DEATH', subjectIin: '0101****0004', outcome: 'UNAVAILABLE', summary: null },
      ],
      objections: [{ text: null, medium: 'PAPER', late: true }],
      hearing: { appeared: true, minutes: null, note: null },
      results: [{ result: 'DECISION', powerOfAttorney: null }],
      corrections: [{ subject: null, was: null, is: null, reason: null, values: [], date: null }],
    });
  });

  it('shows a register as unavailable by what was said last, and until it has answered', async () => {
    const asked = (person: number, outcome: string, summary: string | null) => ({
      register: 'BIRTH',
      subjectIin: '010115100004',
      person,
      outcome,
      summary,
    });
    const stateData = [
      asked(0, 'UNAVAILABLE', 'down'),
      asked(1, 'NOT_FOUND', null),
      asked(0, 'UNAVAILABLE', 'still down'),
      asked(1, 'UNAVAILABLE', 'down again'),
    ];
    api = await inProcessApi({ cases: casesOf(withFacts({ stateData })) });
    expect((await get(`/cases/${caseId}`)).body.unavailableRegisters).toEqual([
      { register: 'BIRTH', person: 0, reason: 'still down' },
    ]);
  });

  it('shows a document of somebody erased without saying whose', async () => {
    const erased = { erased: true };
    const addedDocuments = [{ document: { type: 'D2', number: erased }, subjectIin: erased }];
    api = await inProcessApi({ cases: casesOf(withFacts({ addedDocuments })) });
    expect((await get(`/cases/${caseId}`)).body.addedDocuments).toEqual([
      { document: { type: 'D2', number: null }, subjectIin: '***' },
    ]);
  });

  it('shows a person whose data was erased as such', async () => {
    const erased = caseView();
    const application = { ...erased.facts.application, applicant: { erased: true }, tenancy: { erased: true } };
    api = await inProcessApi({
      cases: casesOf({ ...erased, facts: { ...erased.facts, application } } as unknown as CaseView),
    });
    const { body } = await get(`/cases/${caseId}`);
    expect(body.application).toMatchObject({ applicant: { fullName: '', erased: true }, tenancy: null });
  });

  it('of another office is not there, and neither is one that never was', async () => {
    api = await inProcessApi({ cases: casesOf(caseView('aktobe')) });
    expect(await get(`/cases/${caseId}`)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
    expect(await get(`/cases/${caseId}/duties`)).toMatchObject({ status: 404 });
    expect(await get(`/cases/${caseId}/duties/R-27/why`)).toMatchObject({ status: 404 });
    expect(await get(`/cases/${caseId}`, 'auditor')).toMatchObject({ status: 200 });
    await api.close();
    api = await inProcessApi({ cases: casesOf(null) });
    expect(await get(`/cases/${caseId}`, 'auditor')).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  });
});
