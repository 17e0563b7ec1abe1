import { samples, type SubmitApplication } from '@app/domain';

const { sampleDocument, sampleMember, samplePerson } = samples;
const address = 'Almaty, Test street 1, apt. 2';

type Overrides = Readonly<Record<string, unknown>>;

/** An application that the contract accepts, of today, for specs to spoil: signed when it was filed, by and for whom it names. */
export const applicationBody = (overrides: Overrides = {}): Record<string, unknown> => {
  const { effectiveAt: _filed, ...usual } = samples.bodyOf(usualApplication(overrides));
  return { ...usual, ...overrides };
};

const usualApplication = ({ effectiveAt, applicant }: Overrides): SubmitApplication => {
  const signedAt = matching(/T\d{2}:\d{2}:\d{2}/, effectiveAt) ?? '2025-03-07T10:25:00+05:00';
  const nominalOwnerIin = matching(/^\d{12}$/, iinOf(applicant)) ?? samples.sampleIins.old;
  const familyMember = { iin: samples.sampleIins.secondPass, fullName: 'Testov Daniyar' };
  return samples.submitApplication({
    office: { ...samples.sampleOffice, officeId: 'almaty-bostandyk' },
    applicant: samplePerson({ iin: samples.sampleIins.old, fullName: 'Testova Aigerim', address }),
    familyMembers: [
      sampleMember({ ...familyMember, consent: { signedAt, certificateSerial: '3f2a9c02', nominalOwnerIin } }),
    ],
    tenancy: { kind: 'TENANCY_AGREEMENT', number: 'T-17', concludedOn: '2010-05-20' },
    dwelling: { dwellingId: 'ALM-0001-02', address },
    documents: [
      sampleDocument({ type: 'D3', number: 'T-17', issuedOn: '2010-05-20' }),
      sampleDocument({
        type: 'D8',
        number: 'ND-5',
        issuedOn: signedAt < '2025-03-01' ? signedAt.slice(0, 10) : '2025-03-01',
        expiresOn: '2030-01-01',
      }),
    ],
    signature: { signedAt, certificateSerial: '3f2a9c01' },
    nominalOwnerIin,
  });
};

const iinOf = (person: unknown): unknown =>
  typeof person === 'object' && person !== null && 'iin' in person ? person.iin : null;

const matching = (pattern: RegExp, value: unknown): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null;
