import { startOfLocalDay } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import type { CorrectRecord } from '../case.commands.js';
import type { CorrectedValue } from '../case.events.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import type { InstantString } from '../case.types.js';
import { dayFieldOf, entryAt, kindOf, valueAt } from './entries.js';
import { whatFollows } from './what-follows.js';
import { valueOf } from './value-kinds.js';

type Said = CorrectRecord['values'][number];

/** The values that a correction sets right, with those of the same entry that follow from them. Throws where one is not there, is not read or is right already. */
export const correctedValues = (
  { values, enteredAt }: Pick<CorrectRecord, 'values' | 'enteredAt'>,
  state: SubmittedCase,
  settings: CaseSettings,
): readonly CorrectedValue[] => {
  assertSaidOnce(values);
  return together(...values.map((said) => () => correctedValue(said, state, enteredAt))).flatMap((value) => [
    value,
    ...whatFollows(value, state, settings),
  ]);
};

/** Of one value one thing is right: of two that differ nobody knows which. */
const assertSaidOnce = (values: readonly Said[]): void => {
  const seen = new Set<string>();
  for (const { revision, field } of values) {
    const place = `${revision} ${field}`;
    if (seen.has(place)) throw refuse('corrected-twice', { revision, field });
    seen.add(place);
  }
};

/** The value of the entry that gives a fact its day; null for acceptance, which is no entry's own. */
export const valueOfDay = (
  { fact, is }: NonNullable<CorrectRecord['date']>,
  { history, dates, application }: SubmittedCase,
): Said | null => {
  if (fact === 'ApplicationSubmitted') return null;
  const field = dayFieldOf(fact) ?? 'at';
  const entries = history.flatMap(({ event, revision }) => (event.type === fact ? [{ event, revision }] : []));
  const found = entries.find(({ event }) => valueAt(event.data, field) === dates[fact]) ?? entries.at(-1);
  if (found === undefined) throw refuse('nothing-to-correct', { fact });
  return { revision: found.revision, field, is: field === 'at' ? startOfLocalDay(is, application.zone) : is };
};

const correctedValue = (
  { revision, field, is: said }: Said,
  { history, application: { zone } }: SubmittedCase,
  enteredAt: InstantString,
): CorrectedValue => {
  const event = entryAt(revision, history);
  if (event === undefined) throw refuse('entry-not-there', { revision });
  const kind = kindOf(event.type, field);
  if (kind === null) throw refuse('not-correctable', { revision, event: event.type, field });
  const was = valueAt(event.data, field);
  if (was === undefined) throw refuse('nothing-to-correct', { fact: `${event.type} ${field}` });
  const is = valueOf(kind, { event: event.type, field, is: said, enteredAt, zone });
  if (sameMoment(kind, was, is) || was === is) throw refuse('correction-changes-nothing', { fact: event.type, field });
  return { revision, event: event.type, field, was, is };
};

/** One moment can be written with several offsets. */
const sameMoment = (kind: string, was: CorrectedValue['was'], is: CorrectedValue['is']): boolean =>
  (kind === 'MOMENT' || kind === 'TIME') && typeof was === 'string' && Date.parse(was) === Date.parse(String(is));
