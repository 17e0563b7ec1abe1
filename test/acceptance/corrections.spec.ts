import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  atMoment,
  filed,
  payment,
  registeredAt,
  stageTwo,
  step,
  told,
  walkedCase,
  type WalkedCase,
} from '../support/case-walks.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, filedAt, on, type WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

type Value = readonly [revision: number, field: string, is: string];

const setRight = (...values: readonly Value[]): WalkStep =>
  step('provider-head', '/corrections', '05-05', {
    subject: 'What was entered',
    reason: 'Testova Aigerim brought the receipt',
    values: values.map(([revision, field, is]) => ({ revision, field, is })),
  });
const dayOf = (fact: string, is: string): WalkStep =>
  step('provider-head', '/corrections', '05-05', { subject: 'A day', reason: 'The journal', date: { fact, is } });
const reversal = (revision: number): WalkStep =>
  step('provider-head', '/payments/reversals', '05-06', { payment: revision, reason: 'Testova Aigerim asked for it' });
const refused = ({ status, body }: Answer): readonly unknown[] => [status, body.code, body.rule];
const [registered, decided, decisionSigned, offered, pricePaid, restPaid] = [4, 8, 9, 11, 14, 15];

const paidCase = (): Promise<WalkedCase> => walkedCase(system, communalWalk(randomUUID()));
const dutyOf = (body: Answer['body'], rule: string) => body.duties.find((duty: { rule: string }) => duty.rule === rule);

describe('everything that was recorded can be set right, with the reason (R-10, para 2)', () => {
  it('R-36 (para 8): a payment with a zero too many closes the case no more, and the rest is taken', async () => {
    const walked = await paidCase();
    const corrected = await walked.send(setRight([restPaid, 'amount', '75000.00']));
    expect(told(corrected)).toEqual(['CorrectionRecorded', 'CaseReopened']);
    const open = await walked.view();
    expect([open.status, open.payments[1].amount, dutyOf(open, 'R-36').status]).toEqual([
      'AGREEMENT_CONCLUDED',
      '75000.00',
      'OPEN',
    ]);
    expect(open.payments.map(({ outstanding }: { outstanding: string }) => outstanding)).toEqual([
      '750000.00',
      '675000.00',
    ]);
    expect(open.corrections[0].values).toEqual([
      { revision: restPaid, event: 'PaymentReceived', field: 'amount', was: '750000.00', is: '75000.00' },
    ]);
    expect(told(await walked.send(payment('05-07', '675000.00')))).toEqual(['PaymentReceived', 'CaseClosed']);
    const closed = await walked.view();
    expect([closed.status, dutyOf(closed, 'R-36').dischargedOn, dutyOf(closed, 'R-36').late]).toEqual([
      'PAID',
      '2025-05-07',
      true,
    ]);
    const timeline = await system.get(`/cases/${walked.caseId}/timeline`);
    expect(timeline.body.items.map(({ what }: { what: string }) => what)).toContain(
      'Record corrected: the amount of "payment received" is 75000.00 tenge, not 750000.00 tenge',
    );
  }, 60_000);

  it('R-10 (para 2): names, numbers, votes and the price with its basis, each shown as it is right', async () => {
    const walked = await paidCase();
    const corrected = await walked.send(
      setRight(
        [0, 'applicant.fullName', 'Testov Daniyar Bolatuly'],
        [0, 'documents.0.number', 'T-18'],
        [registered, 'registrationNumber', 'REG-77'],
        [decided, 'votes.2.vote', 'AGAINST'],
        [decided, 'priceBasis.determinedBy', 'Another centre'],
        [decisionSigned, 'decisionNumber', 'DEC-77'],
        [pricePaid, 'reference', 'PAY-77'],
      ),
    );
    expect(told(corrected)).toEqual(['CorrectionRecorded']);
    const view = await walked.view();
    expect(view.application.applicant.fullName).toBe('Testov Daniyar Bolatuly');
    expect(view.application.documents[0].number).toBe('T-18');
    expect([view.registration.registrationNumber, view.decision.votes[2].vote]).toEqual(['REG-77', 'AGAINST']);
    expect([view.decisionSignature.decisionNumber, view.payments[0].reference]).toEqual(['DEC-77', 'PAY-77']);
    expect(view.corrections[0].values[0]).toMatchObject({ is: 'Testov Daniyar Bolatuly', was: expect.any(String) });

    const watched = await system.get(`/cases/${walked.caseId}`, { role: 'quality-monitor' });
    expect(watched.text).not.toMatch(/Bolatuly|Aigerim/);
    const log = await system.get(`/audit/cases/${walked.caseId}/events`, { role: 'quality-monitor', office: null });
    expect(log.text).not.toMatch(/Bolatuly/);
  }, 60_000);

  it('R-98 (item 9): a price is what was decided, so both are set right together', async () => {
    const walked = await walkedCase(system, communalWalk(randomUUID()).slice(0, 13));
    expect(refused(await walked.send(setRight([offered, 'price', '1300000.00'])))).toEqual([
      409,
      'price-not-as-decided',
      'R-98',
    ]);
    const both = setRight([offered, 'price', '1300000.00'], [decided, 'priceBasis.residualValue', '1300000.00']);
    expect(told(await walked.send(both))).toEqual(['CorrectionRecorded']);
    const { agreement, decision } = await walked.view();
    expect([agreement.price, decision.priceBasis.residualValue]).toEqual(['1300000.00', '1300000.00']);
  }, 60_000);

  it('R-10 (para 2): what says which application it is stays, and so does what nobody can read', async () => {
    const walked = await paidCase();
    const iin = await walked.send(setRight([0, 'applicant.iin', '851231100303']));
    expect(refused(iin)[1]).toBe('not-correctable');
    // The path is for machines, and stands in the facts.
    expect(iin.body.facts).toEqual({ revision: 0, event: 'ApplicationSubmitted', field: 'applicant.iin' });
    expect(iin.body.detail).not.toMatch(/applicant\.iin|ApplicationSubmitted/);
    expect(refused(await walked.send(setRight([99, 'amount', '1.00'])))[1]).toBe('entry-not-there');
    expect(refused(await walked.send(setRight([restPaid, 'amount', 'much'])))[1]).toBe('corrected-value-unreadable');
    expect((await walked.send({ ...setRight([restPaid, 'amount', '1.00']), role: 'caseworker' })).status).toBe(403);
  }, 60_000);
});

describe('a correction passes every gate of the entry that it sets right, and of what comes after it', () => {
  it.each([
    ['ApplicationSubmitted', '2025-03-09', 'accepted-on-day-off', 'R-16'],
    ['ApplicationSubmitted', '2025-03-06', 'accepted-before-filing', 'R-16'],
    ['ApplicationRegistered', '2025-03-12', 'before-what-it-follows', null],
    ['CompletenessConfirmed', '2025-03-06', 'before-acceptance', 'R-16'],
    ['CommissionDecided', '2025-03-13', 'before-what-it-follows', null],
    ['AgreementSigned', '2025-04-22', 'paid-before-agreement', 'R-36'],
    ['PaymentReceived', '2025-03-31', 'paid-before-agreement', 'R-36'],
  ])(
    '%s on %s is refused: %s (%s)',
    async (fact, is, code, rule) => {
      const walked = await paidCase();
      expect(refused(await walked.send(dayOf(fact, is)))).toEqual([409, code, rule]);
    },
    60_000,
  );

  it('R-05 (item 4 of the Order): nothing is accepted before the Order was in force', async () => {
    const walked = await walkedCase(system, [filed()]);
    const answer = await walked.send(setRight([0, 'at', '2021-08-20T10:00:00+06:00']));
    expect(refused(answer)).toEqual([409, 'before-rulebook', 'R-05']);
  }, 60_000);
});

describe('payments (R-36, para 8)', () => {
  const concluded = (): Promise<WalkedCase> => walkedCase(system, communalWalk(randomUUID()).slice(0, 13));
  const marked = (one: WalkStep, more: object): WalkStep => ({ ...one, body: { ...one.body, ...more } });

  it('R-36: a payment can be reversed; the case opens where the price is not complete without it', async () => {
    const walked = await paidCase();
    expect(told(await walked.send(reversal(restPaid)))).toEqual(['PaymentReversed', 'CaseReopened']);
    const open = await walked.view();
    expect([open.status, open.payments[1].reversal, dutyOf(open, 'R-36').status]).toEqual([
      'AGREEMENT_CONCLUDED',
      { reversedOn: '2025-05-06', reason: 'Testova Aigerim asked for it', reversedBy: expect.any(String) },
      'OPEN',
    ]);
    const watched = await system.get(`/cases/${walked.caseId}`, { role: 'quality-monitor' });
    expect(watched.text).not.toMatch(/Aigerim/);
    expect(refused(await walked.send(reversal(restPaid)))[1]).toBe('payment-already-reversed');
    expect((await walked.send({ ...reversal(pricePaid), role: 'caseworker' })).status).toBe(403);
    expect(told(await walked.send(payment('05-08', '750000.00')))).toEqual(['PaymentReceived', 'CaseClosed']);
  }, 60_000);

  it('R-36: the same reference on the same day is asked about, and taken with a reason', async () => {
    const walked = await concluded();
    await walked.send(payment('04-21', '500000.00'));
    const again = payment('04-21', '100000.00');
    expect(refused(await walked.send(again))).toEqual([409, 'payment-reference-repeated', null]);
    const reasoned = marked(again, { repeatedBecause: 'The bank numbers its orders by day' });
    expect(told(await walked.send(reasoned))).toEqual(['PaymentReceived']);
  }, 60_000);

  it('R-36: more than is owed is refused, unless what is over is to be returned', async () => {
    const walked = await concluded();
    const over = payment('04-21', '1250000.01');
    expect(refused(await walked.send(over))).toEqual([409, 'more-than-owed', 'R-36']);
    expect(told(await walked.send(marked(over, { overpayment: 'TO_BE_RETURNED' })))).toEqual([
      'PaymentReceived',
      'CaseClosed',
    ]);
    expect((await walked.view()).payments[0]).toMatchObject({ overpaid: '0.01', overpayment: 'TO_BE_RETURNED' });
  }, 60_000);

  it('R-36: a payment in time that is entered after a late one is no news to a closed case: the price was complete then', async () => {
    const walked = await concluded();
    await walked.send(payment('05-12', '1250000.00'));
    expect(dutyOf(await walked.view(), 'R-36')).toMatchObject({ dischargedOn: '2025-05-12', late: true });
    const inTime = marked(payment('04-02', '1250000.00'), {
      overpayment: 'TO_BE_RETURNED',
      effectiveAt: on('05-13'),
    });
    expect(told(await walked.send(inTime))).toEqual(['PaymentReceived']);
    const view = await walked.view();
    expect([view.status, dutyOf(view, 'R-36').dischargedOn, dutyOf(view, 'R-36').late]).toEqual([
      'PAID',
      '2025-04-02',
      false,
    ]);
  }, 60_000);
});

describe('the day of acceptance follows what is known (R-16, para 4)', () => {
  const dayOff = (date: string): Promise<Answer> =>
    system.post(
      '/admin/calendar/days',
      { date, to: 'OFF', name: 'Day of mourning', source: 'Decree 5', effectiveAt: on('03-01') },
      { role: 'administrator', office: null },
    );

  it('R-25 (para 5): a corrected moment of filing moves what the applicant is told, and says what it was', async () => {
    const walked = await walkedCase(system, [filed()]);
    const corrected = await walked.send(setRight([0, 'at', '2025-03-07T19:00:00+05:00']));
    expect(told(corrected)).toEqual(['CorrectionRecorded']);
    const view = await walked.view();
    // Friday after hours, then a weekend and Monday the 10th off for the 8th of March.
    expect(view.application).toMatchObject({ acceptedOn: '2025-03-11', registrationDue: '2025-03-11' });
    expect(dutyOf(view, 'R-27').corrections).toEqual([
      { fact: 'ApplicationSubmitted', was: '2025-03-07', is: '2025-03-11', reason: null },
    ]);
  }, 60_000);

  // Last, as it corrects the calendar for all cases.
  it('R-27, R-33 (para 6): a day declared off afterwards moves acceptance, and all that counts from it', async () => {
    const monday = filedAt('portal', `ALM-${randomUUID()}`, { effectiveAt: on('03-17', '10:00') });
    const walked = await walkedCase(system, [monday, registeredAt(on('03-17', '12:00'))]);
    expect((await walked.view()).application).toMatchObject({ acceptedOn: '2025-03-17', resultDue: '2025-04-16' });
    const { body } = await dayOff('2025-03-17');
    const asked = await system.get(`/cases/${walked.caseId}`, { minPosition: body.position, waitSeconds: 10 });
    expect(asked.body.application).toMatchObject({ acceptedOn: '2025-03-18', resultDue: '2025-04-17' });
    expect(dutyOf(asked.body, 'R-27').moved).toMatchObject({ wasDue: '2025-04-16' });
    // Registered on the 17th, which counts from the day of acceptance: two working days from the 18th.
    expect(dutyOf(asked.body, 'R-33').due).toBe('2025-03-20');
    // Kept before the day was declared off: it stays as it was kept.
    expect(dutyOf(asked.body, 'R-15')).toMatchObject({ due: '2025-03-17', late: false });
    const rejection = step('caseworker', '/rejection', '03-20', {
      defects: [{ kind: 'EXPIRED', documentType: 'D8', explanation: 'It had expired.' }],
    });
    expect((await walked.send(rejection)).body.code).not.toBe('rejection-term-lapsed');
    const early = await walked.send(atMoment(stageTwo[1]!, on('03-17', '16:00')));
    expect([early.status]).not.toEqual([201]);
  }, 60_000);
});
