import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filed, stageTwo, step, told, walkedCase } from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, type WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const correction = (more: object = {}): WalkStep =>
  step('provider-head', '/corrections', '03-10', {
    subject: 'Day of registration',
    was: '7 March 2025',
    is: '11 March 2025',
    reason: 'The journal of the office says otherwise',
    date: { fact: 'ApplicationRegistered', is: '2025-03-11' },
    ...more,
  });
const withdrawal = step('portal', '/withdrawal', '03-27', { reason: 'The family has moved' });
const [registration] = stageTwo;
if (!registration) throw new Error('the second stage begins with the registration');

describe('a correction of the record', () => {
  it('R-10 (para 2): keeps what was written, and counts the duty from the right day', async () => {
    const walked = await walkedCase(system, [filed(), registration]);
    expect(await walked.duties()).toContain('R-33 2025-03-12 OPEN');
    expect(told(await walked.send(correction()))).toEqual(['CorrectionRecorded']);
    expect(await walked.duties()).toContain('R-33 2025-03-13 OPEN');
    const timeline = await system.get(`/cases/${walked.caseId}/timeline`);
    expect(timeline.body.items.map(({ type }: { type: string }) => type)).toEqual([
      'ApplicationSubmitted',
      'FamilyDataReceived',
      'ApplicationRegistered',
      'CorrectionRecorded',
    ]);
  });

  it('R-10 (para 2): is of a day that is recorded, and changes it', async () => {
    const walked = await walkedCase(system, [filed(), registration]);
    const to = (fact: string, is: string) => correction({ date: { fact, is } });
    expect(told(await walked.send(to('DecisionSigned', '2025-03-11')))).toBe('nothing-to-correct');
    expect(told(await walked.send(to('ApplicationRegistered', '2025-03-07')))).toBe('correction-changes-nothing');
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(told(await walked.send(to('ApplicationRegistered', inAWeek)))).toBe('corrected-day-in-future');
  });

  it('R-10 (para 2): is for the head of the provider alone, also where the case is closed', async () => {
    const walked = await walkedCase(system, communalWalk('CORR-1'));
    expect((await walked.send({ ...correction(), role: 'caseworker' })).status).toBe(403);
    expect(told(await walked.send(correction()))).toEqual(['CorrectionRecorded']);
    expect((await walked.view()).status).toBe('PAID');
  });
});

describe('a withdrawal, which is not in the Order (A25)', () => {
  it('closes the case, says that it is outside the Order, and leaves nothing owed', async () => {
    const walked = await walkedCase(system, [filed(), ...stageTwo]);
    expect(told(await walked.send(withdrawal))).toEqual(['ApplicationWithdrawn', 'CaseClosed']);
    const view = await walked.view();
    expect([view.status, view.stage]).toEqual(['WITHDRAWN', 'CLOSED']);
    expect(JSON.stringify(view)).toContain('outside the Order');
    expect((await walked.duties()).filter((duty) => duty.endsWith(' OPEN'))).toEqual([]);
    expect(told(await walked.send(withdrawal))).toBe('case-closed');
  });

  it('frees the dwelling for another application', async () => {
    const application = filed();
    const walked = await walkedCase(system, [application]);
    const again = () => system.post('/cases', application.body, { role: 'portal' });
    expect((await again()).body.code).toBe('dwelling-claimed');
    await walked.send(withdrawal);
    expect((await again()).status).toBe(201);
  });
});
