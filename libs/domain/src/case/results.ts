import type { SubmittedCase } from './case.state.js';
import type { ResultKind } from './case.types.js';

/**
 * What can be issued to the recipient as the case stands (R-34, R-35, para 7), with the day from which it is there. The
 * transfer deed is a result of the republican route only (A14); a rejection is told to the recipient too.
 */
export const resultsOf = ({ dates, decision, application }: SubmittedCase): readonly Result[] => {
  const decided: ResultKind = decision?.outcome === 'REFUSE' ? 'REFUSAL' : 'DECISION';
  const deedOn = application.route === 'REPUBLICAN_ENTITY' ? dates.TransferDeedApproved : undefined;
  return [
    ...resultFrom('REJECTION', dates.ApplicationRejected),
    ...resultFrom(decided, dates.DecisionSigned),
    ...resultFrom('TRANSFER_DEED', deedOn),
    ...resultFrom('AGREEMENT', dates.AgreementSigned),
  ];
};

type Result = Readonly<{ kind: ResultKind; from: string }>;

const resultFrom = (kind: ResultKind, from: string | undefined): readonly Result[] =>
  from === undefined ? [] : [{ kind, from }];
