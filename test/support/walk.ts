import type { Role } from '@app/platform';
import { applicationBody } from '../../libs/contracts/src/testing/bodies.js';
import type { Answer, System } from './system.js';

/** One command of a walk: where it goes below the case, who sends it, what it says, and the events it gives. */
export type WalkStep = Readonly<{
  path: string;
  role: Role;
  body: Readonly<Record<string, unknown>>;
  events: readonly string[];
}>;

const eds = (signedAt: string) => ({ certificateSerial: '3f2a9c01', signedAt });

/** A communal case through the State Corporation from submission to payment, filed on Friday 7 March 2025 in Almaty. `n` makes it another dwelling. */
export const communalWalk = (n: string): readonly WalkStep[] => [
  {
    path: '',
    role: 'front-desk',
    body: applicationBody({
      channel: 'STATE_CORPORATION',
      dwelling: { dwellingId: `ALM-${n}`, address: 'Almaty, Test street 1, apt. 2' },
      effectiveAt: '2025-03-07T10:25:00+05:00',
    }),
    events: ['ApplicationSubmitted'],
  },
  {
    path: '/receipt',
    role: 'front-desk',
    body: {
      receiptNumber: `R-${n}`,
      identification: 'IDENTITY_DOCUMENT',
      copiesMade: true,
      originalsReturned: true,
      effectiveAt: '2025-03-07T10:35:00+05:00',
    },
    events: ['ReceiptIssued'],
  },
  {
    path: '/delivery',
    role: 'front-desk',
    body: { deliveryNumber: `DL-${n}`, effectiveAt: '2025-03-07T15:00:00+05:00' },
    events: ['DocumentsDelivered'],
  },
  {
    path: '/registration',
    role: 'caseworker',
    body: { registrationNumber: `REG-${n}`, effectiveAt: '2025-03-07T16:00:00+05:00' },
    events: ['ApplicationRegistered'],
  },
  {
    path: '/completeness',
    role: 'caseworker',
    body: { note: 'All there', effectiveAt: '2025-03-11T11:00:00+05:00' },
    events: ['CompletenessConfirmed'],
  },
  {
    path: '/compliance',
    role: 'caseworker',
    body: { findings: [], effectiveAt: '2025-03-13T11:00:00+05:00' },
    events: ['ComplianceReviewed'],
  },
  {
    path: '/commission',
    role: 'caseworker',
    body: {
      kind: 'LOCAL_EXECUTIVE_BODY',
      members: ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, fullName: `Member ${memberId}` })),
      chairId: 'm-1',
      secretaryId: 'm-2',
      effectiveAt: '2025-03-14T11:00:00+05:00',
    },
    events: ['CommissionFormed'],
  },
  {
    path: '/decision',
    role: 'commission-secretary',
    body: {
      outcome: 'PRIVATIZE',
      votes: ['m-1', 'm-2', 'm-3'].map((memberId) => ({ memberId, vote: 'FOR' })),
      priceBasis: {
        residualValue: '1250000.00',
        valuationDate: '2025-02-10',
        valuationDocumentId: 'VAL-77',
        determinedBy: 'Valuation Centre',
      },
      effectiveAt: '2025-03-20T11:00:00+05:00',
    },
    events: ['CommissionDecided'],
  },
  {
    path: '/decision/signature',
    role: 'provider-head',
    body: {
      decisionNumber: `DEC-${n}`,
      eds: eds('2025-03-26T11:00:00+05:00'),
      effectiveAt: '2025-03-26T11:00:00+05:00',
    },
    events: ['DecisionSigned'],
  },
  {
    path: '/rights-information',
    role: 'caseworker',
    body: {
      source: 'Unified State Cadastre',
      encumbrances: [],
      technicalCharacteristics: 'Two rooms, 54.3 m2',
      receivedOn: '2025-03-27',
      effectiveAt: '2025-03-27T11:00:00+05:00',
    },
    events: ['RightsInformationReceived'],
  },
  {
    path: '/agreement',
    role: 'caseworker',
    body: {
      agreementNumber: `AGR-${n}`,
      price: '1250000.00',
      medium: 'ELECTRONIC',
      effectiveAt: '2025-03-28T11:00:00+05:00',
    },
    events: ['AgreementOffered'],
  },
  {
    path: '/agreement/signatures',
    role: 'portal',
    body: { party: 'RECIPIENT', eds: eds('2025-03-31T11:00:00+05:00'), effectiveAt: '2025-03-31T11:00:00+05:00' },
    events: ['AgreementSigned'],
  },
  {
    path: '/agreement/signatures',
    role: 'provider-head',
    body: { party: 'PROVIDER', eds: eds('2025-04-01T11:00:00+05:00'), effectiveAt: '2025-04-01T11:00:00+05:00' },
    events: ['AgreementSigned'],
  },
  {
    path: '/payments',
    role: 'caseworker',
    body: {
      amount: '500000.00',
      paidOn: '2025-04-21',
      reference: `PAY-${n}-1`,
      effectiveAt: '2025-04-21T11:00:00+05:00',
    },
    events: ['PaymentReceived'],
  },
  {
    path: '/payments',
    role: 'caseworker',
    body: {
      amount: '750000.00',
      paidOn: '2025-05-02',
      reference: `PAY-${n}-2`,
      effectiveAt: '2025-05-02T11:00:00+05:00',
    },
    events: ['PaymentReceived', 'CaseClosed'],
  },
];

/** Sends one step of a walk; the first makes the case. */
export const sendStep = (system: System, caseId: string | null, step: WalkStep, key?: string): Promise<Answer> =>
  system.post(caseId === null ? '/cases' : `/cases/${caseId}${step.path}`, step.body, {
    role: step.role,
    ...(key !== undefined && { key }),
  });
