import { calendarsOf, dutyChanges, type CalendarChange, type CaseEvent } from '@app/domain';
import { UndecodableEvent, type Recorded } from '@app/event-store';
import { foldCase, type CountedWith } from '@app/read-models';
import type { Stores } from '@app/stores';
import type { OtherLaw } from './other-law.js';

/** A case that is not what it would be under the other law, or that cannot be read. */
export type CaseFinding =
  | Readonly<{ kind: 'UNREADABLE'; caseId: string; revision: number; reason: string }>
  | Readonly<{ kind: 'OTHER_LAW'; caseId: string; differences: readonly string[] }>;

/** With what cases are folded: the changes of the calendar, the law to compare with, and the moment of looking. */
type Replaying = Pick<Stores, 'eventStore' | 'codec'> &
  Readonly<{ changes: readonly CalendarChange[]; law: OtherLaw | null; now: string }>;

/** Folds one case from its stream: under its own law, and under the other where there is one. Null where nothing is to be told. */
export const replayOne = async (caseId: string, replaying: Replaying): Promise<CaseFinding | null> => {
  const { eventStore, codec } = replaying;
  const entries = await codec.decodeEach(await eventStore.read(`case-${caseId}`));
  const unreadable = entries.find((entry) => entry instanceof UndecodableEvent);
  if (unreadable instanceof UndecodableEvent) {
    const { place, reason } = unreadable;
    return { kind: 'UNREADABLE', caseId, revision: place.revision, reason };
  }
  // A case's stream holds the case's events; the folds pass over types that they do not know.
  const differences = differencesUnder(entries as readonly Recorded<CaseEvent>[], replaying);
  return differences.length === 0 ? null : { kind: 'OTHER_LAW', caseId, differences };
};

/** The duties that would be others, in words. A case that the other law cannot count is different, and says why. */
const differencesUnder = (
  events: readonly Recorded<CaseEvent>[],
  { changes, law, now }: Replaying,
): readonly string[] => {
  const own = calendarsOf(changes);
  const before = dutiesWith(events, { calendars: own });
  if (law === null) return [];
  try {
    const after = dutiesWith(events, law(own));
    return dutyChanges({ duties: before, asOf: now }, { duties: after, asOf: now }).map(({ inWords }) => inWords);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

const dutiesWith = (events: readonly Recorded<CaseEvent>[], counted: CountedWith) =>
  foldCase(events, counted)?.duties ?? [];
