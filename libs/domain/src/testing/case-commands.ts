import type { CaseCommand } from '../case/case.commands.js';
import { sampleDocuments, sampleEds, sampleMember, sampleOffice, samplePerson } from './samples.js';

/** A command of one type. */
export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The moment at which samples enter what happened: long after all of it. */
export const sampleEnteredAt = '2025-12-01T12:00:00+05:00';

/** The sale price of the sample, 1 250 000.00 tenge. */
export const samplePrice = 125_000_000;

/** When a sample happened, and who entered it. */
export const act = (at: string, by = 'officer') => ({ at, enteredAt: sampleEnteredAt, by });

/** A member of a commission without a conflict of interest. */
export const sampleCommissioner = (memberId: string) => ({
  memberId,
  fullName: `Member ${memberId}`,
  conflictOfInterest: null,
});

/** A redemption on the communal route through the portal, filed on Monday 3 March 2025 at 10:00 in Almaty. */
export const submitApplication = (
  overrides: Partial<CommandOf<'SubmitApplication'>> = {},
): CommandOf<'SubmitApplication'> => ({
  ...act('2025-03-03T10:00:00+05:00'),
  type: 'SubmitApplication',
  caseId: 'case-1',
  office: sampleOffice,
  channel: 'PORTAL',
  medium: 'ELECTRONIC',
  form: 'REDEMPTION',
  route: 'COMMUNAL',
  applicant: samplePerson(),
  familyMembers: [sampleMember()],
  tenancy: { kind: 'TENANCY_AGREEMENT', number: '17', concludedOn: '2015-02-01' },
  dwelling: { dwellingId: 'dwelling-1', address: 'Almaty, Abay avenue 10, 5' },
  payment: { mode: 'SINGLE' },
  freeCategory: null,
  claims: [],
  representative: null,
  documents: sampleDocuments,
  consents: { useOfSecrets: true, personalData: true },
  ...overrides,
});

export const issueReceipt = (overrides: Partial<CommandOf<'IssueReceipt'>> = {}): CommandOf<'IssueReceipt'> => ({
  ...act('2025-03-03T10:10:00+05:00', 'front-desk'),
  type: 'IssueReceipt',
  receiptNumber: 'RC-1',
  identification: 'IDENTITY_DOCUMENT',
  copiesMade: true,
  originalsReturned: true,
  ...overrides,
});

export const deliverDocuments = (
  overrides: Partial<CommandOf<'DeliverDocuments'>> = {},
): CommandOf<'DeliverDocuments'> => ({
  ...act('2025-03-03T15:00:00+05:00', 'front-desk'),
  type: 'DeliverDocuments',
  deliveryNumber: 'DL-1',
  ...overrides,
});

export const registerApplication = (
  overrides: Partial<CommandOf<'RegisterApplication'>> = {},
): CommandOf<'RegisterApplication'> => ({
  ...act('2025-03-03T16:00:00+05:00'),
  type: 'RegisterApplication',
  registrationNumber: 'REG-1',
  eds: null,
  ...overrides,
});

export const confirmCompleteness = (
  overrides: Partial<CommandOf<'ConfirmCompleteness'>> = {},
): CommandOf<'ConfirmCompleteness'> => ({
  ...act('2025-03-04T10:00:00+05:00', 'examiner'),
  type: 'ConfirmCompleteness',
  note: null,
  ...overrides,
});

export const rejectApplication = (
  overrides: Partial<CommandOf<'RejectApplication'>> = {},
): CommandOf<'RejectApplication'> => ({
  ...act('2025-03-04T11:00:00+05:00'),
  type: 'RejectApplication',
  defects: [{ kind: 'MISSING', documentType: 'D8', explanation: 'No proof that the rent is paid' }],
  ...overrides,
});

export const reviewCompliance = (
  overrides: Partial<CommandOf<'ReviewCompliance'>> = {},
): CommandOf<'ReviewCompliance'> => ({
  ...act('2025-03-06T10:00:00+05:00', 'examiner'),
  type: 'ReviewCompliance',
  findings: [],
  ...overrides,
});

export const formCommission = (overrides: Partial<CommandOf<'FormCommission'>> = {}): CommandOf<'FormCommission'> => ({
  ...act('2025-03-11T10:00:00+05:00'),
  type: 'FormCommission',
  kind: 'LOCAL_EXECUTIVE_BODY',
  members: ['m1', 'm2', 'm3'].map((memberId) => sampleCommissioner(memberId)),
  chairId: 'm1',
  secretaryId: 'm2',
  rules: null,
  ...overrides,
});

export const decideCommission = (
  overrides: Partial<CommandOf<'DecideCommission'>> = {},
): CommandOf<'DecideCommission'> => ({
  ...act('2025-03-18T10:00:00+05:00', 'secretary'),
  type: 'DecideCommission',
  outcome: 'PRIVATIZE',
  votes: [
    { memberId: 'm1', vote: 'FOR' },
    { memberId: 'm2', vote: 'FOR' },
    { memberId: 'm3', vote: 'AGAINST' },
  ],
  ground: null,
  facts: null,
  reasons: null,
  priceBasis: {
    residualValue: samplePrice,
    valuationDate: '2025-02-10',
    valuationDocumentId: 'VAL-1',
    determinedBy: 'Appraisal LLP',
  },
  ...overrides,
});

export const signDecision = (overrides: Partial<CommandOf<'SignDecision'>> = {}): CommandOf<'SignDecision'> => ({
  ...act('2025-03-19T10:00:00+05:00', 'head'),
  type: 'SignDecision',
  decisionNumber: 'DEC-1',
  eds: sampleEds({ signedAt: '2025-03-19T10:00:00+05:00' }),
  ...overrides,
});

export const recordRightsInformation = (
  overrides: Partial<CommandOf<'RecordRightsInformation'>> = {},
): CommandOf<'RecordRightsInformation'> => ({
  ...act('2025-03-19T11:00:00+05:00'),
  type: 'RecordRightsInformation',
  source: 'register of rights',
  encumbrances: [],
  technicalCharacteristics: '2 rooms, 48.3 sq m',
  receivedOn: '2025-03-19',
  ...overrides,
});

export const offerAgreement = (overrides: Partial<CommandOf<'OfferAgreement'>> = {}): CommandOf<'OfferAgreement'> => ({
  ...act('2025-03-20T10:00:00+05:00'),
  type: 'OfferAgreement',
  agreementNumber: 'AGR-1',
  price: samplePrice,
  medium: 'ELECTRONIC',
  instalments: null,
  ...overrides,
});

export const signAgreement = (overrides: Partial<CommandOf<'SignAgreement'>> = {}): CommandOf<'SignAgreement'> => ({
  ...act('2025-03-20T15:00:00+05:00', 'portal'),
  type: 'SignAgreement',
  party: 'RECIPIENT',
  eds: sampleEds({ signedAt: '2025-03-20T15:00:00+05:00' }),
  ...overrides,
});

export const recordPayment = (overrides: Partial<CommandOf<'RecordPayment'>> = {}): CommandOf<'RecordPayment'> => ({
  ...act('2025-04-10T10:00:00+05:00'),
  type: 'RecordPayment',
  amount: samplePrice,
  paidOn: '2025-04-10',
  reference: 'PAY-1',
  ...overrides,
});
