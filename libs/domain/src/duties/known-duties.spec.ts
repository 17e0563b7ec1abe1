import { describe, expect, it } from '@jest/globals';
import { type CalendarCorrection, calendarsOf } from '../calendar/calendars.js';
import { rulebook2021 } from '../rulebook/rulebooks.js';
import { isSubmitted } from '../case/case.state.js';
import {
  caseAfter,
  correctRecord,
  eventsOf,
  eventsTo,
  given,
  incompletePath,
  notifyPreliminaryRefusal,
  pathTo,
  raiseRemarks,
  recordPayment,
  registerApplication,
  rejectApplication,
  submitApplication,
  withdrawApplication,
} from '../testing/index.js';
import { knownNoticeDays } from './notice-days.js';
import { dutiesOf } from './duties.js';
import { knownDutiesOf } from './known-duties.js';
import { movedText } from './derivation-text.js';

const off = (date: string, enteredAt: string): CalendarCorrection => ({
  date,
  from: 'WORKING',
  to: 'OFF',
  name: 'Day of mourning',
  source: 'Decree 5',
  knownFrom: '2025-03-18T09:00:00+05:00',
  enteredAt,
});
const working = (date: string, enteredAt: string): CalendarCorrection => ({
  ...off(date, enteredAt),
  from: 'OFF',
  to: 'WORKING',
});
const told = (history: Parameters<typeof caseAfter>[0], corrections: readonly CalendarCorrection[], at?: string) =>
  Object.fromEntries(
    knownDutiesOf(caseAfter(history), calendarsOf(corrections), { at }).map(({ rule, due, status, moved }) => [
      rule,
      `${due} ${status}${moved === null ? '' : `, was ${moved.wasDue} before ${moved.correction.date}`}`,
    ]),
  );

describe('a duty by the calendar as it is known (docs/law/rules.md 3.3, 5 and 4.4)', () => {
  it('is the duty by the loaded calendar where nothing was corrected', () => {
    const state = caseAfter(eventsTo('DECIDED'));
    expect(knownDutiesOf(state)).toEqual(dutiesOf(state).map((duty) => ({ ...duty, moved: null })));
  });

  it('moves while it is open, and says what it was and by which correction', () => {
    const decided = eventsTo('DECIDED');
    expect(told(decided, [])['R-28']).toBe('2025-03-28 OPEN');
    expect(told(decided, [off('2025-03-27', '2025-03-19T09:00:00+05:00')])['R-28']).toBe(
      '2025-03-31 OPEN, was 2025-03-28 before 2025-03-27',
    );
    expect(told(decided, [working('2025-03-25', '2025-03-19T09:00:00+05:00')])['R-28']).toBe(
      '2025-03-27 OPEN, was 2025-03-28 before 2025-03-25',
    );
  });

  it('keeps the date once discharged, though a correction entered later would have moved it', () => {
    const concluded = eventsTo('AGREEMENT_CONCLUDED');
    expect(told(concluded, [off('2025-03-20', '2025-03-20T15:59:59+05:00')])['R-28']).toBe(
      '2025-03-31 DISCHARGED, was 2025-03-28 before 2025-03-20',
    );
    expect(told(concluded, [off('2025-03-20', '2025-03-20T16:00:01+05:00')])['R-28']).toBe('2025-03-28 DISCHARGED');
  });

  it('keeps the date once fallen away', () => {
    const rejected = eventsOf([...pathTo('REGISTERED', incompletePath), rejectApplication()]);
    const at = rejected.at(-1)?.data.at ?? '';
    expect(told(rejected, [off('2025-04-02', '2025-04-01T09:00:00+05:00')])['R-27']).toBe('2025-04-02 FALLEN_AWAY');
    expect(told(rejected, [off('2025-04-02', at)])['R-27']).toBe(
      '2025-04-03 FALLEN_AWAY, was 2025-04-02 before 2025-04-02',
    );
  });

  it('has not moved where the correction was known when it began', () =>
    expect(told(eventsTo('DECIDED'), [off('2025-03-27', '2025-03-01T09:00:00+05:00')])['R-28']).toBe(
      '2025-03-31 OPEN',
    ));

  it('is left alone by days outside its term', () =>
    expect(
      told(eventsTo('DECIDED'), [
        off('2025-02-28', '2025-03-19T09:00:00+05:00'),
        off('2025-03-31', '2025-03-19T09:00:00+05:00'),
      ])['R-28'],
    ).toBe('2025-03-28 OPEN'));

  it('has not moved where a day in it was corrected that does not change its end', () =>
    expect(told(eventsTo('DECIDED'), [off('2025-03-20', '2025-03-19T09:00:00+05:00')])['R-27']).toBe(
      '2025-04-02 OPEN',
    ));

  it('names the last correction that moved it, also where it is back where it was', () => {
    const there = off('2025-03-27', '2025-03-19T09:00:00+05:00');
    const back = working('2025-03-27', '2025-03-20T09:00:00+05:00');
    expect(told(eventsTo('DECIDED'), [there, back])['R-28']).toBe('2025-03-28 OPEN, was 2025-03-31 before 2025-03-27');
  });

  it('can be told as it was known at a moment', () => {
    const corrections = [off('2025-03-27', '2025-03-19T09:00:00+05:00')];
    expect(told(eventsTo('DECIDED'), corrections, '2025-03-19T08:59:59+05:00')['R-28']).toBe('2025-03-28 OPEN');
    expect(told(eventsTo('DECIDED'), corrections, '2025-03-19T09:00:00+05:00')['R-28']).toBe(
      '2025-03-31 OPEN, was 2025-03-28 before 2025-03-27',
    );
  });

  it('is not late for a day that was made working after it was paid', () => {
    const paid = eventsOf([
      ...pathTo('AGREEMENT_CONCLUDED'),
      recordPayment({ paidOn: '2025-04-21', at: '2025-04-21T12:00:00+05:00' }),
    ]);
    const duty = knownDutiesOf(caseAfter(paid), calendarsOf([working('2025-04-19', '2025-04-21T12:00:01+05:00')])).find(
      ({ rule }) => rule === 'R-36',
    );
    expect([duty?.due, duty?.late, duty?.moved]).toEqual(['2025-04-21', false, null]);
  });

  it('follows another rulebook where one is asked about', () => {
    const terms = rulebook2021.terms.map((row) =>
      row.rule === 'R-28' ? { ...row, term: { n: 1, unit: 'working' } as const } : row,
    );
    const duties = knownDutiesOf(caseAfter(eventsTo('DECIDED')), calendarsOf([]), {
      rulebook: { ...rulebook2021, terms },
    });
    expect(duties.find(({ rule }) => rule === 'R-28')?.due).toBe('2025-03-19');
  });

  it('follows days off from the day that it is counted from, also where that was set right to an earlier one', () => {
    const registered = eventsOf([
      submitApplication({ at: '2025-03-11T10:00:00+05:00' }),
      registerApplication({ at: '2025-03-11T12:00:00+05:00' }),
      correctRecord({
        values: [
          { revision: 0, field: 'at', is: '2025-03-03T10:00:00+05:00' },
          { revision: 0, field: 'signature.signedAt', is: '2025-03-03T09:00:00+05:00' },
          { revision: 0, field: 'familyMembers.0.consent.signedAt', is: '2025-03-03T09:00:00+05:00' },
          { revision: 1, field: 'registeredOn', is: '2025-03-03' },
        ],
        date: null,
        at: '2025-03-12T10:00:00+05:00',
      }),
    ]);
    expect(caseAfter(registered).application?.acceptedOn).toBe('2025-03-03');
    expect(told(registered, [])['R-33']).toBe('2025-03-05 OPEN');
    expect(told(registered, [off('2025-03-04', '2025-03-19T09:00:00+05:00')])['R-33']).toBe(
      '2025-03-06 OPEN, was 2025-03-05 before 2025-03-04',
    );
  });

  it('keeps the days of a notice once the case is decided or closed', () => {
    const notified = eventsOf([...pathTo('EXAMINED'), raiseRemarks(), notifyPreliminaryRefusal()]);
    const withdrawal = withdrawApplication({ at: '2025-03-13T10:00:00+05:00' });
    const withdrawn = [...notified, ...given(notified).when(withdrawal).events];
    const daysOf = (events: Parameters<typeof caseAfter>[0]) => {
      const state = caseAfter(events);
      const calendars = calendarsOf([off('2025-03-14', '2025-03-13T12:00:00+05:00')]);
      return isSubmitted(state) ? knownNoticeDays(state, calendars) : null;
    };
    expect(daysOf(notified)).toEqual({ objectionsUntil: '2025-03-17', actNotBefore: '2025-03-18', pending: null });
    expect(daysOf(withdrawn)).toEqual({ objectionsUntil: '2025-03-14', actNotBefore: '2025-03-17', pending: null });
  });

  it('has none before submission', () => expect(knownDutiesOf(caseAfter([]))).toEqual([]));
});

describe('the reading of a move', () => {
  it('tells what the date was, which day was corrected how, by which act, and since when that is known', () =>
    expect(movedText({ wasDue: '2025-03-28', correction: off('2025-03-27', '2025-03-19T09:00:00+05:00') })).toBe(
      'The term ended on Friday 28 March 2025 before Thursday 27 March 2025 was made a day off: Day of mourning (Decree 5), known since Tuesday 18 March 2025.',
    ));
});
