import type { CaseEvent } from '@app/domain';

type DataOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['data'];

/** What was recorded in a case, each fact as its event has it; null until then. Amounts are in tiyn. */
export type CaseFacts = Readonly<{
  application: DataOf<'ApplicationSubmitted'> | null;
  receipt: DataOf<'ReceiptIssued'> | null;
  delivery: DataOf<'DocumentsDelivered'> | null;
  registration: DataOf<'ApplicationRegistered'> | null;
  completeness: DataOf<'CompletenessConfirmed'> | null;
  rejection: DataOf<'ApplicationRejected'> | null;
  compliance: DataOf<'ComplianceReviewed'> | null;
  commission: DataOf<'CommissionFormed'> | null;
  decision: DataOf<'CommissionDecided'> | null;
  decisionSignature: DataOf<'DecisionSigned'> | null;
  rightsInformation: DataOf<'RightsInformationReceived'> | null;
  agreement: DataOf<'AgreementOffered'> | null;
  signatures: readonly DataOf<'AgreementSigned'>[];
  payments: readonly DataOf<'PaymentReceived'>[];
  closing: DataOf<'CaseClosed'> | null;
}>;

/** A case of which nothing is recorded. */
export const noFacts: CaseFacts = {
  application: null,
  receipt: null,
  delivery: null,
  registration: null,
  completeness: null,
  rejection: null,
  compliance: null,
  commission: null,
  decision: null,
  decisionSignature: null,
  rightsInformation: null,
  agreement: null,
  signatures: [],
  payments: [],
  closing: null,
};

/** The facts after an event; one that is not among them changes nothing. */
export const withFact = (facts: CaseFacts, event: CaseEvent): CaseFacts => {
  // Every entry is given the data of its own event type, which a table indexed by that type cannot express.
  const add = additions[event.type] as ((facts: CaseFacts, data: CaseEvent['data']) => Partial<CaseFacts>) | undefined;
  return add ? { ...facts, ...add(facts, event.data) } : facts;
};

const additions: {
  readonly [Type in CaseEvent['type']]: (facts: CaseFacts, data: DataOf<Type>) => Partial<CaseFacts>;
} = {
  ApplicationSubmitted: (_, application) => ({ application }),
  ReceiptIssued: (_, receipt) => ({ receipt }),
  DocumentsDelivered: (_, delivery) => ({ delivery }),
  ApplicationRegistered: (_, registration) => ({ registration }),
  CompletenessConfirmed: (_, completeness) => ({ completeness }),
  ApplicationRejected: (_, rejection) => ({ rejection }),
  ComplianceReviewed: (_, compliance) => ({ compliance }),
  CommissionFormed: (_, commission) => ({ commission }),
  CommissionDecided: (_, decision) => ({ decision }),
  DecisionSigned: (_, decisionSignature) => ({ decisionSignature }),
  RightsInformationReceived: (_, rightsInformation) => ({ rightsInformation }),
  AgreementOffered: (_, agreement) => ({ agreement }),
  AgreementSigned: ({ signatures }, signature) => ({ signatures: [...signatures, signature] }),
  PaymentReceived: ({ payments }, payment) => ({ payments: [...payments, payment] }),
  CaseClosed: (_, closing) => ({ closing }),
};
