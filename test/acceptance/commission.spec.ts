import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eds, filed, offer, rightsInformation, stageTwo, step, told, walkedCase } from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';
import type { WalkStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

type Body = Readonly<Record<string, unknown>>;

const registered = (): readonly WalkStep[] => [filed(), ...stageTwo.slice(0, 1)];
const complete = (): readonly WalkStep[] => [filed(), ...stageTwo.slice(0, 2)];
const examined = (): readonly WalkStep[] => [filed(), ...stageTwo.slice(0, 3)];
const members = ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, fullName: `Member ${memberId}` }));
const composition = (body: Body = {}): WalkStep =>
  step('caseworker', '/commission', '03-14', {
    kind: 'LOCAL_EXECUTIVE_BODY',
    members,
    chairId: 'm-1',
    secretaryId: 'm-2',
    ...body,
  });
const priceBasis = {
  residualValue: '1250000.00',
  valuationDate: '2025-02-10',
  valuationDocumentId: 'VAL-77',
  determinedBy: 'Valuation Centre',
};
const decision = (cast: Readonly<Record<string, string>>): WalkStep =>
  step('commission-secretary', '/decision', '03-20', {
    outcome: 'PRIVATIZE',
    votes: Object.entries(cast).map(([memberId, vote]) => ({ memberId, vote })),
    priceBasis,
  });
const unanimous = decision({ 'm-1': 'FOR', 'm-2': 'FOR', 'm-3': 'FOR' });
const compliance = step('caseworker', '/compliance', '03-13', { findings: ['Owns a share of another dwelling.'] });
const signature = step('provider-head', '/decision/signature', '03-26', { decisionNumber: 'DEC-1', eds: eds('03-26') });

describe('the second stage (para 9)', () => {
  it('R-42 (para 9): the provider examines compliance with the Law, the Decree and the Rules before the commission is formed', async () => {
    const walked = await walkedCase(system, complete());
    expect(told(await walked.send(composition()))).toBe('not-examined');
    expect(told(await walked.send(compliance))).toEqual(['ComplianceReviewed']);
    expect(told(await walked.send(compliance))).toBe('already-examined');
  });

  it('R-42 (para 10): a package that is not complete is examined where remarks were raised to it', async () => {
    const walked = await walkedCase(system, registered());
    expect(told(await walked.send(compliance))).toBe('completeness-not-confirmed');
    const remark = { documentType: 'D3', text: 'The tenancy agreement is of another dwelling.' };
    await walked.send(step('caseworker', '/remarks', '03-13', { remarks: [remark] }));
    expect(told(await walked.send(compliance))).toEqual(['ComplianceReviewed']);
  });

  it('R-43 (para 9): the provider forms the composition of the commission, and there is no vote without it', async () => {
    const walked = await walkedCase(system, examined());
    expect(told(await walked.send(unanimous))).toBe('commission-not-formed');
    const twice = [...members, { memberId: 'm-1', fullName: 'Member m-1' }];
    expect(told(await walked.send(composition({ members: twice })))).toBe('commission-member-repeated');
    expect(told(await walked.send(composition({ members: [] })))).toBe('commission-too-small');
    expect(told(await walked.send(composition({ chairId: 'm-9' })))).toBe('chair-not-a-member');
    expect(told(await walked.send(composition({ secretaryId: 'm-9' })))).toBe('secretary-not-a-member');
    expect(told(await walked.send(composition()))).toEqual(['CommissionFormed']);
    expect(told(await walked.send(composition()))).toBe('commission-already-formed');
  });

  it('R-43 (para 9): the commission is formed anew before it decides, with the reason, which a monitor does not read', async () => {
    const walked = await walkedCase(system, [...examined(), composition()]);
    const others = ['m-1', 'm-2', 'm-4'].map((memberId) => ({ memberId, fullName: `Member ${memberId}` }));
    const reason = 'Member m-3 is a cousin of the applicant';
    const anew = composition({ members: others, reason });
    expect(told(await walked.send(anew))).toEqual(['CommissionFormed']);
    expect((await walked.view()).commission).toMatchObject({ reason, chairNotice: null });
    const masked = await system.get(`/cases/${walked.caseId}`, { role: 'quality-monitor' });
    expect([masked.body.commission.reason, masked.text.includes('cousin')]).toEqual([null, false]);
    expect(told(await walked.send(decision({ 'm-1': 'FOR', 'm-2': 'FOR', 'm-3': 'FOR' })))).toBe('not-a-member');
    expect(told(await walked.send(decision({ 'm-1': 'FOR', 'm-2': 'FOR', 'm-4': 'FOR' })))).toEqual([
      'CommissionDecided',
    ]);
    expect(told(await walked.send(anew))).toBe('commission-already-formed');
    const first = await walkedCase(system, examined());
    expect(told(await first.send(anew))).toBe('commission-not-formed-before');
  });

  it('R-43 (para 9): a chair who is the secretary as well is told of, and refused where the installation says so', async () => {
    const both = composition({ secretaryId: 'm-1' });
    const walked = await walkedCase(system, [...examined(), both]);
    expect((await walked.view()).commission.chairNotice).toMatch(/^The chair is the secretary as well/);
    const strict = await startSystem({ env: { REFUSE_CHAIR_AS_SECRETARY: 'true' } });
    try {
      const refused = await (await walkedCase(strict, examined())).send(both);
      expect([refused.status, refused.body.code, refused.body.rule]).toEqual([409, 'chair-is-secretary', null]);
    } finally {
      await strict.stop();
    }
  });

  it('R-44 (para 9): the commission votes: members only, once each, with a quorum, and a tie adopts nothing', async () => {
    const walked = await walkedCase(system, [...examined(), composition()]);
    expect(told(await walked.send(decision({ 'm-1': 'FOR', 'm-2': 'FOR', 'm-9': 'FOR' })))).toBe('not-a-member');
    expect(told(await walked.send(decision({ 'm-1': 'FOR' })))).toBe('no-quorum');
    expect(told(await walked.send(decision({ 'm-1': 'FOR', 'm-2': 'AGAINST' })))).toBe('not-adopted');
    expect(told(await walked.send(unanimous))).toEqual(['CommissionDecided']);
    expect(told(await walked.send(unanimous))).toBe('already-decided');
  });

  it('R-44 (para 9): a member with a conflict of interest recuses themselves', async () => {
    const related = members.map((member) =>
      member.memberId === 'm-3' ? { ...member, conflictOfInterest: 'A brother of the applicant' } : member,
    );
    const walked = await walkedCase(system, [...examined(), composition({ members: related })]);
    const refused = await walked.send(unanimous);
    expect([refused.body.code, refused.body.facts]).toEqual([
      'conflicted-member-voted',
      { fields: ['votes.2.memberId'] },
    ]);
    const recused = decision({ 'm-1': 'FOR', 'm-2': 'FOR', 'm-3': 'RECUSED' });
    expect(told(await walked.send(recused))).toEqual(['CommissionDecided']);
  });

  it('R-45, R-46 (para 9): the provider registers and signs the decision, and stage 2 is done in time only then', async () => {
    const walked = await walkedCase(system, [...examined(), composition()]);
    expect(told(await walked.send(signature))).toBe('not-decided');
    await walked.send(unanimous);
    expect(await walked.duties()).toContain('R-27 2025-04-07 OPEN');
    expect(told(await walked.send(signature))).toEqual(['DecisionSigned']);
    expect(await walked.duties()).toContain('R-27 2025-04-07 DISCHARGED');
    expect(told(await walked.send(signature))).toBe('decision-already-signed');
  });

  it('R-45 (para 9): the decision is registered under its number', async () => {
    const walked = await walkedCase(system, [...examined(), composition(), unanimous]);
    const { decisionNumber: _number, ...without } = signature.body;
    const refused = await walked.send({ ...signature, body: without });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'decisionNumber']);
    expect(told(await walked.send(signature))).toEqual(['DecisionSigned']);
    expect((await walked.view()).decisionSignature.decisionNumber).toBe('DEC-1');
  });

  it('R-46 (para 9): no stage follows before the decision is signed', async () => {
    const walked = await walkedCase(system, [...examined(), composition(), unanimous, rightsInformation('03-21')]);
    expect(told(await walked.send(offer('03-27')))).toBe('decision-not-signed');
    expect((await walked.view()).stage).toBe('DECISION');
    expect(told(await walked.send(signature))).toEqual(['DecisionSigned']);
    expect(told(await walked.send(offer('03-27')))).toEqual(['AgreementOffered']);
  });

  it('R-46 (para 9): who examined the case does not sign its decision (a guard of ours)', async () => {
    const byHead = { ...compliance, role: 'provider-head' } as const;
    const walked = await walkedCase(system, [...complete(), byHead, composition(), unanimous]);
    expect(told(await walked.send(signature))).toBe('examiner-may-not-sign');
  });
});
