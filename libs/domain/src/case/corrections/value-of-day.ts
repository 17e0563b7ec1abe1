import { startOfLocalDay } from '../../calendar/zones.js';
import type { SaidValue } from '../../corrections/corrected-value.js';
import { dayFieldOf, valueAt } from '../../corrections/entries.js';
import { refuse } from '../../refusals/refuse.js';
import type { CorrectRecord } from '../case.commands.js';
import type { SubmittedCase } from '../case.state.js';

/** The value of the entry that gives a fact its day; null for acceptance, which is no entry's own. */
export const valueOfDay = (
  { fact, is }: NonNullable<CorrectRecord['date']>,
  { history, dates, application }: SubmittedCase,
): SaidValue | null => {
  if (fact === 'ApplicationSubmitted') return null;
  const field = dayFieldOf(fact) ?? 'at';
  const entries = history.flatMap(({ event, revision }) => (event.type === fact ? [{ event, revision }] : []));
  const found = entries.find(({ event }) => valueAt(event.data, field) === dates[fact]) ?? entries.at(-1);
  if (found === undefined) throw refuse('nothing-to-correct', { fact });
  return { revision: found.revision, field, is: field === 'at' ? startOfLocalDay(is, application.zone) : is };
};
