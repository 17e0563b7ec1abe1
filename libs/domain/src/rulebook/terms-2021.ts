import { plainTerm, type InstalmentRow, type TermRow } from './rulebook.js';

const registration = {
  ...plainTerm,
  rule: 'R-15',
  paragraph: '4',
  passage: 0,
  duty: 'register the application and documents',
  term: { n: 0, unit: 'working' },
  dischargedBy: 'ApplicationRegistered',
} as const;

const decision = {
  ...plainTerm,
  rule: 'R-27',
  passage: 1,
  duty: 'decide on the privatization, register and sign the decision',
  trigger: 'ApplicationSubmitted',
  term: { n: 30, unit: 'calendar' },
  // Stage 2 closes when the decision is signed, not when it is adopted (A16).
  dischargedBy: 'DecisionSigned',
} as const;

const republican = { route: 'REPUBLICAN_ENTITY', decision: 'PRIVATIZE' } as const;

const agreement = {
  ...plainTerm,
  duty: 'conclude the agreement',
  debtor: 'PROVIDER_AND_RECIPIENT',
  term: { n: 5, unit: 'working' },
  dischargedBy: 'AgreementSigned',
} as const;

/** The terms of cases in the edition of 12 August 2021 (docs/law/rules.md 11). What encloses another term stands before it. */
export const terms2021: readonly TermRow[] = [
  // Acceptance and registration (11.2).
  { ...registration, trigger: 'ApplicationSubmitted', where: { channel: 'PORTAL' } },
  // "On the day they are received": the provider has them from the delivery on, and its lateness is that of R-18 (A5).
  {
    ...registration,
    trigger: 'DocumentsDelivered',
    countedFrom: 'DELIVERY',
    where: { channel: 'STATE_CORPORATION' },
  },
  {
    ...plainTerm,
    rule: 'R-18',
    paragraph: '4',
    passage: 1,
    duty: 'deliver the documents to the provider',
    debtor: 'STATE_CORPORATION',
    creditor: 'PROVIDER',
    trigger: 'ApplicationSubmitted',
    term: { n: 0, unit: 'working' },
    dischargedBy: 'DocumentsDelivered',
    where: { channel: 'STATE_CORPORATION' },
  },
  // The first and second stages: to decide, within the same thirty days on each route, to reject, to hear first (11.3, 11.5).
  { ...decision, paragraph: '6(1)', where: { route: 'COMMUNAL' } },
  { ...decision, paragraph: '6(2)', where: { route: 'COMMUNAL_ENTITY' } },
  { ...decision, paragraph: '6(3)', where: { route: 'REPUBLICAN_ENTITY' } },
  {
    ...plainTerm,
    rule: 'R-33',
    paragraph: '6 end',
    passage: 0,
    kind: 'POWER',
    owedWhereIncomplete: true,
    duty: 'reject an incomplete package or expired documents',
    trigger: 'ApplicationRegistered',
    term: { n: 2, unit: 'working' },
    dischargedBy: 'ApplicationRejected',
    fallsAwayOn: ['CompletenessConfirmed'],
  },
  {
    ...plainTerm,
    rule: 'R-75',
    paragraph: '10',
    passage: 0,
    duty: 'notify the applicant of the preliminary decision to refuse, with the time and place of the hearing',
    // From the day of the thirty days, not from that of the remarks: so the hearing fits inside them (A2).
    trigger: 'ApplicationSubmitted',
    needs: ['RemarksRaised'],
    term: { n: 15, unit: 'calendar' },
    dischargedBy: 'PreliminaryRefusalNotified',
    fallsAwayOn: ['CommissionDecided'],
    within: 'R-27',
  },
  {
    ...plainTerm,
    rule: 'R-78',
    paragraph: '10',
    passage: 1,
    kind: 'POWER',
    duty: 'object to the preliminary decision',
    debtor: 'RECIPIENT',
    creditor: 'PROVIDER',
    trigger: 'PreliminaryRefusalNotified',
    countedFrom: 'RECEIPT',
    term: { n: 2, unit: 'working' },
    dischargedBy: 'ObjectionReceived',
    fallsAwayOn: ['CommissionDecided'],
  },
  // The transfer to communal ownership, the third stage on the entity routes (11.3, A7, A8).
  {
    ...plainTerm,
    rule: 'R-29',
    paragraph: '6(2)',
    passage: 2,
    duty: 'transfer the dwelling to the communal housing stock and register the title',
    debtor: 'TRANSFER_PARTIES',
    trigger: 'CommissionDecided',
    term: { n: 15, unit: 'calendar' },
    // The registration is inside the term; what is told of the rights afterwards is not (A8).
    dischargedBy: 'TitleRegistered',
    where: { route: 'COMMUNAL_ENTITY', decision: 'PRIVATIZE' },
  },
  {
    ...plainTerm,
    rule: 'R-31',
    paragraph: '6(3)',
    passage: 2,
    duty: 'transfer the dwelling from republican to communal ownership and register the title',
    debtor: 'TRANSFER_PARTIES',
    // The parties can do nothing before the state property decision.
    owedFirst: { debtor: 'STATE_PROPERTY_BODY', until: 'StatePropertyDecisionMade' },
    trigger: 'CommissionDecided',
    term: { n: 30, unit: 'calendar' },
    dischargedBy: 'TitleRegistered',
    where: republican,
  },
  {
    ...plainTerm,
    rule: 'R-32',
    paragraph: '6(3)',
    passage: 3,
    duty: 'decide on the transfer of state property',
    debtor: 'STATE_PROPERTY_BODY',
    trigger: 'CommissionDecided',
    term: { n: 15, unit: 'calendar' },
    dischargedBy: 'StatePropertyDecisionMade',
    within: 'R-31',
    where: republican,
  },
  {
    ...plainTerm,
    rule: 'R-32a',
    paragraph: '6(3)',
    passage: 4,
    duty: 'sign and approve the transfer deed and register the title',
    debtor: 'TRANSFER_PARTIES',
    // "From the date of making decisions on housing": the state property decision (A7).
    trigger: 'StatePropertyDecisionMade',
    term: { n: 15, unit: 'calendar' },
    dischargedBy: 'TitleRegistered',
    within: 'R-31',
    where: republican,
  },
  // The agreement, from the end of the stage before it (A6), and the payment (11.3).
  {
    ...agreement,
    rule: 'R-28',
    paragraph: '6(1)',
    passage: 2,
    // From the adoption of the positive decision (A6, A16).
    trigger: 'CommissionDecided',
    where: { route: 'COMMUNAL', decision: 'PRIVATIZE' },
  },
  {
    ...agreement,
    rule: 'R-30',
    paragraph: '6(2)',
    passage: 3,
    trigger: 'TitleRegistered',
    where: { route: 'COMMUNAL_ENTITY' },
  },
  {
    ...agreement,
    rule: 'R-32b',
    paragraph: '6(3)',
    passage: 5,
    trigger: 'TitleRegistered',
    where: { route: 'REPUBLICAN_ENTITY' },
  },
  {
    ...plainTerm,
    rule: 'R-36',
    paragraph: '8',
    passage: 0,
    duty: 'pay the cost of the dwelling to the local budget',
    debtor: 'RECIPIENT',
    creditor: 'LOCAL_BUDGET',
    trigger: 'AgreementSigned',
    term: { n: 30, unit: 'calendar' },
    dischargedBy: 'PaymentReceived',
    // Instalments are paid as the agreement says, and who acquires free of charge pays nothing.
    where: { paymentMode: 'SINGLE' },
  },
];

/** The instalments of Appendix 2: the Order says how many years and what share, the agreement the days (A18). */
export const instalments2021: InstalmentRow = {
  rule: 'R-98',
  paragraph: 'App 2',
  passage: 0,
  kind: 'OBLIGATION',
  contribution: 'pay the initial contribution',
  instalment: 'pay instalment',
  debtor: 'RECIPIENT',
  creditor: 'LOCAL_BUDGET',
  trigger: 'AgreementSigned',
  dischargedBy: 'PaymentReceived',
};
