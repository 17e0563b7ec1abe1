import { caseAt, type CaseHistory, type ComplaintHistory } from '@app/application';
import {
  caseEventTold,
  complaintDutyText,
  complaintEventTold,
  derivationText,
  dutyIn,
  dutyKey,
  evolveComplaint,
  initialComplaint,
  knownDutiesOfComplaint,
  movedText,
  standingOf,
  type CaseEvent,
  type ComplaintEvent,
  type DutyStanding,
  type KnownComplaintDuty,
  type KnownDuty,
  type Language,
} from '@app/domain';
import { UndecodableEvent, type Recorded, type StoredEvent } from '@app/event-store';
import { foldCase } from '@app/read-models';

/** A duty as the sheet tells it: what is to be done, and sentences that say why its day is what it is. */
export type ToldDuty = Readonly<{
  key: string;
  what: string;
  due: string | null;
  standing: DutyStanding;
  why: readonly string[];
}>;

/** A history in words, of what is disclosed alone: a sentence for each event. `zone` is that of the office; null where it is not known. */
export type ToldHistory = Readonly<{
  kind: 'CASE' | 'COMPLAINT';
  id: string;
  stream: string;
  zone: string | null;
  words: readonly string[];
  duties: readonly ToldDuty[];
}>;

/** Takes out of an event what is not disclosed. */
export type Hide = <E extends Recorded>(event: E) => E;

/** Tells a history once it is known what is disclosed of it, and in which language. Throws the `UndecodableEvent` in it. */
export type Told = (hide: Hide, language: Language) => ToldHistory;

/** A case as it stood when its last event here was recorded. */
export const caseToldIn =
  (history: CaseHistory, stored: readonly StoredEvent[]): Told =>
  (hide, language) => {
    const { events, moment } = caseAt(history, { kind: 'REVISION', revision: stored.length - 1 });
    const shown = events.map((event) => hide(event));
    const duties = foldCase(shown, { calendars: history.calendars, at: moment?.knownAt })?.duties ?? [];
    return {
      kind: 'CASE',
      id: history.caseId,
      stream: `case-${history.caseId}`,
      zone: zoneOf(shown),
      words: shown.map((event) => caseEventTold(event)[language]),
      duties: duties.map((duty) => toldDuty(duty, derivationText(duty, language), { at: moment?.asOf, language })),
    };
  };

/** The same of a complaint; the calendar is that of the history of its case. */
export const complaintToldIn =
  ({ complaintId, entries }: ComplaintHistory, stored: readonly StoredEvent[], { calendars }: CaseHistory): Told =>
  (hide, language) => {
    const shown = entries.slice(0, stored.length).map((entry) => hide(readable(entry)));
    const state = shown.reduce(
      (known, event) => evolveComplaint(known, event, event.metadata.recordedAt),
      initialComplaint,
    );
    const at = shown.at(-1)?.metadata.recordedAt;
    return {
      kind: 'COMPLAINT',
      id: complaintId,
      stream: `complaint-${complaintId}`,
      zone: zoneOf(shown),
      words: shown.map((event) => complaintEventTold(event)[language]),
      duties: knownDutiesOfComplaint(state, calendars).map((duty) =>
        toldDuty(duty, complaintDutyText(duty, language), { at, language }),
      ),
    };
  };

const readable = (entry: Recorded<ComplaintEvent> | UndecodableEvent): Recorded<ComplaintEvent> => {
  if (entry instanceof UndecodableEvent) throw entry;
  return entry;
};

/** As the first event of a case or a complaint says it. */
const zoneOf = ([first]: readonly Recorded<CaseEvent | ComplaintEvent>[]): string | null =>
  first?.type === 'ApplicationSubmitted' || first?.type === 'ComplaintFiled' ? first.data.zone : null;

const toldDuty = (
  duty: KnownDuty | KnownComplaintDuty,
  text: string,
  { at = '', language }: Readonly<{ at: string | undefined; language: Language }>,
): ToldDuty => ({
  key: dutyKey(duty),
  what: dutyIn(duty, language),
  due: duty.due,
  standing: standingOf(duty, at),
  why: [...text.split('\n'), ...(duty.moved === null ? [] : [movedText(duty.moved, language)])],
});
