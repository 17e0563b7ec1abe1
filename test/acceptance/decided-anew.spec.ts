import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  complaintSteps,
  decideAtTheHead,
  atTheHead,
  fileAt,
  officer,
  refusalOf,
  sendComplaintStep,
} from '../support/complaint-walk.js';
import { eds, filed, stageTwo, step, told, walkedCase, type WalkedCase } from '../support/case-walks.js';
import { recordAsBefore } from '../support/record-as-before.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { filedAt, on, type WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem({ env: { RECONCILE_SECONDS: '0' } });
}, 60_000);
afterAll(() => system.stop());

const reasoned = { ground: 'NOT_COMPLIANT', facts: 'It was let without that right.', reasons: 'The law asks for it.' };
const votes = ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, vote: 'FOR' }));

/** Refused on Wednesday 26 March 2025, after a hearing. */
const refused = (filing: WalkStep = filed()): Promise<WalkedCase> =>
  walkedCase(system, [
    filing,
    ...stageTwo.slice(0, 4),
    step('caseworker', '/remarks', '03-14', { remarks: [{ documentType: 'D3', text: 'Of another dwelling.' }] }),
    step('caseworker', '/preliminary-refusal', '03-14', {
      ...reasoned,
      hearing: { at: '2025-03-18T10:00:00+05:00', place: 'Room 12' },
      receivedAt: '2025-03-14T15:00:00+05:00',
    }),
    step('caseworker', '/hearing', '03-18', { appeared: false, minutes: null, note: 'Nobody came.' }),
    step('commission-secretary', '/decision', '03-20', { outcome: 'REFUSE', votes, ...reasoned }),
    step('provider-head', '/decision/signature', '03-26', { decisionNumber: 'DEC-1', eds: eds('03-26') }),
  ]);

const effect = { kind: 'DECIDE_ANEW', description: 'The commission decides anew', carryOutBy: '2025-04-28' };
const contested = { kind: 'DECISION', what: 'The refusal', on: '2025-03-26', rule: null };

/** A complaint of 8 April about the refusal, registered at the head of the provider on the 10th. */
const registeredComplaint = async (caseId: string): Promise<string> => {
  const complaintId = await fileAt(system, caseId, { addressee: 'PROVIDER_HEAD', contested });
  expect((await sendComplaintStep(system, complaintId, atTheHead)).status).toBe(200);
  return complaintId;
};

/** Upheld on Wednesday 16 April 2025: the case is to be decided anew by the 28th. */
const upheld = async (caseId: string): Promise<Readonly<{ complaintId: string; answer: Answer }>> => {
  const complaintId = await registeredComplaint(caseId);
  const answer = await sendComplaintStep(system, complaintId, decideAtTheHead, { effect });
  expect(answer.status).toBe(200);
  return { complaintId, answer };
};

const timelineOf = async (
  caseId: string,
): Promise<readonly Readonly<{ type: string; what: string; eventId: string }>[]> => {
  const answer = await system.get(`/cases/${caseId}/timeline`);
  // Not projected yet.
  return answer.status === 404 ? [] : answer.body.items;
};
const reopeningsOf = async (caseId: string) => (await timelineOf(caseId)).filter(({ type }) => type === 'CaseReopened');

/** Once the follower has carried the order over. */
const reopened = async (walked: WalkedCase, times = 1): Promise<Answer['body']> => {
  for (;;) {
    if ((await reopeningsOf(walked.caseId)).length >= times) return walked.view();
    await after(50);
  }
};

const privatized = (at: string, day: string): WalkStep => ({
  ...stageTwo[4]!,
  body: { ...stageTwo[4]!.body, effectiveAt: on(at) },
  events: [day],
});
const signedOn = (at: string): WalkStep =>
  step('provider-head', '/decision/signature', at, { decisionNumber: 'DEC-2', eds: eds(at) });
const actionsOf = async (caseId: string, role: 'commission-secretary' | 'provider-head') => {
  const { body } = await system.get(`/cases/${caseId}/actions`, { role });
  return new Map<string, { allowed: boolean; refusal: { code: string } | null }>(
    body.actions.map((action: { command: string }) => [action.command, action]),
  );
};

describe('a complaint that is upheld (para 12)', () => {
  it('R-83a (para 12; A31): has the case decided anew by the commission, by the day that the decision on the complaint sets', async () => {
    const walked = await refused();
    const { complaintId } = await upheld(walked.caseId);
    const view = await reopened(walked);
    expect(view).toMatchObject({ status: 'COMMISSION_FORMED', stage: 'DECISION', decision: null, closing: null });
    expect(view.reopenings).toEqual([
      { at: expect.any(String), cause: 'COMPLAINT', complaintId, carryOutBy: '2025-04-28', reopenedOn: '2025-04-16' },
    ]);
    const timeline = await timelineOf(walked.caseId);
    expect(timeline.at(-1)?.what).toBe(
      'Case reopened on 16 April 2025: a decision on a complaint has it decided anew, by 28 April 2025',
    );
    expect(timeline.map(({ type }) => type)).toContain('CaseClosed');

    const why = await system.get(`/cases/${walked.caseId}/duties/R-83a/why`);
    expect(why.body.duty).toMatchObject({ due: '2025-04-28', status: 'OPEN', debtor: 'PROVIDER' });
    expect(why.body.text).toContain(
      'as a decision on a complaint or a court ruling orders, and sign the decision (A31)',
    );
    expect(why.body.text).toContain('must, by the day set for it, decide anew');
    expect(why.body.text).toContain('the court ruling of Wednesday 16 April 2025 sets the day: Monday 28 April 2025.');
    const board = await system.get('/monitoring/duties?bucket=OVERDUE&rule=R-83a', { role: 'provider-head' });
    expect(board.body.items).toMatchObject([{ caseId: walked.caseId, due: '2025-04-28', dwellingHeldBy: null }]);

    expect((await actionsOf(walked.caseId, 'commission-secretary')).get('DecideCommission')).toMatchObject({
      allowed: true,
      refusal: null,
    });
    expect(told(await walked.send(privatized('04-22', 'CommissionDecided')))).toEqual(['CommissionDecided']);
    expect(told(await walked.send(signedOn('04-23')))).toEqual(['DecisionSigned']);
    expect(await walked.duties()).toEqual(
      expect.arrayContaining(['R-27 2025-04-07 DISCHARGED', 'R-83a 2025-04-28 DISCHARGED']),
    );
    expect((await walked.view()).status).toBe('DECISION_SIGNED');
  }, 60_000);

  it('R-93 (para 15; A31): so does the ruling of a court', async () => {
    const walked = await refused();
    const complaintId = await registeredComplaint(walked.caseId);
    const dismissed = { outcome: 'DISMISSED', effect: null };
    await sendComplaintStep(system, complaintId, decideAtTheHead, dismissed);
    await sendComplaintStep(system, complaintId, complaintSteps.appeal);
    const undated = { outcome: 'SATISFIED', effect: { ...effect, carryOutBy: null } };
    expect(refusalOf(await sendComplaintStep(system, complaintId, complaintSteps.rule, undated))).toEqual([
      409,
      'carry-out-day-mismatch',
      null,
      null,
    ]);
    const ruled = { outcome: 'SATISFIED', effect: { ...effect, carryOutBy: '2025-06-16' } };
    expect((await sendComplaintStep(system, complaintId, complaintSteps.rule, ruled)).status).toBe(200);
    expect((await reopened(walked)).reopenings).toMatchObject([{ cause: 'COURT', carryOutBy: '2025-06-16' }]);
  }, 60_000);

  it('R-83a (para 12; A31): names the day, and a later one than its own', async () => {
    const walked = await refused();
    const complaintId = await registeredComplaint(walked.caseId);
    for (const carryOutBy of [null, '2025-04-16']) {
      const answer = await sendComplaintStep(system, complaintId, decideAtTheHead, {
        effect: { ...effect, carryOutBy },
      });
      expect(refusalOf(answer)).toEqual([409, 'carry-out-day-mismatch', null, null]);
    }
  }, 60_000);

  it('A31: reopens the case once, however often the follower is killed', async () => {
    const walked = await refused();
    const { answer } = await upheld(walked.caseId);
    await system.kill('projector');
    await system.start('projector');
    await reopened(walked);
    for (let again = 0; again < 2; again += 1) {
      await system.kill('projector');
      await system.start('projector');
    }
    const sentinel = await upheld((await refused()).caseId);
    await system.get('/cases', { minPosition: sentinel.answer.body.position, waitSeconds: 10 });
    await after(1_000);
    expect(await reopeningsOf(walked.caseId)).toHaveLength(1);
    expect(answer.body.events).toHaveLength(1);
  }, 120_000);
});

describe('a reopened case whose dwelling another application holds (A25, A31)', () => {
  it('A25: is recorded as reopened, waits, and goes on once the other has ended', async () => {
    const dwellingId = `ALM-${Math.random()}`;
    const walked = await refused(filedAt('portal', dwellingId, {}));
    const other = await walkedCase(system, [filedAt('portal', dwellingId, {})]);
    await upheld(walked.caseId);
    expect((await reopened(walked)).status).toBe('COMMISSION_FORMED');

    const blocked = await walked.send(privatized('04-22', 'CommissionDecided'));
    expect([...refusalOf(blocked), blocked.body.facts]).toEqual([
      409,
      'reopened-dwelling-held',
      null,
      null,
      { dwellingId },
    ]);
    expect((await actionsOf(walked.caseId, 'commission-secretary')).get('DecideCommission')).toMatchObject({
      allowed: false,
      refusal: { code: 'reopened-dwelling-held' },
    });
    const board = await system.get('/monitoring/duties?bucket=OVERDUE&rule=R-83a&limit=200', {
      role: 'provider-head',
    });
    const row = board.body.items.find(({ caseId }: { caseId: string }) => caseId === walked.caseId);
    expect(row.dwellingHeldBy).toBe(other.caseId);

    expect(told(await other.send(step('portal', '/withdrawal', '03-10', { reason: 'Filed twice' })))).toEqual([
      'ApplicationWithdrawn',
      'CaseClosed',
    ]);
    expect(told(await walked.send(privatized('04-22', 'CommissionDecided')))).toEqual(['CommissionDecided']);
    const third = await system.post('/cases', filedAt('portal', dwellingId, {}).body, { role: 'portal', office: null });
    expect([third.status, third.body.code]).toEqual([409, 'dwelling-claimed']);
  }, 60_000);
});

describe('an order of before a day was asked for (A31)', () => {
  it('A31: reopens nothing and is listed, until who decides the complaint names the day', async () => {
    const walked = await refused();
    const complaintId = await registeredComplaint(walked.caseId);
    const { position } = await recordAsBefore(system, `complaint-${complaintId}`, {
      type: 'ComplaintDecided',
      data: {
        at: on('04-16'),
        outcome: 'SATISFIED',
        reasons: 'The right had been granted',
        effect: { kind: 'DECIDE_ANEW', description: 'The commission decides anew' },
        decidedIn: 'PROVIDER_HEAD',
        decidedOn: '2025-04-16',
        decidedBy: 'complaints-officer@almaty-bostandyk',
      },
    });
    const administrator = { role: 'administrator', office: null } as const;
    const listed = await system.get('/admin/undated-orders', {
      ...administrator,
      minPosition: position,
      waitSeconds: 10,
    });
    expect(listed.body.items).toEqual([
      { complaintId, caseId: walked.caseId, officeId: 'almaty-bostandyk', cause: 'COMPLAINT', orderedOn: '2025-04-16' },
    ]);
    const view = await system.get(`/complaints/${complaintId}`, { role: 'complaints-officer' });
    expect(view.body.decision.effect).toEqual({
      kind: 'DECIDE_ANEW',
      description: 'The commission decides anew',
      carryOutBy: null,
    });
    // What was ordered after it has been carried over: the follower came by.
    const next = await refused();
    await upheld(next.caseId);
    await reopened(next);
    expect(await reopeningsOf(walked.caseId)).toEqual([]);

    const day = { actingFor: 'PROVIDER_HEAD', cause: 'COMPLAINT', carryOutBy: '2025-05-12', reason: 'It meets then' };
    const send = (changes: object = {}, sending: Parameters<typeof system.post>[2] = officer) =>
      system.post(
        `/complaints/${complaintId}/carry-out-day`,
        { ...day, effectiveAt: on('04-28'), ...changes },
        sending,
      );
    expect((await send({}, { role: 'caseworker' })).status).toBe(403);
    expect(refusalOf(await send({ carryOutBy: '2025-04-28' }))[1]).toBe('carry-out-day-mismatch');
    expect(refusalOf(await send({ cause: 'COURT' }))[1]).toBe('no-order-without-day');
    const named = await send();
    expect([named.status, named.body.events?.[0]?.type]).toEqual([200, 'CarryOutDaySet']);
    expect((await reopened(walked)).reopenings).toMatchObject([
      { cause: 'COMPLAINT', complaintId, carryOutBy: '2025-05-12', reopenedOn: '2025-04-16' },
    ]);
    expect(refusalOf(await send())[1]).toBe('no-order-without-day');
    const asNow = { ...administrator, minPosition: named.body.position, waitSeconds: 10 };
    expect((await system.get('/admin/undated-orders', asNow)).body.items).toEqual([]);
    const shown = await system.get(`/complaints/${complaintId}`, { role: 'complaints-officer' });
    expect(shown.body.decision.effect.carryOutBy).toBe('2025-05-12');
    expect((await system.get('/admin/undated-orders', { role: 'caseworker' })).status).toBe(403);
  }, 120_000);
});
