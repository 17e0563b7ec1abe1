import type { Calendars } from '../../calendar/calendars.js';
import { corrected, valueAt } from '../../corrections/entries.js';
import type { CorrectedValue } from '../../corrections/corrected-value.js';
import type { Follows } from '../../corrections/right-values.js';
import { considerationOf } from '../complaint-duties.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { complaintAsKnown } from '../complaint.evolve.js';
import type { ComplaintState } from '../complaint.state.js';
import type { ContestedCase } from '../contested-case.js';
import { contestedNotice, filingTermNotice } from '../decisions/file-complaint.js';

type Value = CorrectedValue<ComplaintEvent['type']>;

/** What a filing tells follows from its days. */
export const whatFollows =
  (contestedCase: ContestedCase): Follows<ComplaintEvent> =>
  ({ type, data }, { field }) => {
    if (type !== 'ComplaintFiled') return [];
    const { learnedOn, receivedOn, contested } = data;
    if (field === 'contested.on') return [['contestedNotice', contestedNotice(contested, contestedCase)]];
    return field === 'learnedOn' || field === 'receivedOn'
      ? [['filingTermNotice', filingTermNotice(learnedOn, receivedOn)]]
      : [];
  };

/** The values of a correction, with the dates that the extension tells where they follow from one of them. */
export const withDatesOfExtension = (
  values: readonly Value[],
  { history }: ComplaintState,
  calendars: Calendars,
): readonly Value[] => {
  if (!values.some(({ field }) => field === 'registeredOn' || field === 'workingDays')) return values;
  const after = complaintAsKnown(corrected(history, values));
  const entry = after.history.find(({ event }) => event.type === 'ComplaintTermExtended');
  const duty = considerationOf(after, calendars);
  if (entry === undefined || duty === null) return values;
  const { event, revision } = entry;
  const dates = { dueBefore: duty.extension?.dueBefore ?? null, due: duty.due };
  const told = Object.entries(dates).flatMap(([field, is]) => {
    const was = valueAt(event.data, field);
    return was === undefined || was === is ? [] : [{ revision, event: event.type, field, was, is }];
  });
  return [...values, ...told];
};
