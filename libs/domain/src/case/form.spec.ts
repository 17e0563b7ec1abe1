import { describe, expect, it } from '@jest/globals';
import { given, sampleDocument, sampleIins, sampleMember, samplePerson, submitApplication } from '../testing/index.js';

const agreed = { signedAt: '2025-03-03T09:00:00+05:00', certificateSerial: '7', nominalOwnerIin: sampleIins.adult };
const byHand = { ...agreed, certificateSerial: null };
const later = { number: '1', issuedOn: '2025-03-04', issuedBy: 'MIA' };
const onPaper = { channel: 'STATE_CORPORATION', medium: 'PAPER' } as const;

describe('the form of an application (Appendices 1 and 2)', () => {
  it('is signed by the applicant (R-102)', () =>
    given([])
      .when(submitApplication({ signature: null }))
      .isRefused('application-unsigned'));

  it('is electronic on the portal (R-102)', () => {
    given([])
      .when(submitApplication({ medium: 'PAPER' }))
      .isRefused('paper-on-portal');
    given([]).when(submitApplication(onPaper)).gives('ApplicationSubmitted');
  });

  it('is signed by EDS where it is electronic, by everybody who signs (R-102)', () => {
    const signature = { signedAt: '2025-03-03T09:00:00+05:00', certificateSerial: null };
    const familyMembers = [sampleMember({ consent: null }), sampleMember({ iin: sampleIins.young, consent: byHand })];
    given([])
      .when(submitApplication({ signature }))
      .isRefused('application-eds-missing', { field: 'signature.certificateSerial' });
    given([])
      .when(submitApplication({ familyMembers }))
      .isRefused('application-eds-missing', { field: 'familyMembers.1.consent.certificateSerial' });
    given([])
      .when(submitApplication({ ...onPaper, signature, familyMembers }))
      .gives('ApplicationSubmitted');
  });

  it.each([
    [
      'the applicant',
      'signature.signedAt',
      { signature: { signedAt: '2025-03-03T10:00:01+05:00', certificateSerial: '7' } },
    ],
    [
      'a member',
      'familyMembers.0.consent.signedAt',
      { familyMembers: [sampleMember({ consent: { ...agreed, signedAt: '2025-03-03T10:00:01+05:00' } })] },
    ],
  ])('is signed by %s before it is filed, never after (R-102)', (_, field, late) =>
    given([]).when(submitApplication(late)).isRefused('signed-after-filing', { field }),
  );

  it('says in whose name the dwelling is privatized: the name of one of its people (R-100)', () => {
    for (const nominalOwnerIin of [null, sampleIins.young]) {
      given([])
        .when(submitApplication({ nominalOwnerIin }))
        .isRefused('nominal-owner-not-in-application', { field: 'nominalOwnerIin' });
    }
    const nominalOwnerIin = sampleIins.old;
    const familyMembers = [sampleMember({ consent: { ...agreed, nominalOwnerIin } })];
    const [event] = given([]).when(submitApplication({ nominalOwnerIin, familyMembers })).events;
    expect(event?.data).toMatchObject({ nominalOwnerIin });
  });

  it('holds consents to that name alone (R-100)', () => {
    for (const nominalOwnerIin of [null, sampleIins.old]) {
      given([])
        .when(submitApplication({ familyMembers: [sampleMember({ consent: { ...agreed, nominalOwnerIin } })] }))
        .isRefused('consent-to-another-owner', { field: 'familyMembers.0.consent.nominalOwnerIin' });
    }
  });

  it('confirms accuracy and liability (R-101)', () => {
    for (const confirmations of [null, { accuracy: false, liability: true }]) {
      given([]).when(submitApplication({ confirmations })).isRefused('accuracy-not-confirmed');
    }
    given([])
      .when(submitApplication({ confirmations: { accuracy: true, liability: false } }))
      .isRefused('liability-not-acknowledged');
  });

  it.each([
    [
      'the identity document of the applicant',
      'applicant.identityDocument.issuedOn',
      { applicant: samplePerson({ identityDocument: later }) },
    ],
    [
      'that of a member',
      'familyMembers.0.identityDocument.issuedOn',
      { familyMembers: [sampleMember({ identityDocument: later })] },
    ],
    [
      'the tenancy',
      'tenancy.concludedOn',
      { tenancy: { kind: 'HOUSING_ORDER', number: '17', concludedOn: later.issuedOn } as const },
    ],
    ['an attached document', 'documents.0.issuedOn', { documents: [sampleDocument({ issuedOn: later.issuedOn })] }],
  ])('comes with papers of its day or before: %s (R-13)', (_, field, ofTheFuture) =>
    given([])
      .when(submitApplication(ofTheFuture))
      .isRefused('paper-of-the-future', { field, issuedOn: '2025-03-04', on: '2025-03-03' }),
  );

  it('says that the applicant is a minor by the IIN, and is not refused for it (A28)', () => {
    const young = submitApplication({ applicant: samplePerson({ iin: sampleIins.young }) });
    const noticeOf = (at: string) => {
      const signature = { signedAt: at, certificateSerial: '7' };
      const [event] = given([]).when({ ...young, at, signature, familyMembers: [] }).events;
      return event?.type === 'ApplicationSubmitted' ? event.data.minorNotice : 'nothing was submitted';
    };
    expect(noticeOf('2024-12-10T10:00:00+05:00')).toMatch(/^By the IIN the applicant was under 18/);
    expect(noticeOf('2024-12-11T10:00:00+05:00')).toBeNull();
  });
});
