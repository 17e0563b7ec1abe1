import { localDateOf, onLocalDay } from '../calendar/zones.js';
import type { InstantString } from '../case/case.types.js';
import { refuse } from '../refusals/refuse.js';
import type { AnyEvent, CorrectedValue, EntryOf, RecordedValue, SaidValue } from './corrected-value.js';
import { corrected, entryAt, kindOf, valueAt } from './entries.js';
import { valueOf } from './value-kinds.js';

/** What a correction is held against: the entries of a stream, the zone of its days, and when the correction is entered. */
export type RecordToCorrect<Event extends AnyEvent> = Readonly<{
  history: readonly EntryOf<Event>[];
  zone: string;
  enteredAt: InstantString;
}>;

/** What of the same entry follows from a value that stands right in it, as it did when that was entered. */
export type Follows<Event extends AnyEvent> = (
  event: Event,
  value: CorrectedValue<Event['type']>,
) => readonly (readonly [field: string, is: RecordedValue])[];

/** The values that a correction sets right, with those of the same entry that follow from them. Throws where one is not there, is not read or is right already. */
export const rightValues = <Event extends AnyEvent>(
  said: readonly SaidValue[],
  record: RecordToCorrect<Event>,
  follows: Follows<Event>,
): readonly CorrectedValue<Event['type']>[] => {
  const values = said.reduce<readonly CorrectedValue<Event['type']>[]>((known, one) => {
    const value = rightValue(one, record);
    const withIt = [...known, value];
    const event = entryAt(value.revision, corrected(record.history, withIt));
    return event === undefined ? withIt : [...withIt, ...whatFollows(event, value, { zone: record.zone, follows })];
  }, []);
  assertSaidOnce(said);
  return values;
};

/** Of one value one thing is right: of two that differ nobody knows which. */
const assertSaidOnce = (values: readonly SaidValue[]): void => {
  const seen = new Set<string>();
  for (const { revision, field } of values) {
    const place = `${revision} ${field}`;
    if (seen.has(place)) throw refuse('corrected-twice', { revision, field });
    seen.add(place);
  }
};

const rightValue = <Event extends AnyEvent>(
  { revision, field, is: said }: SaidValue,
  { history, zone, enteredAt }: RecordToCorrect<Event>,
): CorrectedValue<Event['type']> => {
  const event = entryAt(revision, history);
  if (event === undefined) throw refuse('entry-not-there', { revision });
  const was = valueAt(event.data, field);
  const kind = kindOf(event.type, field);
  // What names no value of the entry is whatever somebody typed.
  if (kind === null)
    throw refuse('not-correctable', { revision, event: event.type, ...(was !== undefined && { field }) });
  if (was === undefined) throw refuse('nothing-to-correct', { fact: event.type });
  const is = valueOf(kind, { event: event.type, field, is: said, enteredAt, zone });
  if (sameMoment(kind, was, is) || was === is) throw refuse('correction-changes-nothing', { fact: event.type, field });
  return { revision, event: event.type, field, was, is };
};

/** One moment can be written with several offsets. */
const sameMoment = (kind: string, was: CorrectedValue['was'], is: CorrectedValue['is']): boolean =>
  (kind === 'MOMENT' || kind === 'TIME') && typeof was === 'string' && Date.parse(was) === Date.parse(String(is));

/** Of an entry that says the right value already; the moment first, as others are counted from it. */
const whatFollows = <Event extends AnyEvent>(
  event: Event,
  value: CorrectedValue<Event['type']>,
  { zone, follows }: Readonly<{ zone: string; follows: Follows<Event> }>,
): readonly CorrectedValue<Event['type']>[] => {
  const at = momentOf(event, value, zone);
  // Of the same type, with another moment.
  const moved = { ...event, data: { ...event.data, at } } as Event;
  return [['at', at] as const, ...follows(moved, value)].flatMap(([field, is]) => {
    const was = valueAt(event.data, field);
    return was === undefined || was === is ? [] : [{ ...value, field, was, is }];
  });
};

/** Where a day was set right, the time of day stays. */
const momentOf = ({ type, data: { at } }: AnyEvent, { field, is }: CorrectedValue, zone: string): InstantString => {
  const day = String(is);
  return kindOf(type, field) !== 'OWN_DAY' || localDateOf(at, zone) === day ? at : onLocalDay(day, at, zone);
};
