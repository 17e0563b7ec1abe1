import type { SubmittedCase } from '../case.state.js';
import { assertStandsAt } from '../case-gates.js';
import type { Step } from '../step.js';

/**
 * The provider examines the documents against the laws, the Decree and the Rules; findings go to the commission (R-42,
 * para 9; A10). A package that is not complete comes here where remarks were raised to it: it goes by paragraph 10 (A4).
 */
export const reviewCompliance: Step<'ReviewCompliance'> = {
  gate: (state) => {
    if (goesByParagraph10(state)) return;
    assertStandsAt(state, 'COMPLETE', {
      before: state.status === 'REGISTERED' ? 'completeness-not-confirmed' : 'not-registered',
      after: 'already-examined',
    });
  },

  decide: ({ at, by, findings }) => [{ type: 'ComplianceReviewed', data: { at, findings, examinedBy: by } }],
};

const goesByParagraph10 = ({ status, dates }: SubmittedCase): boolean =>
  status === 'REGISTERED' && dates.RemarksRaised !== undefined;
