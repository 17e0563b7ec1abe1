import { caseAt, type CaseAt, type CaseHistory } from '@app/application';
import type { CaseThenDto } from '@app/contracts';
import { clockWentBackAt, initialCase, type CaseState, type HistoryPoint, type KnownDuty } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { caseViewOf, foldCase, type CaseThen } from '@app/read-models';
import { caseThenAnswer } from './case-then-answer.js';
import { pointAnswer } from './points.js';

/** A case at a point of its history, for a reader; `now` is the moment of looking. Throws `UndecodableEvent`. */
export const caseThen = (
  history: CaseHistory,
  point: HistoryPoint,
  { seesPersonalData, now }: Readonly<{ seesPersonalData: boolean; now: string }>,
): CaseThenDto => {
  const at = caseAt(history, point);
  const reader = { seesPersonalData, now: at.moment?.asOf ?? now };
  const then = foldedAt(history, at);
  return {
    caseId: history.caseId,
    point: pointAnswer(point),
    ...caseThenAnswer(then && caseViewOf(then), reader),
    revisions: at.events.map(({ revision }) => revision),
    clockWentBackAt: clockWentBackAt(at.events),
  };
};

/** A case at a point, for comparing it with another. */
export type Side = Readonly<{
  events: CaseAt['events'];
  asOf: string;
  state: CaseState;
  duties: readonly KnownDuty[];
}>;

/** A case at a point; of nothing where it was not there yet. Throws `UndecodableEvent`. */
export const sideOf = (history: CaseHistory, point: HistoryPoint): Side => {
  const at = caseAt(history, point);
  const { state, duties } = foldedAt(history, at) ?? { state: initialCase, duties: [] };
  return { events: at.events satisfies readonly Recorded[], asOf: at.moment?.asOf ?? '', state, duties };
};

const foldedAt = ({ calendars }: CaseHistory, { events, moment }: CaseAt): CaseThen | null =>
  foldCase(events, { calendars, at: moment?.knownAt });
