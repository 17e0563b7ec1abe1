import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { assertIin } from '../applicants.js';
import { hasReached } from '../case-gates.js';
import { isHeldByState, registersWith } from '../completeness.js';
import type { Step } from '../step.js';

/**
 * The applicant adds a document to the package, until the commission decides (R-13, item 8). Not taken where state
 * registers have found what it proves: it may not be demanded.
 */
export const addDocument: Step<'AddDocument'> = {
  beforeAcceptance: true,
  gate: (state) => {
    if (hasReached(state, 'DECIDED')) throw refuse('already-decided', { status: state.status });
  },

  decide: ({ at, document, subjectIin }, { application, registers }, { acceptForeignerIin }) => {
    const on = localDateOf(at, application.zone);
    assertIin(subjectIin, 'subjectIin', { on, acceptForeigners: acceptForeignerIin });
    if (isHeldByState(document.type, registers)) {
      throw refuse('document-held-by-state', {
        documentType: document.type,
        registers: registersWith(document.type, registers),
      });
    }

    return [{ type: 'DocumentAdded', data: { at, document, subjectIin } }];
  },

  anyTime: true,
};
