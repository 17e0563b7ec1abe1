import type { ApplicationSubmitted, CaseEvent } from '@app/domain';

/** An application filed on Monday 4 March 2024 at 10:00 in Almaty: the decision is due by 3 April 2024. */
export const submitted = (
  caseId: string,
  changes: Partial<ApplicationSubmitted['data']> = {},
): Extract<CaseEvent, { type: 'ApplicationSubmitted' }> => ({
  type: 'ApplicationSubmitted',
  data: {
    at: '2024-03-04T10:00:00+05:00',
    caseId,
    officeId: 'almaty-bostandyk',
    zone: 'Asia/Almaty',
    rulebook: 'KZ-437/2021-08-12',
    rulebookNotice: null,
    channel: 'STATE_CORPORATION',
    medium: 'PAPER',
    form: 'REDEMPTION',
    route: 'COMMUNAL',
    applicant: {
      iin: '791005350297',
      fullName: 'Ахметов  Данияр Серікұлы',
      address: 'Almaty, Abay 10-5',
      identityDocument: { number: '012345678', issuedOn: '2019-05-20', issuedBy: 'MIA' },
    },
    familyMembers: [],
    tenancy: { kind: 'TENANCY_AGREEMENT', number: 'T-17', concludedOn: '2015-06-01' },
    dwelling: { dwellingId: `dwelling-of-${caseId}`, address: 'Almaty, Abay 10-5' },
    payment: { mode: 'SINGLE' },
    freeCategory: null,
    claims: [],
    representative: null,
    documents: [{ type: 'D1', number: null, issuedOn: null, expiresOn: null, sha256: 'a'.repeat(64) }],
    consents: { useOfSecrets: true, personalData: true },
    acceptedOn: '2024-03-04',
    acceptance: { filedOn: '2024-03-04', filedAt: '10:00:00', closesAt: '18:30', passedOver: [] },
    adultsWithoutConsent: 0,
    registrationDue: '2024-03-04',
    resultDue: '2024-04-03',
    ...changes,
  },
});

const at = '2024-03-05T10:00:00+05:00';

/** From submission to payment, every fact once: registered and delivered a day late, all else in time. */
export const paidCase = (caseId: string): readonly CaseEvent[] => [
  submitted(caseId),
  {
    type: 'ReceiptIssued',
    data: { at, receiptNumber: 'RC-1', identification: 'IDENTITY_DOCUMENT', copiesMade: true, originalsReturned: true },
  },
  { type: 'DocumentsDelivered', data: { at, deliveryNumber: 'DL-1', deliveredOn: '2024-03-05' } },
  {
    type: 'ApplicationRegistered',
    data: { at, registrationNumber: 'ЖК-2024/15', registeredOn: '2024-03-05', eds: null },
  },
  { type: 'CompletenessConfirmed', data: { at, note: null, confirmedOn: '2024-03-06', confirmedBy: 'e.first' } },
  { type: 'ComplianceReviewed', data: { at, findings: ['owns a share'], examinedBy: 'e.second' } },
  {
    type: 'CommissionFormed',
    data: {
      at,
      kind: 'LOCAL_EXECUTIVE_BODY',
      members: [
        { memberId: 'm1', fullName: 'One', conflictOfInterest: null },
        { memberId: 'm2', fullName: 'Two', conflictOfInterest: null },
      ],
      chairId: 'm1',
      secretaryId: 'm2',
      rules: {
        minMembers: 1,
        quorumAbove: { parts: 1, of: 2 },
        majorityAbove: { parts: 1, of: 2 },
        chairCastingVote: false,
        abstentionAllowed: true,
      },
    },
  },
  {
    type: 'CommissionDecided',
    data: {
      at,
      outcome: 'PRIVATIZE',
      decidedOn: '2024-03-18',
      votes: [{ memberId: 'm1', vote: 'FOR' }],
      ground: null,
      facts: null,
      reasons: null,
      priceBasis: {
        residualValue: 125_000_000,
        valuationDate: '2024-03-01',
        valuationDocumentId: 'V-1',
        determinedBy: 'valuer',
      },
    },
  },
  {
    type: 'DecisionSigned',
    data: {
      at,
      decisionNumber: 'D-7',
      eds: { certificateSerial: 'c', signedAt: at },
      signedOn: '2024-03-19',
      signedBy: 'h',
    },
  },
  {
    type: 'RightsInformationReceived',
    data: { at, source: 'register', encumbrances: [], technicalCharacteristics: '54 m2', receivedOn: '2024-03-19' },
  },
  {
    type: 'AgreementOffered',
    data: {
      at,
      agreementNumber: 'A-9',
      price: 125_000_000,
      medium: 'ELECTRONIC',
      offeredOn: '2024-03-20',
      schedule: null,
      paperNotice: null,
      decreeNotice: null,
    },
  },
  {
    type: 'AgreementSigned',
    data: { at, party: 'PROVIDER', eds: null, signedOn: '2024-03-20', concludesAgreement: false },
  },
  {
    type: 'AgreementSigned',
    data: { at, party: 'RECIPIENT', eds: null, signedOn: '2024-03-26', concludesAgreement: true },
  },
  {
    type: 'PaymentReceived',
    data: {
      at,
      amount: 25_000_000,
      paidOn: '2024-04-01',
      reference: 'P-1',
      outstanding: 100_000_000,
      overpaid: 0,
      allocations: [],
    },
  },
  {
    type: 'PaymentReceived',
    data: {
      at,
      amount: 100_000_000,
      paidOn: '2024-04-10',
      reference: 'P-2',
      outstanding: 0,
      overpaid: 0,
      allocations: [],
    },
  },
  { type: 'CaseClosed', data: { at, outcome: 'PAID' } },
];

/** Registered on the day, rejected for a missing document two days later. */
export const rejectedCase = (caseId: string): readonly CaseEvent[] => [
  submitted(caseId, { channel: 'PORTAL', medium: 'ELECTRONIC' }),
  {
    type: 'ApplicationRegistered',
    data: { at, registrationNumber: 'ЖК-2024/16', registeredOn: '2024-03-04', eds: null },
  },
  {
    type: 'ApplicationRejected',
    data: {
      at,
      defects: [{ kind: 'MISSING', documentType: 'D3', explanation: 'no tenancy agreement' }],
      rejectedOn: '2024-03-06',
      notBorneOut: [],
    },
  },
  { type: 'CaseClosed', data: { at, outcome: 'REJECTED' } },
];
