import type { EventSchema, ValueKind } from '../event-schema.js';
import { eventSchemas } from '../event-schemas.js';
import type { AnyEvent, CorrectedValue, EntryOf, RecordedValue } from './corrected-value.js';

/** What a value of an entry is, by its path (`votes.1.vote`); null where it cannot be set right. */
export const kindOf = (event: string, field: string): ValueKind | null =>
  Object.entries(correctableOf(event)).find(([path]) => path === field.replaceAll(/\.\d+(?=\.|$)/g, '.*'))?.[1] ?? null;

/** Where an entry says the legal day of its fact; null where its moment alone says it. */
export const dayFieldOf = (event: string): string | null =>
  Object.entries(correctableOf(event)).find(([, kind]) => kind === 'OWN_DAY' || kind === 'LEGAL_DAY')?.[0] ?? null;

/** Whether a value is the legal day of the fact. */
export const isDayOfFact = ({ event, field }: Pick<CorrectedValue, 'event' | 'field'>): boolean =>
  field === (event === 'ApplicationSubmitted' ? 'acceptedOn' : dayFieldOf(event));

// A log may hold types that this version does not know.
const correctableOf = (event: string): Readonly<Record<string, ValueKind>> => {
  const schemas: Readonly<Record<string, EventSchema>> = eventSchemas;
  return (Object.hasOwn(schemas, event) ? schemas[event]?.correctable : undefined) ?? {};
};

/** The value at a path, null where nothing was recorded there; undefined where the entry has no such place. */
export const valueAt = (data: object, field: string): RecordedValue | undefined => {
  let found: unknown = data;
  for (const name of field.split('.')) {
    found = isObject(found) && Object.hasOwn(found, name) ? Reflect.get(found, name) : undefined;
  }
  return found === null || typeof found === 'string' || typeof found === 'number' ? found : undefined;
};

/** The texts at a path, each with its own; `*` stands for each item of a list. */
export const valuesAt = (data: object, path: string): readonly Readonly<{ field: string; is: string }>[] => {
  const [before, after] = path.split('.*');
  if (before === undefined || after === undefined) return textAt(data, path);
  const list: unknown = Object.hasOwn(data, before) ? Reflect.get(data, before) : [];
  return Array.isArray(list) ? list.flatMap((_, index) => textAt(data, `${before}.${index}${after}`)) : [];
};

const textAt = (data: object, field: string) => {
  const is = valueAt(data, field);
  return typeof is === 'string' ? [{ field, is }] : [];
};

/** The entry of a revision; undefined where the stream has none. */
export const entryAt = <Event extends AnyEvent>(
  revision: number,
  history: readonly EntryOf<Event>[],
): Event | undefined => history.find((entry) => entry.revision === revision)?.event;

/** A history in which corrected values stand as they are right. */
export const corrected = <Event extends AnyEvent>(
  history: readonly EntryOf<Event>[],
  values: readonly CorrectedValue[],
): readonly EntryOf<Event>[] => values.reduce((entries, value) => withValue(entries, value), history);

const withValue = <Event extends AnyEvent>(
  history: readonly EntryOf<Event>[],
  value: CorrectedValue,
): readonly EntryOf<Event>[] => {
  const place = history.findIndex(({ revision }) => revision === value.revision);
  const entry = history[place];
  if (entry === undefined) return history;
  // The path was found in this entry when the correction was made.
  const event = { ...entry.event, data: withAt(entry.event.data, value.field.split('.'), value.is) } as Event;
  const now = history.with(place, { ...entry, event });
  return isDayOfFact(value) ? now.map((one) => withoutDay(one, value.event)) : now;
};

/** A day that was set right for a whole fact decides no more once the entry says another. */
const withoutDay = <Event extends AnyEvent>(entry: EntryOf<Event>, fact: string): EntryOf<Event> =>
  entry.event.type === 'CorrectionRecorded' && valueAt(entry.event.data, 'date.fact') === fact
    ? { ...entry, superseded: true }
    : entry;

const withAt = (value: unknown, [name, ...rest]: readonly string[], is: RecordedValue): unknown => {
  if (name === undefined) return is;
  if (Array.isArray(value)) return value.with(Number(name), withAt(value[Number(name)], rest, is));
  return isObject(value) ? { ...value, [name]: withAt(Reflect.get(value, name), rest, is) } : value;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
