import { eventSchemas, isObtainable, type CaseState, type ComplaintState, type LocalDate } from '@app/domain';

type Entry = CaseState['history'][number] | ComplaintState['history'][number];

/**
 * An entry without what is sealed in the log, and without texts. What is left has its shape: a fold reads of the persons how many they are, and
 * whether there is one.
 */
export const withoutPersons = <One extends Entry>(entry: One): One => {
  const { type, data } = entry.event;
  const sealed = (eventSchemas[type]?.personal ?? []).map(({ at }) => at.split('.'));
  const left = Object.assign({}, told(data, sealed), sideOfAct(entry.event));
  // Of the same type, less what no fold of a figure reads.
  return { ...entry, event: { type, data: left } };
};

/** Of the day of an act of family status, only on which side of the day in item 8 it lies. */
const sideOfAct = (event: Entry['event']): Readonly<{ actOn?: LocalDate }> => {
  if (event.type !== 'FamilyActStated' || event.data.actOn === null) return {};
  const { act, actOn } = event.data;
  return { actOn: isObtainable(act, actOn) ? afterAll : beforeAll };
};

const beforeAll = '0001-01-01';
const afterAll = '9999-12-31';

type Paths = readonly (readonly string[])[];

/** A value less what these paths of it lead to. */
const told = (value: unknown, sealed: Paths): unknown => {
  if (sealed.some((path) => path.length === 0)) return withheld(value);
  if (typeof value === 'string') return value.length > longest ? '' : value;
  if (Array.isArray(value)) return value.map((one) => told(one, within('*', sealed)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one, within(name, sealed))]));
};

const within = (name: string, paths: Paths): Paths =>
  paths.filter(([first]) => first === name).map(([, ...rest]) => rest);

/** That of a SHA-256, by which documents are told apart: no fold reads a longer text. */
const longest = 64;

const withheld = (value: unknown): unknown => {
  if (typeof value === 'string') return '';
  return value === null ? null : {};
};
