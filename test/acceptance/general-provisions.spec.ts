import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';
import { startSystem, type Answer, type System } from '../support/system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const file = (changes: object): Promise<Answer> =>
  system.post(
    '/cases',
    applicationBody({ dwelling: { dwellingId: `D-${randomUUID()}`, address: 'Almaty, Abay avenue 10' }, ...changes }),
    { role: 'portal' },
  );

/** The case that an application made, as the portal reads it. */
const filed = async (changes: object = {}) => {
  const { status, body, text } = await file(changes);
  if (status !== 201) throw new Error(`the api answered ${status}: ${text}`);
  const shown = await system.get(`/cases/${body.caseId}`, {
    role: 'portal',
    minPosition: body.position,
    waitSeconds: 10,
  });
  return shown.body;
};

describe('general provisions', () => {
  it('R-07 (para 2; item 6): the service is free: an application has no place for a fee', async () => {
    const answer = await file({ fee: '1000.00' });
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ path: 'fee', message: 'is not a field that is known here' }],
    ]);
  });

  it('R-09 (para 2; item 1): the provider is a local executive body that the directory knows', async () => {
    const answer = await file({ officeId: 'ministry' });
    expect([answer.status, answer.body.errors]).toEqual([422, [{ path: 'officeId', message: 'names no office' }]]);
  });
});

describe('filing', () => {
  it('R-25 (para 5): the personal account shows the acceptance with the date of receipt of the result', async () => {
    const { application } = await filed({ effectiveAt: '2025-03-03T10:00:00+05:00' });
    expect(application).toMatchObject({ acceptedOn: '2025-03-03', resultDue: '2025-04-02' });
  });

  it('R-40 (para 9): stage 1 is the provision of the documents of item 8', async () => {
    expect(await filed()).toMatchObject({ status: 'SUBMITTED', stage: 'DOCUMENTS' });
  });

  it('R-95 (Appendices 1 and 2): the applicant gives name, residence, identity document with its issue, and IIN', async () => {
    const { applicant } = applicationBody({});
    expect((await filed()).application.applicant).toEqual(applicant);
    const { identityDocument: _, ...without } = applicant as Record<string, unknown>;
    const answer = await file({ applicant: without });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'applicant.identityDocument']);
  });

  it('R-96 (Appendices 1 and 2): the application states the rental agreement with date and number, and the address', async () => {
    const { application } = await filed();
    expect(application.tenancy).toEqual(applicationBody({}).tenancy);
    expect(application.dwelling.address).toBe('Almaty, Abay avenue 10');
    const answer = await file({ tenancy: { kind: 'TENANCY_AGREEMENT', number: '17' } });
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'tenancy.concludedOn']);
  });

  it('R-99 (Appendices 1 and 2): the attachments are listed', async () => {
    const { application } = await filed();
    expect(application.documents.map(({ type }: { type: string }) => type)).toEqual(['D3', 'D8']);
  });

  it('R-107 (item 4): the service is provided electronically and on paper', async () => {
    expect((await filed({ medium: 'ELECTRONIC' })).application.medium).toBe('ELECTRONIC');
    const atTheCounter = applicationBody({ channel: 'STATE_CORPORATION', medium: 'PAPER' });
    const onPaper = await system.post('/cases', atTheCounter, { role: 'front-desk' });
    const shown = await system.get(`/cases/${onPaper.body.caseId}`, {
      minPosition: onPaper.body.position,
      waitSeconds: 10,
    });
    expect(shown.body.application.medium).toBe('PAPER');
    expect((await file({ medium: 'ORAL' })).status).toBe(422);
  });

  it('R-110 (item 7): after the working hours of the provider the next working day counts', async () => {
    const { application } = await filed({ effectiveAt: '2025-03-07T18:31:00+05:00' });
    expect(application.acceptedOn).toBe('2025-03-11');
  });

  it('R-111 (item 7): the portal takes applications round the clock', async () => {
    const { application } = await filed({ effectiveAt: '2025-03-08T03:00:00+05:00' });
    expect(application).toMatchObject({ channel: 'PORTAL', acceptedOn: '2025-03-11' });
  });
});
