import type { CaseEvent, CaseState } from '@app/domain';

type DataOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['data'];

/** A payment by its revision in the stream, and that it was reversed; null where it counts. */
export type PaymentFact = DataOf<'PaymentReceived'> &
  Readonly<{ revision: number; reversal: DataOf<'PaymentReversed'> | null }>;

/** What was recorded in a case, each fact as its event has it; null until then. Amounts are in tiyn. */
export type CaseFacts = Readonly<{
  application: DataOf<'ApplicationSubmitted'> | null;
  receipt: DataOf<'ReceiptIssued'> | null;
  delivery: DataOf<'DocumentsDelivered'> | null;
  registration: DataOf<'ApplicationRegistered'> | null;
  addedDocuments: readonly DataOf<'DocumentAdded'>[];
  setAsideDocuments: readonly Omit<DataOf<'DocumentSetAside'>, 'applicantIin'>[];
  familyActs: readonly DataOf<'FamilyActStated'>[];
  stateData: readonly DataOf<'StateDataReceived'>[];
  completeness: DataOf<'CompletenessConfirmed'> | null;
  rejection: DataOf<'ApplicationRejected'> | null;
  compliance: DataOf<'ComplianceReviewed'> | null;
  remarks: readonly DataOf<'RemarksRaised'>[];
  commission: DataOf<'CommissionFormed'> | null;
  preliminaryRefusal: DataOf<'PreliminaryRefusalNotified'> | null;
  scheduledHearing: DataOf<'HearingScheduled'> | null;
  objections: readonly DataOf<'ObjectionReceived'>[];
  hearing: DataOf<'HearingHeld'> | null;
  decision: DataOf<'CommissionDecided'> | null;
  decisionSignature: DataOf<'DecisionSigned'> | null;
  rightsInformation: DataOf<'RightsInformationReceived'> | null;
  petition: DataOf<'PetitionSent'> | null;
  industryConsent: DataOf<'IndustryConsentGiven'> | null;
  statePropertyDecision: DataOf<'StatePropertyDecisionMade'> | null;
  deedSignatures: readonly DataOf<'TransferDeedSigned'>[];
  deedApprovals: readonly DataOf<'TransferDeedApproved'>[];
  titleRegistration: DataOf<'TitleRegistered'> | null;
  agreement: DataOf<'AgreementOffered'> | null;
  signatures: readonly DataOf<'AgreementSigned'>[];
  payments: readonly PaymentFact[];
  results: readonly DataOf<'ResultIssued'>[];
  missedDuties: readonly DataOf<'DutyMissed'>[];
  corrections: readonly DataOf<'CorrectionRecorded'>[];
  withdrawal: DataOf<'ApplicationWithdrawn'> | null;
  closing: DataOf<'CaseClosed'> | null;
  reopenings: readonly DataOf<'CaseReopened'>[];
}>;

/** A case of which nothing is recorded. */
export const noFacts: CaseFacts = {
  application: null,
  receipt: null,
  delivery: null,
  registration: null,
  addedDocuments: [],
  setAsideDocuments: [],
  familyActs: [],
  stateData: [],
  completeness: null,
  rejection: null,
  compliance: null,
  remarks: [],
  commission: null,
  preliminaryRefusal: null,
  scheduledHearing: null,
  objections: [],
  hearing: null,
  decision: null,
  decisionSignature: null,
  rightsInformation: null,
  petition: null,
  industryConsent: null,
  statePropertyDecision: null,
  deedSignatures: [],
  deedApprovals: [],
  titleRegistration: null,
  agreement: null,
  signatures: [],
  payments: [],
  results: [],
  missedDuties: [],
  corrections: [],
  withdrawal: null,
  closing: null,
  reopenings: [],
};

/** The facts after an event, of a state that holds it: what it set right of others stands in the history. */
export const factsAfter = (facts: CaseFacts, event: CaseEvent, { history }: CaseState): CaseFacts =>
  event.type === 'CorrectionRecorded' && event.data.values.length > 0
    ? history.reduce((known, entry) => withFact(known, entry.event, entry.revision), noFacts)
    : withFact(facts, event, history.at(-1)?.revision ?? 0);

/** One that is not among them changes nothing. */
const withFact = (facts: CaseFacts, event: CaseEvent, revision: number): CaseFacts => {
  // Every entry is given the data of its own event type, which a table indexed by that type cannot express.
  const add = additions[event.type] as
    ((facts: CaseFacts, data: CaseEvent['data'], revision: number) => Partial<CaseFacts>) | undefined;
  return add ? { ...facts, ...add(facts, event.data, revision) } : facts;
};

/** The events that the case page shows something of. */
const additions: {
  readonly [Type in CaseEvent['type']]?: (facts: CaseFacts, data: DataOf<Type>, revision: number) => Partial<CaseFacts>;
} = {
  ApplicationSubmitted: (_, application) => ({ application }),
  ReceiptIssued: (_, receipt) => ({ receipt }),
  DocumentsDelivered: (_, delivery) => ({ delivery }),
  ApplicationRegistered: (_, registration) => ({ registration }),
  DocumentAdded: ({ addedDocuments }, added) => ({ addedDocuments: [...addedDocuments, added] }),
  DocumentSetAside: ({ setAsideDocuments }, { applicantIin: _sealedBy, ...setAside }) => ({
    setAsideDocuments: [...setAsideDocuments, setAside],
  }),
  FamilyActStated: ({ familyActs }, stated) => ({ familyActs: [...familyActs, stated] }),
  FamilyDataReceived: ({ stateData }, { at, answers }) => ({
    stateData: [...stateData, ...answers.map((answer) => ({ at, ...answer }))],
  }),
  StateDataReceived: ({ stateData }, received) => ({ stateData: [...stateData, received] }),
  CompletenessConfirmed: (_, completeness) => ({ completeness }),
  ApplicationRejected: (_, rejection) => ({ rejection }),
  ComplianceReviewed: (_, compliance) => ({ compliance }),
  RemarksRaised: ({ remarks }, raised) => ({ remarks: [...remarks, raised] }),
  CommissionFormed: (_, commission) => ({ commission }),
  PreliminaryRefusalNotified: (_, preliminaryRefusal) => ({ preliminaryRefusal }),
  HearingScheduled: (_, scheduledHearing) => ({ scheduledHearing }),
  ObjectionReceived: ({ objections }, objection) => ({ objections: [...objections, objection] }),
  HearingHeld: (_, hearing) => ({ hearing }),
  CommissionDecided: (_, decision) => ({ decision }),
  DecisionSigned: (_, decisionSignature) => ({ decisionSignature }),
  RightsInformationReceived: (_, rightsInformation) => ({ rightsInformation }),
  PetitionSent: (_, petition) => ({ petition }),
  IndustryConsentGiven: (_, industryConsent) => ({ industryConsent }),
  StatePropertyDecisionMade: (_, statePropertyDecision) => ({ statePropertyDecision }),
  TransferDeedSigned: ({ deedSignatures }, signature) => ({ deedSignatures: [...deedSignatures, signature] }),
  TransferDeedApproved: ({ deedApprovals }, approval) => ({ deedApprovals: [...deedApprovals, approval] }),
  TitleRegistered: (_, titleRegistration) => ({ titleRegistration }),
  AgreementOffered: (_, agreement) => ({ agreement }),
  AgreementSigned: ({ signatures }, signature) => ({ signatures: [...signatures, signature] }),
  PaymentReceived: ({ payments }, payment, revision) => ({
    payments: [...payments, { ...payment, revision, reversal: null }],
  }),
  PaymentReversed: ({ payments }, reversal) => ({
    payments: payments.map((payment) => (payment.revision === reversal.payment ? { ...payment, reversal } : payment)),
  }),
  ResultIssued: ({ results }, result) => ({ results: [...results, result] }),
  DutyMissed: ({ missedDuties }, missed) => ({ missedDuties: [...missedDuties, missed] }),
  CorrectionRecorded: ({ corrections }, correction) => ({ corrections: [...corrections, correction] }),
  ApplicationWithdrawn: (_, withdrawal) => ({ withdrawal }),
  CaseClosed: (_, closing) => ({ closing }),
  CaseReopened: (facts, reopening) => ({
    ...(reopening.cause !== 'PAYMENT_TAKEN_BACK' && decidedAnew(facts)),
    closing: null,
    reopenings: [...facts.reopenings, reopening],
  }),
};

/** The page shows the decision that counts; one that was set aside stays in the timeline, with all that followed from it. */
const decidedAnew = ({ titleRegistration }: CaseFacts): Partial<CaseFacts> => ({
  rejection: null,
  preliminaryRefusal: null,
  scheduledHearing: null,
  hearing: null,
  decision: null,
  decisionSignature: null,
  ...(titleRegistration === null && untransferred),
  agreement: null,
  signatures: [],
  withdrawal: null,
});

const untransferred: Partial<CaseFacts> = {
  petition: null,
  industryConsent: null,
  statePropertyDecision: null,
  deedSignatures: [],
  deedApprovals: [],
};
