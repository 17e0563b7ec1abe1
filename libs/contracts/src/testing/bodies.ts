import { samples } from '@app/domain';

const { sampleDocument, sampleMember, samplePerson } = samples;
const address = 'Almaty, Test street 1, apt. 2';

const { effectiveAt: _now, ...usual } = samples.bodyOf(
  samples.submitApplication({
    office: { ...samples.sampleOffice, officeId: 'almaty-bostandyk' },
    applicant: samplePerson({ iin: samples.sampleIins.old, fullName: 'Testova Aigerim', address }),
    familyMembers: [
      sampleMember({
        iin: samples.sampleIins.secondPass,
        fullName: 'Testov Daniyar',
        consent: { signedAt: '2025-03-07T10:25:00+05:00' },
      }),
    ],
    tenancy: { kind: 'TENANCY_AGREEMENT', number: 'T-17', concludedOn: '2010-05-20' },
    dwelling: { dwellingId: 'ALM-0001-02', address },
    documents: [
      sampleDocument({ type: 'D3', number: 'T-17', issuedOn: '2010-05-20' }),
      sampleDocument({ type: 'D8', number: 'ND-5', issuedOn: '2025-03-01', expiresOn: '2030-01-01' }),
    ],
  }),
);

/** An application that the contract accepts, of today, for specs to spoil. */
export const applicationBody = (overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...usual,
  ...overrides,
});
