import { readFileSync, existsSync } from 'node:fs';
import {
  calendarsOf,
  correctedCalendar,
  kzCalendar,
  rulebook2021,
  type CalendarCorrection,
  type Calendars,
  type Rulebook,
  type TermRow,
  type WorkingCalendar,
} from '@app/domain';
import type { CountedWith } from '@app/read-models';
import { OpsProblem } from '../command.js';

/** With what duties are counted under the other law: its calendar bears the corrections that there have been, too. */
export type OtherLaw = (own: Calendars) => CountedWith;

/**
 * Reads what was asked for; null where nothing was. A calendar is a JSON list of days, `[{"date", "to": "OFF" | "WORKING", "name"}]`; a rulebook is
 * an id, or JSON of the terms that are other than in the edition of 2021, `{"R-27": {"n": 20, "unit": "working"}}`. Throws
 * `OpsProblem` `file-unreadable` or `rulebook-unknown`, and a RangeError for a date that there is not.
 */
export const otherLaw = (
  asked: Readonly<{ calendar?: string | undefined; rulebook?: string | undefined }>,
): OtherLaw | null => {
  const { calendar, rulebook } = asked;
  if (calendar === undefined && rulebook === undefined) return null;
  const table = calendar === undefined ? kzCalendar : tableWith(daysIn(calendar));
  const book = rulebook === undefined ? {} : { rulebook: rulebookAsked(rulebook) };
  return ({ changes }) => ({ calendars: calendarsOf(changes, table), ...book });
};

type Day = Pick<CalendarCorrection, 'date' | 'to' | 'name'>;

/** The loaded table, in which some days are other than they are. */
const tableWith = (days: readonly Day[]): WorkingCalendar => {
  const said = { source: 'replay', from: 'WORKING', knownFrom: '', enteredAt: '' } as const;
  return correctedCalendar(
    kzCalendar,
    days.map((day) => ({ ...said, ...day })),
  );
};

const daysIn = (path: string): readonly Day[] => {
  const days = jsonIn(path);
  if (Array.isArray(days) && days.length > 0 && days.every(isDay)) return days;
  throw unreadable(path, 'must be a list of days, each with date, to (OFF or WORKING) and name');
};

const isDay = (value: unknown): value is Day =>
  hasFields(value) &&
  /^\d{4}-\d\d-\d\d$/.test(String(value['date'])) &&
  ['OFF', 'WORKING'].includes(String(value['to'])) &&
  typeof value['name'] === 'string';

const rulebookAsked = (asked: string): Rulebook => {
  if (asked === rulebook2021.id) return rulebook2021;
  if (!existsSync(asked))
    throw new OpsProblem('rulebook-unknown', `there is no rulebook and no file ${asked}; there is ${rulebook2021.id}`);
  const terms = jsonIn(asked);
  if (!hasFields(terms)) throw unreadable(asked, 'must name rules and their terms');
  const unknown = Object.keys(terms).find((rule) => rulebook2021.terms.every((row) => row.rule !== rule));
  if (unknown !== undefined) throw unreadable(asked, `no term of ${rulebook2021.id} is called ${unknown}`);
  return { ...rulebook2021, id: asked, terms: rulebook2021.terms.map((row) => withTerm(row, terms[row.rule], asked)) };
};

const withTerm = (row: TermRow, term: unknown, path: string): TermRow => {
  if (term === undefined) return row;
  if (hasFields(term) && Number.isSafeInteger(term['n']) && Number(term['n']) >= 0 && isUnit(term['unit']))
    return { ...row, term: { n: Number(term['n']), unit: term['unit'] } };
  throw unreadable(path, `the term of ${row.rule} must be {"n": days, "unit": "calendar" or "working"}`);
};

const isUnit = (value: unknown): value is 'calendar' | 'working' => value === 'calendar' || value === 'working';

const hasFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const jsonIn = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  }
};

const unreadable = (path: string, why: string): OpsProblem => new OpsProblem('file-unreadable', `${path}: ${why}`);
