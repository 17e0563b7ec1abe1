import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eds, filed, stageTwo, step, told, walkedCase } from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';
import type { WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

type Body = Readonly<Record<string, unknown>>;

const reasoned = {
  ground: 'NOT_COMPLIANT',
  facts: 'The dwelling was let without the right of redemption.',
  reasons: 'It cannot be privatized by the Law on Housing Relations.',
};
const remarks = step('caseworker', '/remarks', '03-13', {
  remarks: [{ documentType: 'D3', text: 'The tenancy agreement is of another dwelling.' }],
});

/** Sent and received on Friday 14 March 2025: objections until Tuesday the 18th, the act from Wednesday the 19th on. */
const notice = (body: Body = {}): WalkStep =>
  step('caseworker', '/preliminary-refusal', '03-14', {
    ...reasoned,
    hearing: { at: '2025-03-18T10:00:00+05:00', place: 'Almaty, Test street 1, room 12' },
    receivedAt: '2025-03-14T15:00:00+05:00',
    ...body,
  });
const minutes = {
  startedAt: '2025-03-18T10:05:00+05:00',
  endedAt: '2025-03-18T10:45:00+05:00',
  place: 'Room 12',
  body: 'Housing department',
  official: 'Omarov B.',
  secretary: 'Serikova D.',
  participants: ['the applicant'],
  question: 'Whether the dwelling may be privatized.',
  explanations: 'An agreement of 2016 was shown.',
  signedByChair: true,
  signedBySecretary: true,
};
const hearing = (body: Body = {}, at = '03-18'): WalkStep =>
  step('caseworker', '/hearing', at, { appeared: true, minutes, ...body });
const objection = (at: string): WalkStep =>
  step('portal', '/objections', at, { text: 'The right was granted in 2016.', medium: 'ELECTRONIC' });
const votes = ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, vote: 'FOR' }));
const refusal = (at: string, body: Body = {}): WalkStep =>
  step('commission-secretary', '/decision', at, { outcome: 'REFUSE', votes, ...reasoned, ...body });
const privatization = stageTwo.slice(4, 5);
const signature = step('provider-head', '/decision/signature', '03-26', { decisionNumber: 'DEC-1', eds: eds('03-26') });

const formed = (): readonly WalkStep[] => [filed(), ...stageTwo.slice(0, 4)];
const remarked = (): readonly WalkStep[] => [...formed(), remarks];
const notified = (): readonly WalkStep[] => [...remarked(), notice()];
const heard = (): readonly WalkStep[] => [...notified(), hearing()];

describe('the notice of the preliminary decision to refuse (para 10)', () => {
  it('R-75 (para 10): where there are motivated remarks on the documents, the recipient is notified of the preliminary decision within 15 calendar days', async () => {
    const walked = await walkedCase(system, formed());
    expect(told(await walked.send(notice()))).toBe('remarks-not-raised');
    await walked.send(remarks);
    expect(await walked.duties()).toContain('R-75 2025-03-26 OPEN');
    expect(told(await walked.send(notice()))).toEqual(['PreliminaryRefusalNotified', 'HearingScheduled']);
    expect(await walked.duties()).toContain('R-75 2025-03-26 DISCHARGED');
  });

  it('R-75 (para 10): remarks say what is wrong, and come from the registration until the commission decides', async () => {
    const walked = await walkedCase(system, [filed()]);
    expect(told(await walked.send(remarks))).toBe('not-registered');
    const decided = await walkedCase(system, [...formed(), ...privatization]);
    expect(told(await decided.send(remarks))).toBe('already-decided');
    const empty = await decided.send(step('caseworker', '/remarks', '03-13', { remarks: [] }));
    expect([empty.status, empty.body.code]).toEqual([409, 'already-decided']);
    const other = await walkedCase(system, formed());
    expect(told(await other.send(step('caseworker', '/remarks', '03-13', { remarks: [] })))).toBe('remarks-missing');
  });

  it('R-76 (para 10): the notice states the time and place of the hearing, to express a position on the preliminary decision', async () => {
    const walked = await walkedCase(system, remarked());
    const unplaced = await walked.send(notice({ hearing: { at: '2025-03-18T10:00:00+05:00' } }));
    expect([unplaced.status, unplaced.body.errors[0].path]).toEqual([422, 'hearing.place']);
    const early = { at: '2025-03-14T14:59:00+05:00', place: 'Room 12' };
    expect(told(await walked.send(notice({ hearing: early })))).toBe('hearing-before-notice');
    expect(told(await walked.send(notice()))).toEqual(['PreliminaryRefusalNotified', 'HearingScheduled']);
  });

  it('A2 (para 10): a notice after the fifteenth day is taken, as the hearing is not skipped', async () => {
    const walked = await walkedCase(system, remarked());
    const late = step('caseworker', '/preliminary-refusal', '04-03', {
      ...reasoned,
      hearing: { at: '2025-04-07T10:00:00+05:00', place: 'Room 12' },
      receivedAt: '2025-04-03T15:00:00+05:00',
    });
    expect(told(await walked.send(late))).toEqual(['PreliminaryRefusalNotified', 'HearingScheduled']);
    expect(told(await walked.send(refusal('04-07')))).toBe('hearing-not-held');
  });
});

describe('the act after the notice (para 10)', () => {
  it('R-77 (para 10): the act is not adopted earlier than three working days after the notice', async () => {
    const walked = await walkedCase(system, heard());
    const early = await walked.send(refusal('03-18'));
    expect([early.status, early.body.code, early.body.rule]).toEqual([409, 'act-too-early', 'R-77']);
    expect(early.body.facts).toEqual({ decidedOn: '2025-03-18', actNotBefore: '2025-03-19' });
    expect(told(await walked.send(refusal('03-19')))).toEqual(['CommissionDecided']);
  });

  it('R-78 (para 10): objections are accepted within 2 working days of the receipt of the notice; later ones are kept as late', async () => {
    const walked = await walkedCase(system, remarked());
    expect(told(await walked.send(objection('03-17')))).toBe('preliminary-refusal-missing');
    await walked.send(notice());
    expect(await walked.duties()).toContain('R-78 2025-03-18 OPEN');
    expect(told(await walked.send(objection('03-19')))).toEqual(['ObjectionReceived']);
    const last = await walked.send(objection('03-18'));
    const { body } = await system.get(`/cases/${walked.caseId}/timeline?limit=50`, {
      minPosition: last.body.position,
      waitSeconds: 10,
    });
    const objections = body.items.filter(({ type }: { type: string }) => type === 'ObjectionReceived');
    expect(objections.map(({ what }: { what: string }) => what)).toEqual([
      'Objection to the preliminary refusal received on 19 March 2025, after its term; kept all the same',
      'Objection to the preliminary refusal received on 18 March 2025',
    ]);
  });

  it('R-78 (para 10): a timely objection is not refused, though it is entered after the decision; once the case is closed it is', async () => {
    const walked = await walkedCase(system, [...heard(), refusal('03-20')]);
    expect(told(await walked.send(objection('03-17')))).toEqual(['ObjectionReceived']);
    await walked.send(signature);
    expect((await walked.view()).status).toBe('REFUSED');
    const late = await walked.send(objection('03-17'));
    expect([late.status, told(late), late.body.facts]).toEqual([409, 'case-closed', { status: 'REFUSED' }]);
  });

  it('R-79 (para 10; APPC 74): there is no refusal without a hearing, held at its time and with complete minutes', async () => {
    const walked = await walkedCase(system, notified());
    expect(told(await walked.send(refusal('03-20')))).toBe('hearing-not-held');
    expect(told(await walked.send(hearing({}, '03-17')))).toBe('hearing-before-its-time');
    expect(told(await walked.send(hearing({ minutes: null })))).toBe('minutes-missing');
    const unsigned = await walked.send(hearing({ minutes: { ...minutes, signedBySecretary: false } }));
    expect([unsigned.body.code, unsigned.body.facts]).toEqual([
      'minutes-incomplete',
      { missing: ['signedBySecretary'] },
    ]);
    expect(told(await walked.send(hearing()))).toEqual(['HearingHeld']);
    expect(told(await walked.send(hearing()))).toBe('hearing-already-held');
  });

  it('R-79 (para 10): where the recipient does not appear, that is recorded', async () => {
    const walked = await walkedCase(system, notified());
    expect(told(await walked.send(hearing({ appeared: false, minutes: null })))).toBe('non-appearance-not-recorded');
    const absent = hearing({ appeared: false, minutes: null, note: 'Nobody came until 10:30.' });
    expect(told(await walked.send(absent))).toEqual(['HearingHeld']);
    expect(told(await walked.send(refusal('03-20')))).toEqual(['CommissionDecided']);
  });

  it('R-80 (para 10): based on the results of the hearing the commission may decide to privatize', async () => {
    const walked = await walkedCase(system, [...heard(), ...privatization]);
    expect((await walked.view()).status).toBe('DECIDED');
    expect(told(await walked.send(signature))).toEqual(['DecisionSigned']);
  });

  it('R-80 (para 10): based on the results of the hearing the commission may form a reasoned refusal, which signed ends the case', async () => {
    const walked = await walkedCase(system, [...heard(), refusal('03-20')]);
    expect(told(await walked.send(signature))).toEqual(['DecisionSigned', 'CaseClosed']);
    expect((await walked.view()).status).toBe('REFUSED');
    expect(await walked.duties()).toContain('R-27 2025-04-07 DISCHARGED');
  });
});

describe('the grounds of a refusal (item 9)', () => {
  it.each([
    ['UNRELIABLE_DOCUMENTS', 'R-72 (item 9(1)): unreliability of the documents or of the data in them'],
    ['NOT_COMPLIANT', 'R-73 (item 9(2)): non-compliance of the recipient, materials, objects or data'],
    ['RIGHT_DEPRIVED_BY_COURT', 'R-74 (item 9(3)): a court decision in force that deprives of the special right'],
  ])('%s is a ground: %s', async (ground) => {
    const walked = await walkedCase(system, [
      ...remarked(),
      notice({ ground }),
      hearing(),
      refusal('03-20', { ground }),
    ]);
    expect((await walked.view()).status).toBe('DECIDED');
  });

  it('R-72, R-73, R-74 (item 9): there is no other ground, and it is the one of the notice', async () => {
    const walked = await walkedCase(system, heard());
    const other = await walked.send(refusal('03-20', { ground: 'NO_MONEY' }));
    expect([other.status, other.body.errors[0].path]).toEqual([422, 'ground']);
    expect(told(await walked.send(refusal('03-20', { ground: null })))).toBe('ground-not-provided');
    expect(told(await walked.send(refusal('03-20', { ground: 'UNRELIABLE_DOCUMENTS' })))).toBe(
      'ground-not-as-notified',
    );
  });

  it('R-81 (paras 7, 9): a refusal is reasoned: it states ground, facts and reasons', async () => {
    const walked = await walkedCase(system, heard());
    const bare = await walked.send(refusal('03-20', { facts: null, reasons: null }));
    expect([bare.body.code, bare.body.facts]).toEqual(['refusal-not-reasoned', { missing: ['facts', 'reasons'] }]);
    expect(told(await walked.send(refusal('03-20')))).toEqual(['CommissionDecided']);
  });
});
