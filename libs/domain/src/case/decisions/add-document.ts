import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { subjectOf } from '../applicants.js';
import type { SubmittedCase } from '../case.state.js';
import type { CaseDocument } from '../case.types.js';
import { assertUndecided } from '../case-gates.js';
import { assertOfFamily } from '../demands.js';
import { assertIssuedBy } from '../form.js';
import { isHeldByState, registersWith } from '../completeness.js';
import type { Step } from '../step.js';

/**
 * The applicant adds a document of a person of the case to the package, until the commission decides (R-13, item 8). Not
 * taken where state registers have found what it proves: it may not be demanded.
 */
export const addDocument: Step<'AddDocument'> = {
  beforeAcceptance: true,
  gate: assertUndecided,

  decide: ({ at, document, subjectIin, act }, state, settings) => {
    const person = subjectOf({ iin: subjectIin, field: 'subjectIin', at }, state, settings);
    assertIssuedBy(document.issuedOn, localDateOf(at, state.application.zone), 'document.issuedOn');
    assertNotSetAside(document, state);
    const paper = { documentType: document.type, person, act };
    assertOfFamily(paper);
    if (isHeldByState(paper, state)) {
      throw refuse('document-held-by-state', {
        documentType: document.type,
        registers: registersWith(paper, state),
      });
    }

    return [{ type: 'DocumentAdded', data: { at, document, subjectIin, person, act } }];
  },

  anyTime: true,
};

/** The same copy stays what it was set aside for: unreadable as anything, of another type as that type (R-33, A26). */
const assertNotSetAside = ({ type, sha256 }: CaseDocument, { history }: SubmittedCase): void => {
  const isStill = history.some(
    ({ event }) =>
      event.type === 'DocumentSetAside' &&
      event.data.sha256 === sha256 &&
      (event.data.fault === 'UNREADABLE' || (event.data.fault === 'OTHER_TYPE' && event.data.documentType === type)),
  );
  if (isStill) throw refuse('copy-set-aside', { documentType: type });
};
