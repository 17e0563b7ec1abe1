import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { complaintBody } from '../support/complaint-walk.js';
import {
  atMoment,
  eds,
  filed,
  payment,
  registeredAt,
  signedByBoth,
  stageTwo,
  step,
  told,
  walkedCase,
} from '../support/case-walks.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, filedAt, on, type WalkStep } from '../support/walk.js';

/** Each test corrects the calendar for all cases, and so has a system of its own. */
let system: System;

beforeEach(async () => {
  system = await startSystem();
}, 60_000);
afterEach(() => system.stop());

const dayOff = (date: string): Promise<Answer> =>
  system.post(
    '/admin/calendar/days',
    { date, to: 'OFF', name: 'Day of mourning', source: 'Decree 5', effectiveAt: on('03-01') },
    { role: 'administrator', office: null },
  );

const reasoned = {
  ground: 'NOT_COMPLIANT',
  facts: 'The dwelling was let without the right of redemption.',
  reasons: 'It cannot be privatized by the Law on Housing Relations.',
};
const remarks = step('caseworker', '/remarks', '03-13', {
  remarks: [{ documentType: 'D3', text: 'The tenancy agreement is of another dwelling.' }],
});
/** Received on Friday 14 March 2025: by the loaded calendar objections until Tuesday the 18th, the act from Wednesday the 19th on. */
const notice = step('caseworker', '/preliminary-refusal', '03-14', {
  ...reasoned,
  hearing: { at: '2025-03-18T10:00:00+05:00', place: 'Room 12' },
  receivedAt: '2025-03-14T15:00:00+05:00',
});
const absent = step('caseworker', '/hearing', '03-18', { appeared: false, minutes: null, note: 'Nobody came.' });
const objection = (at: string): WalkStep =>
  step('portal', '/objections', at, { text: 'The right was granted in 2016.', medium: 'ELECTRONIC' });
const refusal = (at: string): WalkStep =>
  step('commission-secretary', '/decision', at, {
    outcome: 'REFUSE',
    votes: ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, vote: 'FOR' })),
    ...reasoned,
  });
const notified = (): readonly WalkStep[] => [filed(), ...stageTwo.slice(0, 4), remarks, notice];

const dutyOf = async (caseId: string, rule: string, { body }: Answer) => {
  const found = await system.get(`/cases/${caseId}/duties`, { minPosition: body.position, waitSeconds: 10 });
  const { due, status, late } = found.body.duties.find((duty: { rule: string }) => duty.rule === rule);
  return { due, status, late };
};

describe('a date is counted, never kept, where the calendar is corrected (docs/law/rules.md 3.3, 5 and 4.4)', () => {
  it('R-27, R-47, R-26 (A35): what a closed term holds keeps its day with it, and `why` names one day for both', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo]);
    const corrected = await dayOff('2025-04-07');
    const kept = { due: '2025-04-07', late: false };
    expect(await dutyOf(walked.caseId, 'R-27', corrected)).toEqual({ ...kept, status: 'DISCHARGED' });
    for (const rule of ['R-47', 'R-26']) {
      expect(await dutyOf(walked.caseId, rule, corrected)).toEqual({ ...kept, status: 'OPEN' });
      const { text } = (await system.get(`/cases/${walked.caseId}/duties/${rule}/why`)).body;
      expect(text).toContain('it is a part of that of R-27, which ends on Monday 7 April 2025.');
    }
  });

  it('R-78 (para 10): an objection on the last day as it is known now is in time, and the date stays what it was shown as', async () => {
    const walked = await walkedCase(system, notified());
    const corrected = await dayOff('2025-03-17');
    expect(await dutyOf(walked.caseId, 'R-78', corrected)).toEqual({ due: '2025-03-19', status: 'OPEN', late: false });
    const objected = await walked.send(objection('03-19'));
    expect(told(objected)).toEqual(['ObjectionReceived']);
    expect(await dutyOf(walked.caseId, 'R-78', objected)).toEqual({
      due: '2025-03-19',
      status: 'DISCHARGED',
      late: false,
    });
    const shown = await walked.view();
    expect(shown.objections).toMatchObject([{ receivedOn: '2025-03-19', late: false }]);
    expect(shown.preliminaryRefusal).toMatchObject({ objectionsUntil: '2025-03-19', actNotBefore: '2025-03-20' });
  }, 60_000);

  it('R-77 (para 10): the act is not adopted before the day that the calendar as known gives, whether the notice was entered before the correction or after', async () => {
    const before = await walkedCase(system, [...notified(), absent]);
    await dayOff('2025-03-17');
    const after = await walkedCase(system, [...notified(), absent]);
    for (const walked of [before, after]) {
      const early = await walked.send(refusal('03-19'));
      expect([early.status, early.body.code, early.body.facts]).toEqual([
        409,
        'act-too-early',
        { decidedOn: '2025-03-19', actNotBefore: '2025-03-20' },
      ]);
      expect(told(await walked.send(refusal('03-20')))).toEqual(['CommissionDecided']);
    }
  }, 60_000);

  it('R-28 (para 6): signatures entered late keep the date that was known when they were entered', async () => {
    const walked = await walkedCase(system, communalWalk('LATE-ENTRY').slice(0, 11));
    expect(await walked.duties()).toContain('R-28 2025-04-01 OPEN');
    const corrected = await dayOff('2025-03-31');
    expect(await dutyOf(walked.caseId, 'R-28', corrected)).toMatchObject({ due: '2025-04-02', status: 'OPEN' });
    // R-27, due on Monday 7 April, has not moved; the answer says what the duties say.
    expect((await walked.view()).application).toMatchObject({ acceptedOn: '2025-03-07', resultDue: '2025-04-07' });
    await walked.send(signedByBoth('04-02')[0]!);
    const concluded = await walked.send(signedByBoth('04-02')[1]!);
    expect(await dutyOf(walked.caseId, 'R-28', concluded)).toEqual({
      due: '2025-04-02',
      status: 'DISCHARGED',
      late: false,
    });
  }, 60_000);

  it('R-33 (para 6): what fell away keeps its date, whatever is entered afterwards', async () => {
    const walked = await walkedCase(system, communalWalk('FELL-AWAY').slice(0, 5));
    const [, , , , completeness] = communalWalk('FELL-AWAY');
    expect(completeness?.path).toContain('completeness');
    expect(await walked.duties()).toContain('R-33 2025-03-12 FALLEN_AWAY');
    await dayOff('2025-03-12');
    await walked.send(communalWalk('FELL-AWAY')[5]!);
    expect(await walked.duties()).toContain('R-33 2025-03-12 FALLEN_AWAY');
  }, 60_000);

  it('R-83 (para 12): a complaint about inaction is taken where the board says that it was late', async () => {
    const signature = step('provider-head', '/decision/signature', '04-08', {
      decisionNumber: 'DEC-1',
      eds: eds('04-08'),
    });
    const walked = await walkedCase(system, [filed(), ...stageTwo.slice(0, 5), signature]);
    const corrected = await dayOff('2025-04-07');
    expect(await dutyOf(walked.caseId, 'R-27', corrected)).toEqual({
      due: '2025-04-07',
      status: 'DISCHARGED',
      late: true,
    });
    const complaint = await system.post('/complaints', complaintBody(walked.caseId), { role: 'front-desk' });
    expect([complaint.status, complaint.body.code]).toEqual([201, undefined]);
  }, 60_000);
});

describe('facts with days of their own, in whatever order they are entered', () => {
  it('R-36 (para 8): the price is paid on the day on which what had been paid came to it', async () => {
    const walked = await walkedCase(system, communalWalk('PAID').slice(0, 13));
    await walked.send(payment('05-12', '10.00'));
    const whole = payment('04-02', '1250000.00');
    const paid = await walked.send({ ...whole, body: { ...whole.body, overpayment: 'TO_BE_RETURNED' } });
    expect(told(paid)).toEqual(['PaymentReceived', 'CaseClosed']);
    expect(await dutyOf(walked.caseId, 'R-36', paid)).toMatchObject({ status: 'DISCHARGED', late: false });
    const { body } = await system.get(`/cases/${walked.caseId}/duties/R-36/why`);
    expect(body.dischargedOn ?? body.duty?.dischargedOn).toBe('2025-04-02');
  }, 60_000);

  it('R-16 (para 4): nothing of the provider is effective before the day of acceptance', async () => {
    const saturday = filedAt('portal', 'ALM-SATURDAY', { effectiveAt: on('03-15', '10:25') });
    const completeness = stageTwo[1]!;
    const walked = await walkedCase(system, [saturday, registeredAt(on('03-15', '12:00'))]);
    const early = await walked.send(atMoment(completeness, on('03-15', '13:00')));
    expect([early.status, early.body.code, early.body.rule, early.body.facts]).toEqual([
      409,
      'before-acceptance',
      'R-16',
      { at: on('03-15', '13:00'), acceptedOn: '2025-03-17' },
    ]);
    expect(told(await walked.send(atMoment(completeness, on('03-17', '09:00'))))).toEqual(['CompletenessConfirmed']);
  }, 60_000);
});
