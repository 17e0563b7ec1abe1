import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filed, step, told, walkedCase } from '../support/case-walks.js';
import { type Answer, startSystem, type System } from '../support/system.js';
import { on, sendStep, type WalkStep } from '../support/walk.js';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

type Body = Readonly<Record<string, unknown>>;

const file = (application: Body): Promise<Answer> => sendStep(system, null, filed(application));
const refusalOf = ({ body }: Answer): unknown => [body.code, body.rule, body.facts?.field];
const shownCase = async (application: Body = {}, role?: WalkStep['role']) => {
  const { body } = await file(application);
  const asked = { minPosition: body.position, waitSeconds: 10, ...(role && { role }) };
  return (await system.get(`/cases/${body.caseId}`, asked)).body;
};

const [member] = applicationBody().familyMembers as readonly [Body];
const signed = { signedAt: on('03-07', '10:25'), certificateSerial: '3f2a9c01' };
const byHand = { signedAt: on('03-07', '10:25') };
const owner = '010115100004';
const consented = (consent: Body): Body => ({ familyMembers: [{ ...member, consent }] });
const onPaper: Body = { channel: 'STATE_CORPORATION', medium: 'PAPER' };
const atTheCounter = (application: Body): WalkStep => ({
  ...filed({ ...onPaper, ...application }),
  role: 'front-desk',
});
const registration = (body: Body): WalkStep =>
  step('caseworker', '/registration', '03-07', { registrationNumber: 'REG-FORMS', ...body });

describe('the forms of Appendices 1 and 2', () => {
  it('R-94 (Appendices 1 and 2): the application is addressed to a structural unit of the provider, which alone sees it', async () => {
    const portal = { role: 'portal', office: null } as const;
    for (const [addressed, other] of [
      ['almaty-bostandyk', 'astana-esil'],
      ['astana-esil', 'almaty-bostandyk'],
    ] as const) {
      const { body } = await system.post('/cases', filed({ officeId: addressed }).body, portal);
      const asked = { minPosition: body.position, waitSeconds: 10 };
      const seen = await system.get(`/cases/${body.caseId}`, { ...asked, office: addressed });
      const hidden = await system.get(`/cases/${body.caseId}`, { ...asked, office: other });
      expect([seen.status, seen.body.officeId, hidden.status]).toEqual([200, addressed, 404]);
    }
    const ofAnother = await system.post('/cases', atTheCounter({}).body, { role: 'front-desk', office: 'astana-esil' });
    expect([ofAnother.status, ofAnother.body.code]).toEqual([403, 'office-not-yours']);
    const { officeId: _, ...unaddressed } = filed().body;
    const nowhere = await system.post('/cases', unaddressed, { role: 'portal' });
    expect([nowhere.status, nowhere.body.errors[0].path]).toEqual([422, 'officeId']);
    expect((await file({ officeId: 'ministry' })).body.errors[0].path).toBe('officeId');
  });

  it.each(['fullName', 'address', 'identityDocument', 'iin'])(
    'R-95 (Appendices 1 and 2): the applicant gives %s',
    async (field) => {
      const { applicant } = applicationBody() as { applicant: Body };
      const without = Object.fromEntries(Object.entries(applicant).filter(([name]) => name !== field));
      const answer = await file({ applicant: without, nominalOwnerIin: owner, familyMembers: [] });
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, `applicant.${field}`]);
    },
  );

  it.each(['fullName', 'relationship', 'identityDocument', 'iin'])(
    'R-100 (Appendices 1 and 2): each adult member of the family gives %s',
    async (field) => {
      const without = Object.fromEntries(Object.entries(member).filter(([name]) => name !== field));
      const answer = await file({ familyMembers: [without] });
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, `familyMembers.0.${field}`]);
    },
  );

  it('R-100 (Appendices 1 and 2): each member is named once and agrees to privatize in the name that the application states', async () => {
    expect(told(await file({ familyMembers: [member, member] }))).toBe('family-member-repeated');
    const stranger = '061211600012';
    expect(refusalOf(await file({ nominalOwnerIin: stranger }))).toEqual([
      'nominal-owner-not-in-application',
      'R-100',
      'nominalOwnerIin',
    ]);
    const field = 'familyMembers.0.consent.nominalOwnerIin';
    const other = ['consent-to-another-owner', 'R-100', field];
    expect(refusalOf(await file(consented(signed)))).toEqual(other);
    expect(refusalOf(await file(consented({ ...signed, nominalOwnerIin: member.iin })))).toEqual(other);
    const inTheMembersName = { ...consented({ ...signed, nominalOwnerIin: member.iin }), nominalOwnerIin: member.iin };
    const { application } = await shownCase(inTheMembersName);
    expect([application.nominalOwnerIin, application.familyMembers[0].consent]).toEqual([
      member.iin,
      { ...signed, nominalOwnerIin: member.iin },
    ]);
  });

  it('R-101 (Appendices 1 and 2): those who sign confirm accuracy and liability, and consent to the use of personal data', async () => {
    for (const [application, code] of [
      [{ confirmations: null }, 'accuracy-not-confirmed'],
      [{ confirmations: { accuracy: false, liability: true } }, 'accuracy-not-confirmed'],
      [{ confirmations: { accuracy: true, liability: false } }, 'liability-not-acknowledged'],
      [{ consents: { useOfSecrets: true, personalData: false } }, 'personal-data-consent-missing'],
    ] as const) {
      expect(refusalOf(await file(application))).toEqual([code, 'R-101', undefined]);
    }
    expect((await shownCase()).application.confirmations).toEqual({ accuracy: true, liability: true });
  });

  it('R-102 (Appendices 1 and 2): the applicant signs, by EDS where the application is electronic', async () => {
    expect(refusalOf(await file({ signature: null }))).toEqual(['application-unsigned', 'R-102', undefined]);
    expect(refusalOf(await file({ signature: byHand }))).toEqual([
      'application-eds-missing',
      'R-102',
      'signature.certificateSerial',
    ]);
    expect(refusalOf(await file(consented({ ...byHand, nominalOwnerIin: owner })))).toEqual([
      'application-eds-missing',
      'R-102',
      'familyMembers.0.consent.certificateSerial',
    ]);
    const { application } = await shownCase();
    expect([application.at, application.signature, application.familyMembers[0].consent.signedAt]).toEqual([
      on('03-07', '10:25'),
      signed,
      on('03-07', '10:25'),
    ]);
  });

  it('R-102 (Appendices 1 and 2): on paper everybody signs by hand; on the portal nothing is on paper', async () => {
    const hands = { signature: byHand, ...consented({ ...byHand, nominalOwnerIin: owner }) };
    expect(told(await sendStep(system, null, atTheCounter(hands)))).toEqual(['ApplicationSubmitted']);
    expect(refusalOf(await file({ medium: 'PAPER' }))).toEqual(['paper-on-portal', 'R-102', undefined]);
  });

  it('R-102 (Appendices 1 and 2): nobody signs after the application was sent, nor after it is entered', async () => {
    const late = { ...signed, signedAt: on('03-07', '10:26') };
    for (const [application, field] of [
      [{ signature: late }, 'signature.signedAt'],
      [consented({ ...late, nominalOwnerIin: owner }), 'familyMembers.0.consent.signedAt'],
    ] as const) {
      expect(refusalOf(await file(application))).toEqual(['signed-after-filing', 'R-102', field]);
    }
    const future = await file({ signature: { ...signed, signedAt: '2999-01-01T00:00:00Z' } });
    expect([future.status, future.body.errors?.[0]?.path]).toEqual([422, 'signature.signedAt']);
  });

  it('R-102: whose certificate it was, and whose name, is hidden from a role that does not need it', async () => {
    const { application } = await shownCase({}, 'quality-monitor');
    expect([application.signature, application.nominalOwnerIin, application.familyMembers[0].consent]).toEqual([
      null,
      '0101****0004',
      { signedAt: on('03-07', '10:25'), certificateSerial: null, nominalOwnerIin: null },
    ]);
  });

  it('R-103 (Appendices 1 and 2): the notice of acceptance has hour and date, and the EDS of the provider where it is electronic', async () => {
    const walked = await walkedCase(system, [filed()]);
    const refused = await walked.send(registration({}));
    expect([refused.status, ...(refusalOf(refused) as unknown[])]).toEqual([
      409,
      'provider-eds-missing',
      'R-103',
      undefined,
    ]);
    const future = await walked.send(registration({ eds: { ...signed, signedAt: '2999-01-01T00:00:00+05:00' } }));
    expect(future.body.code).toBe('fields-invalid');
    const eds = { certificateSerial: '3f2a', signedAt: on('03-07') };
    expect(told(await walked.send(registration({ eds })))).toEqual(['ApplicationRegistered']);
    expect((await walked.view()).registration).toMatchObject({ at: on('03-07'), eds });
  });

  it('R-95, R-96, R-100 (Appendices 1 and 2): no paper is of a day after the filing', async () => {
    const { applicant, documents, tenancy } = applicationBody() as {
      applicant: Body;
      documents: Body[];
      tenancy: Body;
    };
    const identityDocument = { number: '041234567', issuedOn: '2025-03-08', issuedBy: 'MIA RK' };
    for (const [application, field] of [
      [{ applicant: { ...applicant, identityDocument } }, 'applicant.identityDocument.issuedOn'],
      [{ familyMembers: [{ ...member, identityDocument }] }, 'familyMembers.0.identityDocument.issuedOn'],
      [{ tenancy: { ...tenancy, concludedOn: '2025-03-08' } }, 'tenancy.concludedOn'],
      [{ documents: [{ ...documents[0], issuedOn: '2025-03-08' }] }, 'documents.0.issuedOn'],
    ] as const) {
      expect(refusalOf(await file(application))).toEqual(['paper-of-the-future', null, field]);
    }
    const walked = await walkedCase(system, [filed()]);
    const document = { ...documents[0], type: 'D9', issuedOn: '2025-03-11' };
    const added = (at: string) => step('front-desk', '/documents', at, { document, subjectIin: owner });
    expect(refusalOf(await walked.send(added('03-10')))).toEqual(['paper-of-the-future', null, 'document.issuedOn']);
    expect(told(await walked.send(added('03-11')))).toEqual(['DocumentAdded']);
  });

  it('A28: an applicant who is a minor by the IIN is told of, not refused', async () => {
    const { applicant } = applicationBody() as { applicant: Body };
    const young = { ...applicant, iin: '061211600012' };
    const before = (await shownCase({ applicant: young, effectiveAt: '2024-12-10T10:25:00+05:00' })).application;
    expect(before.minorNotice).toMatch(/^By the IIN the applicant was under 18 on the day of filing/);
    const after = (await shownCase({ applicant: young, effectiveAt: '2024-12-11T10:25:00+05:00' })).application;
    expect(after.minorNotice).toBeNull();
  });
});
