import { evolveCase, initialCase, type CaseState } from '@app/domain';
import { caseEvent } from '../case-view/case-event.js';
import { caseFigure, type CaseFigure } from './case-figure.js';
import { exactProjection, type Exact } from './exact-projection.js';

/** How cases come to their figures. */
export const exactCases: Exact<CaseState, CaseFigure> = {
  name: 'case-figures',
  version: 4,
  prefix: 'case-',
  initial: initialCase,
  evolve: (state, event) => counted(evolveCase(state, caseEvent(event), event.metadata.recordedAt)),
  figureOf: caseFigure,
};

/** One small document per case: what figures count it for, at every position of the log. Holds no personal data. */
export const caseFigures = exactProjection(exactCases);

/** What stages, days and duties follow from; texts and whatever else a case holds is left as it was in the beginning. */
const counted = (state: CaseState): CaseState => {
  const { status, application, dates, entered, preliminaryRefusal, decision, deed, agreement, payment } = state;
  return {
    ...initialCase,
    status,
    application: application && { ...application, rulebookNotice: null, claims: [], documents: [] },
    dates,
    entered,
    preliminaryRefusal: preliminaryRefusal && { ...preliminaryRefusal, hearing: null, objections: 0 },
    decision,
    deed,
    agreement: agreement && { ...agreement, paperNotice: null, schedule: null },
    payment,
    outcome: state.outcome,
    reopenings: state.reopenings,
  };
};
