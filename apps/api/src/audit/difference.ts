import { caseAt, type CaseAt, type CaseHistory } from '@app/application';
import type { SinceDto, TimelineEntryDto } from '@app/contracts';
import { caseChanges, dutyChanges, initialCase, type CaseState, type HistoryPoint, type KnownDuty } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { inPlainWords } from '@app/read-models';
import { foldedAt } from './case-then.js';

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

/** What happened between two points, the earlier of which is the beginning of the other, and what is different. */
export const differenceOf = (before: Side, after: Side): SinceDto => ({
  happened: after.events.slice(before.events.length).map((event) => happenedAnswer(event, inPlainWords(event))),
  changes: caseChanges(before.state, after.state),
  duties: dutyChanges(before, after),
});

/** An event and what it says in words, with who, when and where; no personal data. */
const happenedAnswer = (event: Recorded, what: string): TimelineEntryDto => {
  const { id: eventId, revision, position, type, metadata } = event;
  const { actor, onBehalfOf, office, recordedAt, effectiveAt } = metadata;
  return { eventId, revision, position, type, what, actor, onBehalfOf, office, recordedAt, effectiveAt };
};
