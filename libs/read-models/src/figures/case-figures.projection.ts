import { eventSchemas, evolveCase, initialCase, type CaseEvent, type CaseState } from '@app/domain';
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
  const { status, application, dates, entered, registeredFrom, preliminaryRefusal, decision, deed } = state;
  const { agreement, payment, deliveredAt, registers, familyActs, incomplete } = state;
  return {
    ...initialCase,
    status,
    application: application && { ...application, rulebookNotice: null, decreeParameters: null },
    deliveredAt,
    // What the package lacks follows from the documents, the claims and what registers found.
    registers,
    familyActs,
    incomplete,
    dates,
    entered,
    registeredFrom,
    preliminaryRefusal: preliminaryRefusal && { ...preliminaryRefusal, hearing: null, objections: 0 },
    decision,
    deed,
    agreement: agreement && { ...agreement, paperNotice: null, schedule: null },
    payment,
    outcome: state.outcome,
    reopenings: state.reopenings,
    history: state.history.map(withoutPersons),
  };
};

/** An entry without what is sealed in the log, and without texts: no figure follows from them. */
const withoutPersons = (entry: CaseState['history'][number]): CaseState['history'][number] => {
  const { type, data } = entry.event;
  const sealed = new Set(eventSchemas[type]?.personal.map(({ at }) => at.split('.')[0]));
  const kept = Object.entries(data).map(([name, value]) => [
    name,
    sealed.has(name) ? withheld(value) : shortened(value),
  ]);
  // Of the same type, less what no fold of a figure reads.
  return { ...entry, event: { type, data: Object.fromEntries(kept) } as CaseEvent };
};

/** Longer than every word, number and moment that a fold reads. */
const shortened = (value: unknown): unknown => (typeof value === 'string' && value.length > 40 ? '' : value);

const withheld = (value: unknown): unknown => (Array.isArray(value) ? [] : value === null ? null : {});
