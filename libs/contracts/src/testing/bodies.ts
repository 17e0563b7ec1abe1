/** Bodies that the contract accepts, for specs to spoil. */
const identityDocument = { number: '041234567', issuedOn: '2019-04-01', issuedBy: 'MIA RK' };
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const applicationBody = (overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  channel: 'PORTAL',
  medium: 'ELECTRONIC',
  form: 'REDEMPTION',
  route: 'COMMUNAL',
  officeId: 'almaty-bostandyk',
  applicant: {
    iin: '010115100004',
    fullName: 'Testova Aigerim',
    address: 'Almaty, Test street 1, apt. 2',
    identityDocument,
  },
  familyMembers: [
    {
      iin: '851231100303',
      fullName: 'Testov Daniyar',
      relationship: 'spouse',
      identityDocument,
      consent: { signedAt: '2025-03-07T10:25:00+05:00' },
    },
  ],
  tenancy: { kind: 'TENANCY_AGREEMENT', number: 'T-17', concludedOn: '2010-05-20' },
  dwelling: { dwellingId: 'ALM-0001-02', address: 'Almaty, Test street 1, apt. 2' },
  payment: { mode: 'SINGLE' },
  documents: [
    { type: 'D3', number: 'T-17', issuedOn: '2010-05-20', sha256 },
    { type: 'D8', number: 'ND-5', issuedOn: '2025-03-01', expiresOn: '2030-01-01', sha256 },
  ],
  consents: { useOfSecrets: true, personalData: true },
  ...overrides,
});
