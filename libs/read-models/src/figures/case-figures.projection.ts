import { evolveCase, initialCase, type CaseState } from '@app/domain';
import { caseEvent } from '../case-view/case-event.js';
import { caseFigure, type CaseFigure } from './case-figure.js';
import { exactProjection, type Exact } from './exact-projection.js';
import { withoutPersons } from './without-persons.js';

/** How cases come to their figures. */
export const exactCases: Exact<CaseState, CaseFigure> = {
  name: 'case-figures',
  version: 7,
  prefix: 'case-',
  initial: initialCase,
  evolve: (state, event) => counted(evolveCase(state, caseEvent(event), event.metadata.recordedAt), state),
  figureOf: caseFigure,
};

/** One small document per case: what figures count it for, at every position of the log. Holds no personal data. */
export const caseFigures = exactProjection(exactCases);

/** What neither a figure follows from, nor a fold of what figures follow from. A field that is not named here is kept. */
const uncounted = {
  reachedAt: null,
  receiptNumber: null,
  deliveryNumber: null,
  registrationNumber: null,
  defects: [],
  examiners: [],
  commission: null,
  results: [],
  missed: [],
  corrections: [],
} as const satisfies Partial<CaseState>;

/** What stages, days and duties follow from, without texts. */
const counted = (state: CaseState, before: CaseState): CaseState => {
  const { application, preliminaryRefusal } = state;
  return {
    ...state,
    ...uncounted,
    application: application && { ...application, rulebookNotice: null, decreeParameters: null },
    preliminaryRefusal: preliminaryRefusal && { ...preliminaryRefusal, hearing: null, objections: 0 },
    ...withoutNumbers(state),
    reopenings: state.reopenings.map(({ setAside, ...reopening }) => ({
      ...reopening,
      setAside: setAside && { ...setAside, ...withoutNumbers(setAside) },
    })),
    history: state.history.map((entry, place) => (entry === before.history[place] ? entry : withoutPersons(entry))),
  };
};

/** That there is a decision and an agreement, and what they say, without what people number them by. */
const withoutNumbers = ({
  decision,
  agreement,
}: Pick<CaseState, 'decision' | 'agreement'>): Pick<CaseState, 'decision' | 'agreement'> => ({
  decision: decision && { ...decision, decisionNumber: decision.decisionNumber === null ? null : '' },
  agreement: agreement && { ...agreement, agreementNumber: '', paperNotice: null },
});
