import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { addedYear, calendarUntil } from '../testing/calendar-years.js';
import { type CalendarChange, type Calendars, calendarsOf } from '../calendar/calendars.js';
import { dateOf, dayNumberOf } from '../calendar/day-number.js';
import { kzCalendar } from '../calendar/working-calendar.js';
import { localDateOf } from '../calendar/zones.js';
import type { CaseEvent } from '../case/case.events.js';
import { evolveCase } from '../case/case.evolve.js';
import { closingFact } from '../case/case.stage.js';
import { type CaseState, initialCase, isSubmitted } from '../case/case.state.js';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { rulebook2021 } from '../rulebook/rulebooks.js';
import type { TermRow } from '../rulebook/rulebook.js';
import { eventsOf, samplePaths } from '../testing/index.js';
import { dutyKey } from './duty.js';
import { type KnownDuty, knownDutiesOf } from './known-duties.js';

/** What is entered one after the other: a fact of the case, a day that is not what the table says, or the year in which all happens. */
type Entry = CaseEvent | Readonly<{ day: LocalDate; isOff: boolean }> | Readonly<{ year: number }>;

/** The n-th minute of a day long after the facts: everything is entered late. */
const minute = (n: number): InstantString => new Date(Date.parse('2026-06-01T04:00:00Z') + n * 60_000).toISOString();

const isDay = (entry: Entry): entry is Extract<Entry, { day: LocalDate }> => 'day' in entry;

const isYear = (entry: Entry): entry is Extract<Entry, { year: number }> => 'year' in entry;

const changesIn = (entries: readonly Entry[]): readonly CalendarChange[] =>
  entries.flatMap((entry, n): CalendarChange[] => {
    const moments = { knownFrom: minute(n), enteredAt: minute(n) };
    if (isYear(entry)) return [addedYear(entry.year, moments)];
    if (!isDay(entry)) return [];
    const to = entry.isOff ? 'OFF' : 'WORKING';
    return [
      { date: entry.day, from: entry.isOff ? 'WORKING' : 'OFF', to, name: 'A day', source: 'An act', ...moments },
    ];
  });

/** The calendar that the entries make: it begins without the year where they add it. */
const calendarsIn = (entries: readonly Entry[], isAdded = entries.some(isYear)): Calendars =>
  calendarsOf(changesIn(entries), isAdded ? calendarUntil(2024) : kzCalendar);

const stateAfter = (entries: readonly Entry[]): CaseState =>
  entries.reduce<CaseState>(
    (state, entry, n) => (isDay(entry) || isYear(entry) ? state : evolveCase(state, entry, minute(n))),
    initialCase,
  );

/** The dates by the engine under test. */
const known = (entries: readonly Entry[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    knownDutiesOf(stateAfter(entries), calendarsIn(entries)).map(({ due, late, ...duty }) => [
      dutyKey(duty),
      late ? `${due} late` : String(due),
    ]),
  );

/** The same, counted once more in the plainest way: day by day, with the days that were corrected by the entry that ended the term. */
const plain = (entries: readonly Entry[]): Readonly<Record<string, string>> => {
  const state = stateAfter(entries);
  const terms = Object.fromEntries(
    rulebook2021.terms.flatMap((row) => {
      if (!applies(row, state)) return [];
      const ends = endsOf(row, state);
      const due = dueUnder(row, state, untilItsEnd(row, state, entries));
      const ended = ends.flatMap((type) => state.dates[type] ?? []).toSorted((one, other) => (one < other ? -1 : 1));
      const endedOn = state.dates[row.dischargedBy] ?? (row.kind === 'POWER' ? undefined : ended[0]);
      return [[row.rule, endedOn !== undefined && endedOn > due ? `${due} late` : due]];
    }),
  );
  return { ...terms, ...instalments(entries, state) };
};

const untilItsEnd = (row: TermRow, state: CaseState, entries: readonly Entry[]): readonly Entry[] => {
  const ends = endsOf(row, state);
  const firstEnd = entries.findIndex((_, n) => ends.some((type) => stateAfter(entries.slice(0, n + 1)).dates[type]));
  return firstEnd < 0 ? entries : entries.slice(0, firstEnd);
};

const endsOf = (row: TermRow, state: CaseState): readonly CaseEvent['type'][] => {
  const closing = row.outlivesCase ? null : closingFact(state);
  return [row.dischargedBy, ...row.fallsAwayOn, ...(closing === null ? [] : [closing])];
};

/** Each amount of the schedule on its day, rolled by the days that were known when the payment was entered that completed it. */
const instalments = (entries: readonly Entry[], { agreement, dates }: CaseState): Readonly<Record<string, string>> => {
  if (dates.AgreementSigned === undefined) return {};
  let owed = 0;
  return Object.fromEntries(
    (agreement?.schedule ?? []).map(({ number, dueOn, amount }) => {
      owed += amount;
      const paidBy = (count: number): readonly Paid[] =>
        entries
          .slice(0, count)
          .flatMap((entry) =>
            !isDay(entry) && !isYear(entry) && entry.type === 'PaymentReceived' ? [entry.data] : [],
          );
      const sumOf = (paid: readonly Paid[]): number => paid.reduce((sum, one) => sum + one.amount, 0);
      const firstEnd = entries.findIndex((_, n) => sumOf(paidBy(n + 1)) >= owed);
      const until = entries.slice(0, firstEnd < 0 ? entries.length : firstEnd);
      const due = workedFrom(dayNumberOf(dueOn), until);
      // The year that is added is the last one.
      if (entries.some(isYear) && due > '2025-12-31') return [`R-98/${number}`, 'null'];
      const inOrder = paidBy(entries.length).toSorted((one, other) => (one.paidOn < other.paidOn ? -1 : 1));
      const complete = inOrder.findIndex((__, n) => sumOf(inOrder.slice(0, n + 1)) >= owed);
      const isLate = complete >= 0 && inOrder[complete]!.paidOn > due;
      return [`R-98/${number}`, isLate ? `${due} late` : due];
    }),
  );
};

type Paid = Extract<CaseEvent, { type: 'PaymentReceived' }>['data'];

const applies = ({ trigger, needs, where }: TermRow, state: CaseState): boolean => {
  if (!isSubmitted(state)) return false;
  const { application, dates, decision } = state;
  const { channel, route, paymentMode } = application;
  const actual: Readonly<Record<string, string | undefined>> = {
    channel,
    route,
    paymentMode,
    decision: decision?.outcome,
  };
  const isAsked = ([name, asked]: readonly [string, string]): boolean => asked === actual[name];
  return [trigger, ...needs].every((type) => dates[type] !== undefined) && Object.entries(where).every(isAsked);
};

const dueUnder = (row: TermRow, state: CaseState, entries: readonly Entry[]): LocalDate => {
  if (row.heldBy !== null) {
    const holder = rulebook2021.terms.find((one) => one.rule === row.heldBy && applies(one, state));
    const due = dueUnder(holder!, state, untilItsEnd(holder!, state, entries));
    return due < startOf(row, state, entries) ? lastDay(row, state, entries) : due;
  }
  const own = lastDay(row, state, entries);
  const isAround = ({ rule, where }: TermRow): boolean =>
    rule === row.within && [undefined, state.application?.route].includes(where.route);
  const around = rulebook2021.terms.find(isAround);
  if (around === undefined || !applies(around, state)) return own;
  const most = dueUnder(around, state, entries);
  return most < own && most >= startOf(row, state, entries) ? most : own;
};

const startOf = ({ countedFrom, trigger }: TermRow, state: CaseState, entries: readonly Entry[]): LocalDate => {
  const { preliminaryRefusal, dates } = state;
  if (countedFrom === 'RECEIPT') return preliminaryRefusal!.receivedOn;
  if (countedFrom === 'DELIVERY') return startOfDelivery(state, entries);
  if (trigger === 'ApplicationSubmitted') return acceptedOn(state, entries);
  if (trigger !== 'ApplicationRegistered') return dates[trigger]!;
  const accepted = acceptedOn(state, entries);
  return dates[trigger]! > accepted ? dates[trigger]! : accepted;
};

/** Filed in working hours on each path: accepted on that day, or the next one that is worked. */
const acceptedOn = ({ application }: CaseState, entries: readonly Entry[]): LocalDate =>
  workedFrom(dayNumberOf(localDateOf(application!.submittedAt, application!.zone)), entries);

/** Almaty is at +5 throughout, and the sample office closes at 18:30; nothing is delivered before acceptance. */
const startOfDelivery = (state: CaseState, entries: readonly Entry[]): LocalDate => {
  const { dates, deliveredAt } = state;
  const time = new Date(Date.parse(deliveredAt!) + 5 * 3_600_000).toISOString().slice(11, 16);
  const received = workedFrom(dayNumberOf(dates.DocumentsDelivered!) + (time > '18:30' ? 1 : 0), entries);
  const accepted = acceptedOn(state, entries);
  return received > accepted ? received : accepted;
};

const workedFrom = (from: number, entries: readonly Entry[]): LocalDate => {
  let day = from;
  while (isOff(day, entries)) day += 1;
  return dateOf(day);
};

const isOff = (day: number, entries: readonly Entry[]): boolean => {
  const corrected = entries.filter(isDay).findLast((entry) => dayNumberOf(entry.day) === day);
  return corrected ? corrected.isOff : kzCalendar.offReason(day) !== null;
};

const lastDay = (row: TermRow, state: CaseState, entries: readonly Entry[]): LocalDate => {
  let day = dayNumberOf(startOf(row, state, entries));
  for (let counted = 0; counted < row.term.n; counted += row.term.unit === 'calendar' || !isOff(day, entries) ? 1 : 0)
    day += 1;
  while (isOff(day, entries)) day += 1;
  return dateOf(day);
};

const days = fc.record({
  day: fc.integer({ min: dayNumberOf('2025-03-03'), max: dayNumberOf('2025-06-30') }).map(dateOf),
  isOff: fc.boolean(),
});

/** A sample case up to some event, with days corrected between any two entries. */
const histories: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(
    fc.constantFrom(...samplePaths.map((path) => eventsOf(path))),
    fc.nat({ max: 40 }),
    fc.array(fc.tuple(days, fc.nat({ max: 40 })), { maxLength: 6 }),
  )
  .map(([events, length, corrected]) => {
    const entries: Entry[] = events.slice(0, 1 + (length % events.length));
    for (const [day, place] of corrected) entries.splice(place % (entries.length + 1), 0, day);
    return entries;
  });

/** The same histories, in which the year is not known from the start but added between two entries, before any day of it is corrected. */
const withYearLate: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(histories, fc.nat({ max: 40 }))
  .map(([entries, place]) => {
    const firstDay = entries.findIndex(isDay);
    const latest = firstDay < 0 ? entries.length : firstDay;
    return entries.toSpliced(place % (latest + 1), 0, { year: 2025 });
  });

describe('a year that is added while cases run (docs/law/rules.md 4.3)', () => {
  it('gives every term, open or closed meanwhile, the date that it had if the year had been known from the start', () =>
    fc.assert(
      fc.property(withYearLate, (entries) => expect(known(entries)).toEqual(plain(entries))),
      { numRuns: 500 },
    ));

  it('leaves every date open until then, and every judgement but that of what was in time for sure', () =>
    fc.assert(
      fc.property(withYearLate, (entries) => {
        const before = entries.slice(0, entries.findIndex(isYear));
        for (const duty of knownDutiesOf(stateAfter(before), calendarsIn(before, true))) {
          const { due, dueAt, late, pending, term, nominalDue } = duty;
          // An agreed day waits for its own year.
          const missing = term === null ? Number(nominalDue!.slice(0, 4)) : 2025;
          expect([due, dueAt, pending?.missingYear]).toEqual([null, null, missing]);
          expect(late).toBe(isOwed(duty) || isInTimeForSure(duty) ? false : null);
        }
      }),
      { numRuns: 100 },
    ));
});

/** A power that ended unused was owed by nobody. */
const isOwed = ({ status, kind }: KnownDuty): boolean =>
  status === 'OPEN' || (kind === 'POWER' && status === 'FALLEN_AWAY');

const isInTimeForSure = ({ dischargedOn, fellAwayOn, pending }: KnownDuty): boolean =>
  pending !== null && (dischargedOn ?? fellAwayOn ?? '') <= pending.notBefore;

describe('what is entered late, with the calendar corrected in between', () => {
  it('has the dates of a plain count with the days that were known when the term was closed', () =>
    fc.assert(
      fc.property(histories, (entries) => expect(known(entries)).toEqual(plain(entries))),
      { numRuns: 500 },
    ));

  it('moves no date of a term that is closed, whatever is entered after it', () =>
    fc.assert(
      fc.property(histories, (entries) => {
        for (let n = 1; n < entries.length; n += 1) {
          const before = knownDutiesOf(stateAfter(entries.slice(0, n)), calendarsIn(entries.slice(0, n)));
          const after = known(entries.slice(0, n + 1));
          const closed = before.filter(({ status }) => status !== 'OPEN');
          expect(closed.map((duty) => after[dutyKey(duty)]?.slice(0, 10))).toEqual(closed.map(({ due }) => due));
        }
      }),
      { numRuns: 100 },
    ));
});
