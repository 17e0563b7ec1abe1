import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filed, registeredAt, step, told, walkedCase } from '../support/case-walks.js';
import { type Answer, startSystem, type System } from '../support/system.js';
import { communalWalk, on, sendStep, type WalkStep } from '../support/walk.js';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

type Body = Readonly<Record<string, unknown>>;

const file = (application: Body): Promise<Answer> => sendStep(system, null, filed(application));
const atCorporation = (application: Body = {}): WalkStep => ({
  ...filed({ channel: 'STATE_CORPORATION', ...application }),
  role: 'front-desk',
});
const [, receipt, delivery, registration] = communalWalk('FILING') as readonly [WalkStep, WalkStep, WalkStep, WalkStep];
const receiptWith = (body: Body): WalkStep => ({ ...receipt, body: { ...receipt.body, ...body } });

describe('the application (para 3)', () => {
  it('R-11 (para 3; item 2): it comes through the State Corporation or the portal, and no other way', async () => {
    const byPost = await file({ channel: 'POST' });
    expect([byPost.status, byPost.body.errors[0].path]).toEqual([422, 'channel']);
    expect(told(await file({}))).toEqual(['ApplicationSubmitted']);
    expect(told(await sendStep(system, null, atCorporation()))).toEqual(['ApplicationSubmitted']);
  });

  it('R-12 (para 3): it is on the form of Appendix 1, free of charge, or of Appendix 2, for a price, and on no other', async () => {
    const onALetter = await file({ form: 'LETTER' });
    expect([onALetter.status, onALetter.body.errors[0].path]).toEqual([422, 'form']);
    const free = { form: 'GRATUITOUS', freeCategory: 'Veteran' };
    expect(told(await file({ ...free, payment: { mode: 'SINGLE' } }))).toBe('gratuitous-not-paid');
    expect(told(await file({ ...free, payment: { mode: 'NONE' } }))).toEqual(['ApplicationSubmitted']);
    const redemption = { form: 'REDEMPTION' };
    expect(told(await file({ ...redemption, payment: { mode: 'NONE' } }))).toBe('payment-mode-not-provided');
    expect(told(await file({ ...redemption, payment: { mode: 'SINGLE' } }))).toEqual(['ApplicationSubmitted']);
  });

  it('R-08 (para 2): recipients are individuals, not legal entities', async () => {
    const { applicant } = applicationBody() as { applicant: Body };
    expect(told(await file({ applicant: { ...applicant, iin: '120440000123' } }))).toBe('not-an-individual');
  });

  it('R-97 (Appendix 1): an application free of charge states by which category, and one for redemption states none', async () => {
    const free = { form: 'GRATUITOUS', payment: { mode: 'NONE' } };
    expect(told(await file(free))).toBe('free-category-missing');
    expect(told(await file({ ...free, freeCategory: 'Veteran' }))).toEqual(['ApplicationSubmitted']);
    expect(told(await file({ freeCategory: 'Veteran' }))).toBe('free-category-on-redemption');
  });

  it('R-26b (para 5): the recipient consents to the use of secrets protected by law', async () => {
    expect(told(await file({ consents: { useOfSecrets: false, personalData: true } }))).toBe('secrets-consent-missing');
  });
});

describe('the acceptance (paras 4, 5)', () => {
  it('R-15 (para 4): the provider registers the application on the day of its receipt', async () => {
    const walked = await walkedCase(system, [filed()]);
    expect(await walked.duties()).toContain('R-15 2025-03-07 OPEN');
    await walked.send(registration);
    expect(await walked.duties()).toContain('R-15 2025-03-07 DISCHARGED');
    expect(told(await walked.send(registration))).toBe('already-registered');
  });

  it('R-15 (para 4): what the State Corporation delivers late is registered on the day of its delivery, until then expected on that of acceptance', async () => {
    const daysOf = async () => {
      const { registrationDue, registrationDueExpected } = (await walked.view()).application;
      return [registrationDue, registrationDueExpected];
    };
    const walked = await walkedCase(system, [
      atCorporation({ effectiveAt: on('04-08') }),
      step('front-desk', '/receipt', '04-08', receipt.body),
    ]);
    expect(await daysOf()).toEqual(['2025-04-08', true]);
    expect((await walked.duties()).filter((duty) => duty.startsWith('R-15'))).toEqual([]);
    await walked.send(step('front-desk', '/delivery', '04-11', delivery.body));
    expect(await daysOf()).toEqual(['2025-04-11', false]);
    expect(told(await walked.send(registeredAt(on('04-11'))))).toEqual(['ApplicationRegistered']);
    const late = (await walked.view()).duties.filter((duty: { late: boolean }) => duty.late);
    expect(late.map(({ rule }: { rule: string }) => rule)).toEqual(['R-18']);
    // The thirty days run from acceptance, the two days of a rejection from registration.
    expect(await walked.duties()).toEqual(
      expect.arrayContaining(['R-15 2025-04-11 DISCHARGED', 'R-27 2025-05-08 OPEN', 'R-33 2025-04-15 OPEN']),
    );
  });

  it('R-15 (para 4): what is delivered after closing or on a day off is registered on the next working day, and `why` says so', async () => {
    for (const [day, time, due, sentence] of [
      ['04-11', '18:31', '2025-04-14', 'That was after the end of working hours, 18:30: the next working day counts.'],
      ['04-12', '11:00', '2025-04-14', 'Saturday 12 April 2025 is not a working day: a weekend.'],
    ] as const) {
      const walked = await walkedCase(system, [atCorporation(), receipt]);
      await walked.send({ ...delivery, body: { ...delivery.body, effectiveAt: on(day, time) } });
      expect(await walked.duties()).toContain(`R-15 ${due} OPEN`);
      const why = await system.get(`/cases/${walked.caseId}/duties/R-15/why`);
      expect(why.body.text.split('\n')).toContain(sentence);
    }
  });

  it('R-16 (para 4; item 7(2)): after hours, on weekends and holidays the application is accepted on the next business day', async () => {
    for (const [effectiveAt, acceptedOn] of [
      ['2025-03-07T18:30:00+05:00', '2025-03-07'],
      ['2025-03-07T18:31:00+05:00', '2025-03-11'],
      ['2025-03-08T11:00:00+05:00', '2025-03-11'],
    ] as const) {
      const walked = await walkedCase(system, [filed({ effectiveAt })]);
      expect((await walked.view()).application.acceptedOn).toBe(acceptedOn);
    }
  });

  it('R-18 (para 4): the State Corporation delivers the documents to the provider on the day of acceptance', async () => {
    const walked = await walkedCase(system, [atCorporation(), receipt]);
    expect(await walked.duties()).toContain('R-18 2025-03-07 OPEN');
    expect(told(await walked.send(registration))).toBe('not-delivered');
    expect(told(await walked.send(delivery))).toEqual(['DocumentsDelivered']);
    expect(await walked.duties()).toContain('R-18 2025-03-07 DISCHARGED');
    expect(told(await walked.send(registration))).toEqual(['ApplicationRegistered']);
  });

  it('R-19 (para 5): the State Corporation issues a receipt, and nothing is delivered or registered without it', async () => {
    const walked = await walkedCase(system, [atCorporation()]);
    expect(told(await walked.send(delivery))).toBe('receipt-missing');
    expect(told(await walked.send(registration))).toBe('receipt-missing');
    expect(told(await walked.send(receipt))).toEqual(['ReceiptIssued']);
    expect(told(await walked.send(receipt))).toBe('receipt-already-issued');
  });

  it('R-22 (para 5): the employee of the State Corporation identifies the recipient', async () => {
    const walked = await walkedCase(system, [atCorporation()]);
    const unidentified = await walked.send(receiptWith({ identification: null }));
    expect([unidentified.status, unidentified.body.errors[0].path]).toEqual([422, 'identification']);
    expect(told(await walked.send(receiptWith({ identification: 'DIGITAL_DOCUMENT' })))).toEqual(['ReceiptIssued']);
  });

  it('R-23 (para 5): the employee makes electronic copies of the documents', async () => {
    const walked = await walkedCase(system, [atCorporation()]);
    expect(told(await walked.send(receiptWith({ copiesMade: false })))).toBe('copies-not-made');
    expect(told(await walked.send(receipt))).toEqual(['ReceiptIssued']);
  });

  it('R-24 (para 5): the employee returns the originals', async () => {
    const walked = await walkedCase(system, [atCorporation()]);
    expect(told(await walked.send(receiptWith({ originalsReturned: false })))).toBe('originals-not-returned');
    expect(told(await walked.send(receipt))).toEqual(['ReceiptIssued']);
  });

  it('R-21 (para 5): a representative comes with a notarized power of attorney', async () => {
    const representative = { iin: '791028302728', fullName: 'Testov Serik' };
    const powerOfAttorney = { number: '7', notarizedOn: '2025-03-07', notary: 'Testova N.' };
    const without = await file({ representative });
    expect([without.status, without.body.errors[0].path]).toEqual([422, 'representative.powerOfAttorney']);
    const later = { ...powerOfAttorney, notarizedOn: '2025-03-08' };
    expect(told(await file({ representative: { ...representative, powerOfAttorney: later } }))).toBe(
      'power-of-attorney-later',
    );
    expect(told(await file({ representative: { ...representative, powerOfAttorney } }))).toEqual([
      'ApplicationSubmitted',
    ]);
  });

  it('R-13 (para 3; item 8): what an applicant claims is in the list of documents', async () => {
    expect(told(await file({ claims: ['ASTROLOGER'] }))).toBe('claim-unknown');
    const walked = await walkedCase(system, [filed({ claims: ['OCCUPATION'] }), registration]);
    expect(told(await walked.send(step('caseworker', '/completeness', '03-11', {})))).toBe('package-incomplete');
  });

  it('A25: ids that differ in letter case or look-alike letters alone are one dwelling', async () => {
    const mark = randomUUID().slice(0, 8);
    const of = (dwellingId: string) => file({ dwelling: { dwellingId, address: 'Almaty, Test street 1' } });
    const withdrawn = async ({ body }: Answer) =>
      (await system.post(`/cases/${body.caseId}/withdrawal`, { reason: 'Moved' }, { role: 'portal' })).status;
    const first = await of(`alm-k${mark}`);
    expect(told(first)).toEqual(['ApplicationSubmitted']);
    const others = [`alm-k${mark}`, `ALM-K${mark}`, `Alm-К${mark}`, `аlм-к${mark}`];
    for (const id of others) expect([id, told(await of(id))]).toEqual([id, 'dwelling-claimed']);
    expect(told(await of(`alm-q${mark}`))).toEqual(['ApplicationSubmitted']);
    expect(await withdrawn(first)).toBe(200);
    expect(told(await of(`Alm-К${mark}`))).toEqual(['ApplicationSubmitted']);
  });
});
