import type * as commands from '../case/case.commands.js';
import {
  sampleAnswers,
  sampleDocument,
  sampleDocuments,
  sampleEds,
  sampleIins,
  sampleMember,
  sampleOffice,
  samplePerson,
} from './people.js';
import { act, sample, signedSample } from './sample.js';

/** The sale price of the sample, 1 250 000.00 tenge. */
export const samplePrice = 125_000_000;

/** A member of a commission without a conflict of interest. */
export const sampleCommissioner = (memberId: string) => ({
  memberId,
  fullName: `Member ${memberId}`,
  conflictOfInterest: null,
});

/**
 * A redemption on the communal route through the portal, filed on Monday 3 March 2025 at 10:00 in Almaty, and signed as it
 * was filed, in the name of the applicant.
 */
export const submitApplication = (otherwise: Partial<commands.SubmitApplication> = {}): commands.SubmitApplication => {
  const { at = '2025-03-03T10:00:00+05:00', applicant = samplePerson() } = otherwise;
  const nominalOwnerIin = applicant.iin;
  return {
    ...act(at),
    type: 'SubmitApplication',
    caseId: 'case-1',
    office: sampleOffice,
    channel: 'PORTAL',
    medium: 'ELECTRONIC',
    form: 'REDEMPTION',
    route: 'COMMUNAL',
    applicant,
    familyMembers: [sampleMember({ consent: { signedAt: at, certificateSerial: '6f1c2e', nominalOwnerIin } })],
    tenancy: { kind: 'TENANCY_AGREEMENT', number: '17', concludedOn: '2015-02-01' },
    dwelling: { dwellingId: 'dwelling-1', address: 'Almaty, Abay avenue 10, 5' },
    payment: { mode: 'SINGLE' },
    freeCategory: null,
    claims: [],
    representative: null,
    documents: sampleDocuments,
    consents: { useOfSecrets: true, personalData: true },
    signature: { signedAt: at, certificateSerial: '6f1c2d' },
    confirmations: { accuracy: true, liability: true },
    nominalOwnerIin,
    ...otherwise,
  };
};

export const issueReceipt = sample<commands.IssueReceipt>({
  ...act('2025-03-03T10:10:00+05:00', 'front-desk'),
  type: 'IssueReceipt',
  receiptNumber: 'RC-1',
  identification: 'IDENTITY_DOCUMENT',
  copiesMade: true,
  originalsReturned: true,
});

export const deliverDocuments = sample<commands.DeliverDocuments>({
  ...act('2025-03-03T15:00:00+05:00', 'front-desk'),
  type: 'DeliverDocuments',
  deliveryNumber: 'DL-1',
});

export const registerApplication = signedSample<commands.RegisterApplication>({
  ...act('2025-03-03T16:00:00+05:00'),
  type: 'RegisterApplication',
  registrationNumber: 'REG-1',
  eds: sampleEds({ signedAt: '2025-03-03T16:00:00+05:00' }),
});

export const addDocument = sample<commands.AddDocument>({
  ...act('2025-03-04T09:00:00+05:00', 'front-desk'),
  type: 'AddDocument',
  document: sampleDocument({ type: 'D8', number: '20' }),
  subjectIin: sampleIins.adult,
  act: null,
});

export const setDocumentAside = sample<commands.SetDocumentAside>({
  ...act('2025-03-04T09:10:00+05:00'),
  type: 'SetDocumentAside',
  documentType: 'D8',
  sha256: sampleDocument().sha256,
  fault: 'UNREADABLE',
  reason: 'The copy cannot be read',
});

export const stateFamilyAct = sample<commands.StateFamilyAct>({
  ...act('2025-03-04T09:20:00+05:00', 'front-desk'),
  type: 'StateFamilyAct',
  act: 'MARRIAGE',
  subjectIin: sampleIins.adult,
  actOn: '2005-07-16',
});

export const recordStateData = sample<commands.RecordStateData>({
  ...act('2025-03-04T09:30:00+05:00'),
  type: 'RecordStateData',
  register: 'SOCIAL_STATUS',
  subjectIin: sampleIins.adult,
  outcome: 'FOUND',
  summary: 'large family',
});

/** All registers about the applicant and the member of the sample: they know who both are, and nothing that an application would rest on. */
export const recordFamilyData = sample<commands.RecordFamilyData>({
  ...act('2025-03-03T15:30:00+05:00'),
  type: 'RecordFamilyData',
  answers: sampleAnswers([sampleIins.adult, sampleIins.old]),
});

export const confirmCompleteness = sample<commands.ConfirmCompleteness>({
  ...act('2025-03-04T10:00:00+05:00', 'examiner'),
  type: 'ConfirmCompleteness',
  note: null,
});

export const rejectApplication = sample<commands.RejectApplication>({
  ...act('2025-03-04T11:00:00+05:00'),
  type: 'RejectApplication',
  defects: [{ kind: 'MISSING', documentType: 'D8', explanation: 'No proof that the rent is paid' }],
});

export const reviewCompliance = sample<commands.ReviewCompliance>({
  ...act('2025-03-06T10:00:00+05:00', 'examiner'),
  type: 'ReviewCompliance',
  findings: [],
});

export const formCommission = sample<commands.FormCommission>({
  ...act('2025-03-11T10:00:00+05:00'),
  type: 'FormCommission',
  kind: 'LOCAL_EXECUTIVE_BODY',
  members: ['m1', 'm2', 'm3'].map((memberId) => sampleCommissioner(memberId)),
  chairId: 'm1',
  secretaryId: 'm2',
  reason: null,
  rules: null,
});

export const decideCommission = sample<commands.DecideCommission>({
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
});

export const signDecision = signedSample<commands.SignDecision>({
  ...act('2025-03-19T10:00:00+05:00', 'head'),
  type: 'SignDecision',
  decisionNumber: 'DEC-1',
  eds: sampleEds({ signedAt: '2025-03-19T10:00:00+05:00' }),
});

export const recordRightsInformation = sample<commands.RecordRightsInformation>({
  ...act('2025-03-19T11:00:00+05:00'),
  type: 'RecordRightsInformation',
  source: 'register of rights',
  encumbrances: [],
  technicalCharacteristics: '2 rooms, 48.3 sq m',
  receivedOn: '2025-03-19',
});

export const offerAgreement = sample<commands.OfferAgreement>({
  ...act('2025-03-20T10:00:00+05:00'),
  type: 'OfferAgreement',
  agreementNumber: 'AGR-1',
  price: samplePrice,
  medium: 'ELECTRONIC',
  instalments: null,
});

export const signAgreement = signedSample<commands.SignAgreement>({
  ...act('2025-03-20T15:00:00+05:00', 'portal'),
  type: 'SignAgreement',
  party: 'RECIPIENT',
  eds: sampleEds({ signedAt: '2025-03-20T15:00:00+05:00' }),
});

export const recordPayment = sample<commands.RecordPayment>({
  ...act('2025-04-10T10:00:00+05:00'),
  type: 'RecordPayment',
  amount: samplePrice,
  paidOn: '2025-04-10',
  reference: 'PAY-1',
  overpayment: null,
  repeatedBecause: null,
});
