import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  complaintAfter,
  complaintSteps,
  officer,
  refusalOf,
  sendComplaintStep,
  silentCase,
  type ComplaintStep,
} from '../support/complaint-walk.js';
import { startSystem, type Answer, type System } from '../support/system.js';

let system: System;
let caseId: string;

beforeAll(async () => {
  system = await startSystem({ env: { RECONCILE_SECONDS: '0' } });
  caseId = await silentCase(system, 'CC-1');
}, 60_000);
afterAll(() => system.stop());

const authorizedBody = { role: 'authorized-body', office: null } as const;
const { forward, register, extend, notify, decide, appeal } = complaintSteps;

type Right = readonly [revision: number, field: string, is: string];
const correct = (
  complaintId: string,
  values: readonly Right[],
  sending: Parameters<System['post']>[2] = authorizedBody,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer> =>
  system.post(
    `/complaints/${complaintId}/corrections`,
    {
      actingFor: 'AUTHORIZED_BODY',
      subject: 'What the journal says',
      reason: 'The journal says so.',
      values: values.map(([revision, field, is]) => ({ revision, field, is })),
      ...changes,
    },
    sending,
  );

const after9 = (steps: readonly ComplaintStep[]) => complaintAfter(system, caseId, steps);
const viewed = (complaintId: string, answer: Answer, path = '', sending: object = officer) =>
  system.get(`/complaints/${complaintId}${path}`, {
    ...officer,
    ...sending,
    minPosition: answer.body.position,
    waitSeconds: 10,
  });
const dueOf = async (complaintId: string, answer: Answer, rule: string) => {
  const { body } = await viewed(complaintId, answer, '/duties');
  const { due, status, late, dischargedOn } = body.duties.find((duty: { rule: string }) => duty.rule === rule);
  return [due, status, late, dischargedOn];
};

describe('a correction of what was recorded of a complaint (R-10, para 2; A36)', () => {
  it('R-10 (paras 2 and 13): the dates of its duties follow the right days, and say what they were', async () => {
    const complaintId = await after9([forward, register, extend]);
    const registered = await correct(complaintId, [[2, 'registeredOn', '2025-04-11']]);
    expect([registered.status, registered.body.events]).toMatchObject([200, [{ type: 'ComplaintCorrected' }]]);
    // Five working days from the 11th, and ten more: 21 April to 7 May are without 1 and 7 May.
    const view = await viewed(complaintId, registered);
    expect(view.body.registration).toMatchObject({ registeredOn: '2025-04-11', registrationNumber: 'C-1' });
    expect(view.body.extension).toMatchObject({ dueBefore: '2025-04-18', due: '2025-05-05' });
    expect(await dueOf(complaintId, registered, 'R-87')).toEqual(['2025-05-05', 'OPEN', false, null]);
    expect(await dueOf(complaintId, registered, 'R-86a')).toEqual(['2025-04-09', 'DISCHARGED', true, '2025-04-11']);
    expect(view.body.corrections).toMatchObject([
      {
        reason: 'The journal says so.',
        correctedIn: 'AUTHORIZED_BODY',
        values: expect.arrayContaining([
          { revision: 2, event: 'ComplaintRegistered', field: 'registeredOn', was: '2025-04-10', is: '2025-04-11' },
          { revision: 3, event: 'ComplaintTermExtended', field: 'due', was: '2025-05-02', is: '2025-05-05' },
        ]),
      },
    ]);
    const why = await viewed(complaintId, registered, '/duties/R-87/why');
    expect(why.body.text).toContain('10 April 2025');
    expect(why.body.text).toContain('11 April 2025');
    const trail = await viewed(complaintId, registered, '/trail');
    expect(trail.body.events.at(-1)).toMatchObject({ type: 'ComplaintCorrected' });
    expect(trail.body.events.at(-1).what).toContain(
      'the day of registration of "complaint registered" is 11 April 2025, not 10 April 2025',
    );

    const fewer = await correct(complaintId, [[3, 'workingDays', '5']]);
    expect(await dueOf(complaintId, fewer, 'R-87')).toEqual(['2025-04-25', 'OPEN', false, null]);
    const forwarded = await correct(complaintId, [[1, 'forwardedOn', '2025-04-10']]);
    expect(await dueOf(complaintId, forwarded, 'R-84')).toEqual(['2025-04-11', 'DISCHARGED', false, '2025-04-10']);
  }, 60_000);

  it('R-10 (para 2): each value passes the gates of its entry and of what comes after, and what it is', async () => {
    const complaintId = await after9([forward, register, extend, notify, decide, appeal]);
    const refusals: readonly (readonly [Right, string])[] = [
      [[2, 'registeredOn', '2025-04-08'], 'before-what-it-follows'],
      [[2, 'registeredOn', '2025-04-15'], 'before-what-it-follows'],
      [[3, 'extendedOn', '2025-04-18'], 'extension-too-late'],
      [[3, 'workingDays', '11'], 'extension-too-long'],
      [[3, 'workingDays', 'ten'], 'corrected-value-unreadable'],
      [[5, 'decidedOn', '2025-04-23'], 'court-before-complaint'],
      [[5, 'outcome', 'DISMISSED'], 'complaint-effect-mismatch'],
      [[5, 'effect.kind', 'NONE'], 'not-correctable'],
      [[5, 'effect.carryOutBy', '2025-05-05'], 'nothing-to-correct'],
      [[5, 'decidedOn', '2025-04-16'], 'correction-changes-nothing'],
      [[0, 'receivedOn', '2025-04-07'], 'learned-in-future'],
      [[0, 'complainant.iin', '010115100004'], 'not-correctable'],
      [[0, 'addressee', 'QUALITY_BODY'], 'not-correctable'],
      [[9, 'registeredOn', '2025-04-11'], 'entry-not-there'],
      [[5, 'reasons', ' '], 'fields-invalid'],
    ];
    for (const [value, code] of refusals)
      expect([value, (await correct(complaintId, [value])).body.code]).toEqual([value, code]);
    expect((await correct(complaintId, [])).body.code).toBe('correction-says-nothing');
    const taken = await correct(complaintId, [
      [5, 'decidedOn', '2025-04-17'],
      [5, 'outcome', 'PARTLY_SATISFIED'],
      [0, 'complainant.fullName', 'Testeva Aigerim'],
    ]);
    expect((await viewed(complaintId, taken)).body).toMatchObject({
      decision: { decidedOn: '2025-04-17', outcome: 'PARTLY_SATISFIED' },
      complainant: { fullName: 'Testeva Aigerim' },
    });
  }, 60_000);

  it('R-10, R-83 (paras 2 and 12): is for the body that considers the complaint alone, and names a person to nobody who may not see one', async () => {
    const complaintId = await after9([forward, register]);
    const value: Right = [0, 'complainant.fullName', 'Testeva Aigerim'];
    expect((await correct(complaintId, [value], officer)).status).toBe(403);
    const asProvider = { actingFor: 'PROVIDER_HEAD' };
    expect(refusalOf(await correct(complaintId, [value], officer, asProvider))).toEqual([
      409,
      'another-body-considers',
      'R-83',
      '12',
    ]);
    const taken = await correct(complaintId, [value]);
    const hidden = await viewed(complaintId, taken, '', { role: 'quality-monitor', office: null });
    expect(hidden.body.corrections[0]).toMatchObject({ reason: '***', values: [{ field: 'complainant.fullName' }] });
    expect(hidden.text).not.toContain('Testeva');
    const log = await system.get(`/complaints/${complaintId}/trail`, { role: 'quality-monitor', office: null });
    expect(log.text).not.toContain('Testeva');
  }, 60_000);

  it('R-83a (para 12; A31, A36): the day by which a case is decided anew follows into the case', async () => {
    const own = await silentCase(system, 'CC-2');
    const complaintId = await complaintAfter(system, own, [forward, register]);
    const effect = { kind: 'DECIDE_ANEW', description: 'The commission decides', carryOutBy: '2025-04-28' };
    expect((await sendComplaintStep(system, complaintId, decide, { effect })).status).toBe(200);
    const dayInCase = async (until: string): Promise<Answer['body']> => {
      for (;;) {
        const { body } = await system.get(`/cases/${own}`, { role: 'caseworker' });
        if (body.reopenings?.[0]?.carryOutBy === until) return body;
        await after(50);
      }
    };
    await dayInCase('2025-04-28');
    expect((await correct(complaintId, [[3, 'effect.carryOutBy', '2025-04-16']])).body.code).toBe(
      'carry-out-day-mismatch',
    );
    expect((await correct(complaintId, [[3, 'effect.carryOutBy', '2025-05-05']])).status).toBe(200);
    const view = await dayInCase('2025-05-05');
    expect(view.reopenings).toHaveLength(1);
    const { body } = await system.get(`/cases/${own}/duties`, { role: 'caseworker' });
    expect(body.duties.find(({ rule }: { rule: string }) => rule === 'R-83a')).toMatchObject({ due: '2025-05-05' });
  }, 60_000);
});
