import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stageTwo, step, told, walkedCase } from '../support/case-walks.js';
import {
  added,
  answered,
  applicant,
  completeness,
  document,
  noDebt,
  nothing,
  registered,
  rejection,
  spouse,
  stated,
  tenancy,
  type Body,
} from '../support/papers.js';
import { startSystem, type System } from '../support/system.js';
import type { WalkStep } from '../support/walk.js';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

/** What the record lacks when completeness is to be confirmed. */
const defectsOf = async (application: Body, ...answers: readonly WalkStep[]): Promise<unknown> => {
  const walked = await walkedCase(system, [...registered(application), ...answers]);
  const { body } = await walked.send(completeness);
  return body.facts?.defects ?? body.facts?.registers ?? body.events.map(({ type }: { type: string }) => type);
};

describe('the documents of item 8 (para 9)', () => {
  it('R-41 (para 9): the provider examines the completeness of the documents', async () => {
    expect(await defectsOf({})).toEqual(['CompletenessConfirmed']);
    expect(await defectsOf({ documents: [] })).toEqual(['MISSING D3 (R-62)', 'MISSING D8 (R-67)']);
  });

  it('R-60 (para 9; item 8): the application is signed by all adult members of the family of the tenant', async () => {
    const [member] = applicationBody().familyMembers as readonly Body[];
    expect(await defectsOf({ familyMembers: [{ ...member, consent: null }] })).toEqual(['UNSIGNED D1 (R-60)']);
  });

  it('R-61 (para 9; item 8): copies of marriage, divorce, death or birth are due as needed, and where no system holds them', async () => {
    const claims = ['FAMILY_STATUS_ACT'];
    expect(await defectsOf({ claims })).toEqual(['MARRIAGE_DIVORCE', 'DEATH', 'BIRTH']);
    expect(await defectsOf({ claims }, ...nothing('MARRIAGE_DIVORCE', 'DEATH', 'BIRTH'))).toEqual([
      'MISSING D2 (R-61)',
    ]);
    expect(await defectsOf({ claims }, answered('BIRTH', 'FOUND'))).toEqual(['CompletenessConfirmed']);
    expect(await defectsOf({ claims, documents: [tenancy, noDebt, document('D2')] })).toEqual([
      'CompletenessConfirmed',
    ]);
  });

  it('R-61 (para 9; item 8): each act has a copy of its own certificate: that of another act or of another person is none', async () => {
    const older = [stated('MARRIAGE', '2007-05-04', spouse), stated('BIRTH', '2001-01-15')];
    const walked = await walkedCase(system, [...registered({}), ...older]);
    const lacks = async (...acts: readonly string[]) => {
      const { body } = await walked.send(completeness);
      expect([body.code, body.facts.defects]).toEqual([
        'package-incomplete',
        acts.map((act) => `MISSING D2 (R-61, ${act})`),
      ]);
    };
    await lacks('MARRIAGE, person 1', 'BIRTH, person 0');
    for (const [whose, act] of [
      [spouse, 'BIRTH'],
      [applicant, 'MARRIAGE'],
    ])
      expect(told(await walked.send(added(document('D2'), whose, act)))).toEqual(['DocumentAdded']);
    await lacks('MARRIAGE, person 1', 'BIRTH, person 0');
    await walked.send(added(document('D2'), spouse, 'MARRIAGE'));
    await lacks('BIRTH, person 0');
    await walked.send(added(document('D2'), applicant, 'BIRTH'));
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
  });

  it('R-62 (para 9; item 8): a tenancy agreement or a housing order is always due', async () => {
    expect(await defectsOf({ documents: [noDebt] })).toEqual(['MISSING D3 (R-62)']);
  });

  it('R-63 (para 9; item 8): the court decision that recognizes others as family is due where there are such', async () => {
    const claims = ['COURT_RECOGNIZED_FAMILY'];
    expect(await defectsOf({ claims }, ...nothing('COURT_DECISIONS'))).toEqual(['MISSING D4 (R-63)']);
    expect(await defectsOf({ claims }, answered('COURT_DECISIONS', 'FOUND'))).toEqual(['CompletenessConfirmed']);
  });

  it('R-64 (para 9; item 8): proof of social vulnerability is due where it is claimed', async () => {
    const claims = ['SOCIALLY_VULNERABLE'];
    expect(await defectsOf({ claims }, ...nothing('SOCIAL_STATUS'))).toEqual(['MISSING D5 (R-64)']);
    expect(await defectsOf({ claims }, answered('SOCIAL_STATUS', 'FOUND'))).toEqual(['CompletenessConfirmed']);
  });

  it('R-65 (para 9; item 8): a certificate from the place of work or service is due from civil servants and others of the list', async () => {
    expect(await defectsOf({ claims: ['OCCUPATION'] })).toEqual(['MISSING D6 (R-65)']);
  });

  it('R-66 (para 9; item 8): proof of the status assigned by the Government is due from cosmonauts and candidates', async () => {
    expect(await defectsOf({ claims: ['COSMONAUT'] })).toEqual(['MISSING D7 (R-66)']);
  });

  it('R-67 (para 9; item 8): proof of no debt under the rental agreement is always due', async () => {
    expect(await defectsOf({ documents: [tenancy] })).toEqual(['MISSING D8 (R-67)']);
  });

  it('R-68 (para 9; item 8): proof of a category of paragraph 8 of the Decree is due where the dwelling is free of charge', async () => {
    const free = { form: 'GRATUITOUS', payment: { mode: 'NONE' }, freeCategory: 'Veteran' };
    expect(await defectsOf(free)).toEqual(['MISSING D9 (R-68)']);
    expect(await defectsOf({ ...free, documents: [tenancy, noDebt, document('D9')] })).toEqual([
      'CompletenessConfirmed',
    ]);
  });

  it('R-71 (para 9; item 8): a document is expired that had expired before the day of acceptance', async () => {
    const until = (expiresOn: string) => ({ documents: [tenancy, document('D8', { expiresOn })] });
    expect(await defectsOf(until('2025-03-06'))).toEqual(['EXPIRED D8 (R-71)']);
    expect(await defectsOf(until('2025-03-07'))).toEqual(['CompletenessConfirmed']);
    expect(await defectsOf(until('2025-03-06'), added(noDebt))).toEqual(['CompletenessConfirmed']);
  });

  it('R-13 (para 3; item 8): documents are added until the commission decides', async () => {
    const walked = await walkedCase(system, registered({ documents: [tenancy] }));
    expect(told(await walked.send(added(noDebt)))).toEqual(['DocumentAdded']);
    expect(told(await walked.send(completeness))).toEqual(['CompletenessConfirmed']);
    for (const following of stageTwo.slice(2, 5)) await walked.send(following);
    expect((await walked.view()).status).toBe('DECIDED');
    expect(told(await walked.send(added(noDebt)))).toBe('already-decided');
  });
});

describe('what state systems hold (item 8)', () => {
  it('R-69 (item 8): the provider obtains data from the state systems, and an outage is not incompleteness', async () => {
    const walked = await walkedCase(system, registered({ claims: ['SOCIALLY_VULNERABLE'] }));
    await walked.send(answered('SOCIAL_STATUS', 'UNAVAILABLE'));
    const refused = await walked.send(completeness);
    expect([refused.status, refused.body.code]).toEqual([409, 'state-data-awaited']);
    const withoutD5 = rejection('03-11', [{ kind: 'MISSING', documentType: 'D5' }]);
    expect(told(await walked.send(withoutD5))).toBe('state-data-awaited');
    for (const answer of nothing('SOCIAL_STATUS')) await walked.send(answer);
    expect(told(await walked.send(withoutD5))).toEqual(['ApplicationRejected', 'CaseClosed']);
  });

  it('R-70 (item 8): what the state systems can give is not demanded', async () => {
    const walked = await walkedCase(system, registered({ claims: ['SOCIALLY_VULNERABLE'] }));
    await walked.send(answered('SOCIAL_STATUS', 'FOUND'));
    const demanded = await walked.send(added(document('D5')));
    expect([demanded.body.code, demanded.body.rule]).toEqual(['document-held-by-state', 'R-70']);
    const withoutD5 = rejection('03-11', [{ kind: 'MISSING', documentType: 'D5' }]);
    expect(told(await walked.send(withoutD5))).toBe('document-held-by-state');
  });
});

describe('the rejection of the application (para 6)', () => {
  const missing = [{ kind: 'MISSING', documentType: 'D8' }];

  it('R-33 (para 6): an incomplete package or expired documents are rejected within 2 working days, with the list of defects', async () => {
    const walked = await walkedCase(system, registered({ documents: [tenancy] }));
    expect(told(await walked.send(rejection('03-12', [])))).toBe('rejection-without-defects');
    expect(told(await walked.send(rejection('03-12', missing)))).toEqual(['ApplicationRejected', 'CaseClosed']);
    expect((await walked.view()).status).toBe('REJECTED');
  });

  it('R-33 (para 6): after 2 working days the power to reject has lapsed, and defects go by paragraph 10', async () => {
    const walked = await walkedCase(system, registered({ documents: [tenancy] }));
    const late = await walked.send(rejection('03-13', missing));
    expect([late.body.code, late.body.facts.due]).toEqual(['rejection-term-lapsed', '2025-03-12']);
    const remarks = [{ documentType: 'D8', text: 'There is no proof of no debt.' }];
    expect(told(await walked.send(step('caseworker', '/remarks', '03-13', { remarks })))).toEqual(['RemarksRaised']);
    const compliance = step('caseworker', '/compliance', '03-13', { findings: [] });
    expect(told(await walked.send(compliance))).toEqual(['ComplianceReviewed']);
  });

  it('R-33 (para 6): it names what is required of this applicant and missing, expired or not signed, and nothing else', async () => {
    const [member] = applicationBody().familyMembers as readonly Body[];
    const walked = await walkedCase(
      system,
      registered({ documents: [tenancy, document('D8', { expiresOn: '2025-03-01' })] }),
    );
    for (const [kind, documentType] of [
      ['MISSING', 'D8'],
      ['MISSING', 'D9'],
      ['MISSING', 'D6'],
      ['MISSING', 'D2'],
      ['EXPIRED', 'D3'],
      ['UNSIGNED', 'D1'],
    ]) {
      const refused = await walked.send(
        rejection('03-12', [
          { kind: 'EXPIRED', documentType: 'D8' },
          { kind, documentType },
        ]),
      );
      expect([refused.status, refused.body.code, refused.body.rule]).toEqual([409, 'defect-not-borne-out', 'R-33']);
      expect(refused.body.facts).toEqual({ kind, documentType });
    }
    expect((await walked.view()).status).toBe('REGISTERED');
    const expired = rejection('03-12', [{ kind: 'EXPIRED', documentType: 'D8' }]);
    expect(told(await walked.send(expired))).toEqual(['ApplicationRejected', 'CaseClosed']);
    const unsigned = await walkedCase(system, registered({ familyMembers: [{ ...member, consent: null }] }));
    expect(told(await unsigned.send(rejection('03-12', [{ kind: 'UNSIGNED', documentType: 'D1' }])))).toEqual([
      'ApplicationRejected',
      'CaseClosed',
    ]);
    const free = { form: 'GRATUITOUS', payment: { mode: 'NONE' }, freeCategory: 'Veteran', claims: ['OCCUPATION'] };
    const claimed = await walkedCase(system, registered(free));
    const both = ['D6', 'D9'].map((documentType) => ({ kind: 'MISSING', documentType }));
    expect(told(await claimed.send(rejection('03-12', both)))).toEqual(['ApplicationRejected', 'CaseClosed']);
  });

  it('R-33 (para 6): a paper that the file shows to be none is set aside first, with the reason, and is missing then', async () => {
    const walked = await walkedCase(system, registered({}));
    const aside = (body: Body): WalkStep =>
      step('caseworker', '/documents/set-aside', '03-11', {
        documentType: 'D8',
        sha256: '0'.repeat(64),
        fault: 'OTHER_PERSON',
        reason: 'It is made out to Neighbourov.',
        ...body,
      });
    expect(told(await walked.send(rejection('03-11', missing)))).toBe('defect-not-borne-out');
    expect((await walked.send(aside({ reason: ' ' }))).body.errors[0].path).toBe('reason');
    expect(told(await walked.send(aside({ sha256: '1'.repeat(64) })))).toBe('document-not-in-file');
    expect((await walked.send(aside({ fault: 'DOUBTFUL' }))).status).toBe(422);
    expect((await walked.send({ ...aside({}), role: 'front-desk' })).status).toBe(403);
    expect(told(await walked.send(aside({})))).toEqual(['DocumentSetAside']);
    const again = await walkedCase(system, registered({}));
    expect(told(await again.send(aside({ fault: 'UNREADABLE' })))).toEqual(['DocumentSetAside']);
    const copy = { type: 'D8', number: 'N-1', sha256: '0'.repeat(64) };
    expect(told(await again.send(added(copy)))).toBe('copy-set-aside');
    expect(told(await again.send(added({ ...copy, sha256: '2'.repeat(64) })))).toEqual(['DocumentAdded']);
    expect((await walked.view()).setAsideDocuments).toMatchObject([
      { documentType: 'D8', fault: 'OTHER_PERSON', reason: 'It is made out to Neighbourov.', setAsideOn: '2025-03-11' },
    ]);
    const masked = await system.get(`/cases/${walked.caseId}`, { role: 'auditor', office: null });
    expect(masked.body.setAsideDocuments).toMatchObject([{ documentType: 'D8', reason: null }]);
    const raw = await system.get(`/audit/cases/${walked.caseId}/events`, { role: 'auditor', office: null });
    expect(raw.text).not.toContain('Neighbourov');
    expect((await walked.send(completeness)).body.facts.defects).toEqual(['MISSING D8 (R-67)']);
    expect(told(await walked.send(rejection('03-11', missing)))).toEqual(['ApplicationRejected', 'CaseClosed']);
  });
});
