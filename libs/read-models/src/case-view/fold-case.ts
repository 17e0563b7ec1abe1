import {
  calendarsAt,
  isSubmitted,
  knownDutiesOf,
  knownNoticeDays,
  stageOf,
  uncorrected,
  type CaseEvent,
  type Calendars,
  type KnownAs,
  type KnownDuty,
} from '@app/domain';
import type { Recorded } from '@app/event-store';
import { caseView, dutyView, type FoldedCase } from './case-view.projection.js';
import type { CaseView } from './case-view.queries.js';

/** A case as its view shows it, its duties with every step that led to their dates. Holds personal data. */
export type CaseThen = Omit<CaseView, 'duties'> & Readonly<{ duties: readonly KnownDuty[] }>;

/** With what duties are counted: the calendar and its corrections (none where absent), and what was known of them. */
export type CountedWith = KnownAs & Readonly<{ calendars?: Calendars }>;

/**
 * Folds a case in memory from any of its events, in order; null where there is none. Throws `calendar-year-missing` and
 * `rulebook-unknown`.
 */
export const foldCase = (
  events: readonly Recorded<CaseEvent>[],
  { calendars, ...knownAs }: CountedWith = {},
): CaseThen | null => {
  const last = events.at(-1);
  const folded = events.reduce<FoldedCase | null>((document, event) => caseView.evolve(document, event), null);
  if (!last || !folded) return null;
  const { stages: _stages, ...content } = folded;
  const { state } = content;
  const { position, revision } = last;
  return {
    ...content,
    officeId: state.application?.officeId ?? null,
    status: state.status,
    stage: stageOf(state),
    duties: knownDutiesOf(state, calendars, knownAs),
    noticeDays: isSubmitted(state) ? knownNoticeDays(state, calendarsAt(calendars ?? uncorrected, knownAs.at)) : null,
    position,
    revision,
  };
};

/** The same without the steps that led to the dates of its duties. */
export const caseViewOf = ({ duties, ...then }: CaseThen): CaseView => ({ ...then, duties: duties.map(dutyView) });
