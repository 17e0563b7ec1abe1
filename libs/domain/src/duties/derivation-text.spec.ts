import { describe, expect, it } from '@jest/globals';
import { cappedBy, dueDate } from '../calendar/due-date.js';
import type { CaseCommand } from '../case/case.commands.js';
import {
  caseAfter,
  correctRecord,
  deliverDocuments,
  eventsOf,
  incompletePath,
  issueReceipt,
  pathTo,
  registerApplication,
  rejectApplication,
  submitApplication,
} from '../testing/index.js';
import { derivationText, termText } from './derivation-text.js';
import { dutiesOf } from './duties.js';

const text = (rule: string, path: readonly CaseCommand[]): string[] => {
  const duty = dutiesOf(caseAfter(eventsOf(path))).find((candidate) => candidate.rule === rule);
  return duty === undefined ? [] : derivationText(duty).split('\n');
};

describe('the reading of a due date', () => {
  it('tells who must do what, in the words of the Order, from filing to the last day', () =>
    expect(text('R-27', [submitApplication({ at: '2025-03-07T18:31:00+05:00' })])).toEqual([
      'The service provider must, within 30 calendar days, decide on the privatization, register and sign the decision: R-27, paragraph 6(1).',
      'The Order says: "the first and second stages: the decision of the housing commission on the privatization of the dwelling within 30 (thirty) calendar days from the date the documents were provided by the service recipient;"',
      'The application was filed on Friday 7 March 2025 at 18:31:00.',
      'That was after the end of working hours, 18:30: the next working day counts.',
      "Saturday 8 March 2025 is not a working day: International Women's Day, a holiday.",
      'Sunday 9 March 2025 is not a working day: a weekend.',
      "Monday 10 March 2025 is not a working day: International Women's Day (observed), a day off for a holiday that fell on a weekend.",
      'So it counts as accepted on Tuesday 11 March 2025 (paragraph 4).',
      'The term runs from Tuesday 11 March 2025, which is not counted.',
      'Day 1 is Wednesday 12 March 2025.',
      'Day 30, the last, is Thursday 10 April 2025.',
      'The duty is kept until the end of Thursday 10 April 2025.',
    ]));

  it('names every day that is skipped, and how it was done', () =>
    expect(text('R-28', pathTo('AGREEMENT_CONCLUDED')).slice(2)).toEqual([
      'It is counted from the decision of the commission on Tuesday 18 March 2025.',
      'The term runs from Tuesday 18 March 2025, which is not counted.',
      'Day 1 is Wednesday 19 March 2025.',
      'Friday 21 March 2025 is not counted: Nowruz Holiday, a holiday.',
      'Saturday 22 March 2025 is not counted: Nowruz Holiday, a holiday.',
      'Sunday 23 March 2025 is not counted: Nowruz Holiday, a holiday.',
      'Monday 24 March 2025 is not counted: Nowruz Holiday (observed), a day off for a holiday that fell on a weekend.',
      'Tuesday 25 March 2025 is not counted: Nowruz Holiday (observed), a day off for a holiday that fell on a weekend.',
      'Day 5, the last, is Friday 28 March 2025.',
      'The duty is kept until the end of Friday 28 March 2025. It was done on Thursday 20 March 2025, in time.',
    ]));

  it('tells of the roll to a working day', () =>
    expect(text('R-36', pathTo('AGREEMENT_CONCLUDED')).slice(2)).toEqual([
      'It is counted from the conclusion of the agreement on Thursday 20 March 2025.',
      'The term runs from Thursday 20 March 2025, which is not counted.',
      'Day 1 is Friday 21 March 2025.',
      'Day 30, the last, is Saturday 19 April 2025.',
      'The term cannot end on Saturday 19 April 2025, which is not a working day: a weekend.',
      'The term cannot end on Sunday 20 April 2025, which is not a working day: a weekend.',
      'So the last day moves to Monday 21 April 2025.',
      'The duty is kept until the end of Monday 21 April 2025.',
    ]));

  it('tells of a term of the same day, and of lateness', () =>
    expect(text('R-15', [submitApplication(), registerApplication({ at: '2025-03-04T09:00:00+05:00' })])).toEqual([
      'The service provider must, on the same day, register the application and documents: R-15, paragraph 4.',
      'The Order says: "4. The service provider registers the application and documents on the day they are received."',
      'The application was filed on Monday 3 March 2025 at 10:00:00.',
      'So it counts as accepted on Monday 3 March 2025 (paragraph 4).',
      'The term is the day itself, Monday 3 March 2025.',
      'The duty is kept until the end of Monday 3 March 2025. It was done on Tuesday 4 March 2025, late.',
    ]));

  it('tells how the day of a delivery followed where it came after hours (R-15, A5)', () => {
    const filed = submitApplication({ channel: 'STATE_CORPORATION' });
    const delivered = [filed, issueReceipt(), deliverDocuments({ at: '2025-03-07T18:31:00+05:00' })];
    expect(text('R-15', delivered).slice(2)).toEqual([
      'The documents were delivered to the provider on Friday 7 March 2025 at 18:31:00.',
      'That was after the end of working hours, 18:30: the next working day counts.',
      "Saturday 8 March 2025 is not a working day: International Women's Day, a holiday.",
      'Sunday 9 March 2025 is not a working day: a weekend.',
      "Monday 10 March 2025 is not a working day: International Women's Day (observed), a day off for a holiday that fell on a weekend.",
      'So they count as received on Tuesday 11 March 2025 (paragraph 4).',
      'The term is the day itself, Tuesday 11 March 2025.',
      'The duty is kept until the end of Tuesday 11 March 2025.',
    ]);
  });

  it('tells of a day that was set right once: where it is counted from, or where it was done', () => {
    const path = [submitApplication(), registerApplication(), correctRecord()];
    const setRight = (what: string) =>
      `The day ${what} had been recorded as Monday 3 March 2025 and was set right to Tuesday 4 March 2025.`;
    const told = (rule: string) => text(rule, path).filter((line) => line.includes('set right'));
    expect(told('R-33')).toEqual([setRight('that it is counted from')]);
    expect(told('R-15')).toEqual([setRight('on which it was done')]);
    expect(told('R-27')).toEqual([]);
  });

  it('tells of a power that it may be used, and of one that has fallen away', () => {
    const registered = pathTo('REGISTERED');
    expect(text('R-33', registered)[0]).toBe(
      'The service provider rejects, within 2 working days, an incomplete package or expired documents: R-33, paragraph 6 end.',
    );
    expect(text('R-33', registered).at(-1)).toBe('The power lasts until the end of Wednesday 5 March 2025.');
    expect(text('R-33', pathTo('COMPLETE')).at(-1)).toBe(
      'The power lasts until the end of Wednesday 5 March 2025. It fell away on Tuesday 4 March 2025.',
    );
    expect(text('R-33', [...pathTo('REGISTERED', incompletePath), rejectApplication()]).at(-1)).toBe(
      'The duty is kept until the end of Wednesday 5 March 2025. It was done on Tuesday 4 March 2025, in time.',
    );
  });
});

describe('the reading of a term alone', () => {
  it('points out working weekends, transfers and days that do not roll', () =>
    expect(termText(dueDate({ from: '2025-01-02', term: { n: 3, unit: 'working' } })).split('\n')).toEqual([
      'The term runs from Thursday 2 January 2025, which is not counted.',
      'Friday 3 January 2025 is not counted: a day off (substituted from 01/05/2025).',
      'Saturday 4 January 2025 is not counted: a weekend.',
      'Day 1 is Sunday 5 January 2025, made a working day.',
      'Tuesday 7 January 2025 is not counted: Orthodox Christmas, a day off.',
      'Day 3, the last, is Wednesday 8 January 2025.',
    ]));

  it('warns of a provisional calendar', () =>
    expect(termText(dueDate({ from: '2026-05-26', term: { n: 1, unit: 'working' } })).split('\n')).toEqual([
      'The term runs from Tuesday 26 May 2026, which is not counted.',
      'Wednesday 27 May 2026 is not counted: Eid al-Adha, a day off.',
      'Day 1 is Thursday 28 May 2026.',
      'The calendar of 2026 is provisional: a day of it may still be moved.',
    ]));

  it('tells of an enclosing term', () =>
    expect(
      termText(
        cappedBy(dueDate({ from: '2025-04-01', term: { n: 15, unit: 'calendar' } }), {
          rule: 'R-31',
          due: '2025-04-10',
        }),
      ).split('\n'),
    ).toEqual([
      'The term runs from Tuesday 1 April 2025, which is not counted.',
      'Day 1 is Wednesday 2 April 2025.',
      'Day 15, the last, is Wednesday 16 April 2025.',
      'The enclosing term of R-31 ends it on Thursday 10 April 2025.',
    ]));

  it('moves a same-day term off a holiday', () =>
    expect(termText(dueDate({ from: '2025-03-09', term: { n: 0, unit: 'calendar' } })).split('\n')).toEqual([
      'The term is the day itself, Sunday 9 March 2025.',
      'The term cannot end on Sunday 9 March 2025, which is not a working day: a weekend.',
      "The term cannot end on Monday 10 March 2025, which is not a working day: International Women's Day (observed), a day off for a holiday that fell on a weekend.",
      'So the last day moves to Tuesday 11 March 2025.',
    ]));
});
