import type { KeySubject, PersonalPath } from './event-schema.js';

/** A concrete place in an event's data: the names and indexes that lead to it. */
export type Trail = readonly (string | number)[];

/** A personal value found in an event's data: where it is, what it is, whose it is. */
export type PersonalValue = Readonly<{ trail: Trail; value: unknown; subject: unknown }>;

type Holder = Readonly<{ stream: string; data: object; personal: readonly PersonalPath[] }>;

/** The personal values of an event. Absent and null values have nothing to seal. */
export const personalValues = ({ stream, data, personal }: Holder): PersonalValue[] =>
  personal.flatMap(({ at, subject }) =>
    trailsOf(data, at.split('.'))
      .map((trail) => ({ trail, value: valueAt(data, trail), subject: subjectOf(subject, stream, data, trail) }))
      .filter(({ value }) => value !== null && value !== undefined),
  );

const subjectOf = (subject: KeySubject, stream: string, data: object, trail: Trail): unknown => {
  if (subject === null) return stream;
  if (typeof subject === 'string') return valueAt(data, along(subject, trail));
  const id = textAt(data, subject.id);
  return id === null ? null : `${subject.prefix}${id}`;
};

/** The text at a path without lists; null where none stands there. */
export const textAt = (data: object, path: string): string | null => {
  const text = valueAt(data, path.split('.'));
  return typeof text === 'string' ? text : null;
};

/** The path that leads to a trail: `*` for each index. */
export const pathOf = (trail: Trail): string => trail.map((step) => (typeof step === 'number' ? '*' : step)).join('.');

/** The data with other values at some places; what is not on the way to them is shared, not copied. */
export const withValues = (data: object, values: readonly Readonly<{ trail: Trail; value: unknown }>[]): object => {
  let result: unknown = data;
  for (const { trail, value } of values) result = withValue(result, trail, value);
  // Every trail leads below the top, so that the top is still the object that it was.
  return result as object;
};

/** The JSON Pointer (RFC 6901) of a place, e.g. `/familyMembers/0`. Part of what binds a seal to its place: never changes. */
export const pointer = (trail: Trail): string =>
  trail.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Every trail that a path with `*` for list items leads to. */
const trailsOf = (data: unknown, path: readonly string[]): Trail[] => {
  const [step, ...rest] = path;
  if (step === undefined) return [[]];
  const nexts = step === '*' ? indexesOf(data) : [step];
  return nexts.flatMap((next) => trailsOf(valueAt(data, [next]), rest).map((trail) => [next, ...trail]));
};

const indexesOf = (data: unknown): number[] => (Array.isArray(data) ? [...data.keys()] : []);

/** A path whose `*` are filled in from a trail, first with first. */
const along = (path: string, trail: Trail): Trail => {
  const indexes = trail.filter((step) => typeof step === 'number');
  let used = 0;
  return path.split('.').map((step) => (step === '*' ? (indexes[used++] ?? step) : step));
};

const valueAt = (data: unknown, trail: Trail): unknown => {
  let value = data;
  for (const step of trail) {
    if (typeof value !== 'object' || value === null) return undefined;
    // Steps come from the schema and from the indexes of lists; a foreign name answers undefined.
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
};

const withValue = (data: unknown, [step, ...rest]: Trail, value: unknown): unknown => {
  if (step === undefined) return value;
  const inner = withValue(valueAt(data, [step]), rest, value);
  if (Array.isArray(data)) return data.map((item: unknown, index) => (index === step ? inner : item));
  return { ...(data as object), [step]: inner };
};
