import { describe, expect, it } from '@jest/globals';
import type { CaseEvent, Pending } from '@app/domain';
import { caseView, type CaseDerived } from '../case-view/case-view.projection.js';
import { fold } from '../engine/fold.js';
import { refold } from '../engine/refold.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import { deadlineBoard, type StoredDeadline } from './deadline-board.projection.js';

const rowsOf = (events: readonly CaseEvent[]): readonly StoredDeadline[] =>
  // The collection holds what the projection gives as rows.
  refold(deadlineBoard, recorder()('case-c1', events)).rows as unknown as readonly StoredDeadline[];

const outcomesOf = (events: readonly CaseEvent[]): unknown =>
  rowsOf(events).map(({ rule, due, outcome, dischargedOn }) => [rule, due, outcome, dischargedOn]);

describe('the deadline board', () => {
  it('has a row for each duty that the events have started', () => {
    expect(outcomesOf(paidCase('c1').slice(0, 1))).toEqual([
      ['R-18', '2024-03-04', 'OPEN', null],
      ['R-27', '2024-04-03', 'OPEN', null],
    ]);
  });

  it('tells what was done in time from what was done late', () => {
    expect(outcomesOf(paidCase('c1'))).toEqual([
      ['R-15', '2024-03-05', 'KEPT', '2024-03-05'],
      ['R-18', '2024-03-04', 'LATE', '2024-03-05'],
      ['R-27', '2024-04-03', 'KEPT', '2024-03-19'],
      ['R-28', '2024-03-28', 'KEPT', '2024-03-26'],
      ['R-36', '2024-04-25', 'KEPT', '2024-04-10'],
    ]);
  });

  it('keeps a duty that fell away, as owed no more', () => {
    expect(outcomesOf(rejectedCase('c1'))).toEqual([
      ['R-15', '2024-03-04', 'KEPT', '2024-03-04'],
      ['R-27', '2024-04-03', 'FALLEN_AWAY', null],
      ['R-33', '2024-03-06', 'KEPT', '2024-03-06'],
    ]);
  });

  it('has no row for a power: nobody owes it', () => {
    expect(rowsOf(paidCase('c1').slice(0, 4)).map(({ rule }) => rule)).toEqual(['R-15', 'R-18', 'R-27']);
  });

  it('says who owes what to whom, in which office, by which paragraph', () => {
    expect(rowsOf(paidCase('c1').slice(0, 4))[2]).toEqual({
      _id: 'c1/R-27',
      calendar: 0,
      dwellingToHold: null,
      watched: '2024-04-03T18:59:59.999Z c1/R-27',
      order: '2024-04-03T18:59:59.999Z c1/R-27',
      caseId: 'c1',
      registrationNumber: 'ЖК-2024/15',
      officeId: 'almaty-bostandyk',
      stage: 'DECISION',
      rule: 'R-27',
      instance: null,
      paragraph: '6(1)',
      duty: 'decide on the privatization, register and sign the decision',
      debtor: 'PROVIDER',
      creditor: 'RECIPIENT',
      triggeredOn: '2024-03-04',
      nominalDue: '2024-04-03',
      due: '2024-04-03',
      dueAt: '2024-04-03T18:59:59.999Z',
      pending: null,
      movedFrom: null,
      missed: false,
      outcome: 'OPEN',
      dischargedOn: null,
      route: 'COMMUNAL',
      form: 'REDEMPTION',
      term: { n: 30, unit: 'calendar' },
      endedOn: '~',
      usedDays: null,
      record: 'R-27 almaty-bostandyk COMMUNAL REDEMPTION OPEN',
    });
  });

  it('keeps of each duty what a forecast compares it by: when it ended, and how much of its term was used up', () => {
    const recordsOf = (events: readonly CaseEvent[]): unknown =>
      rowsOf(events).map(({ record, endedOn, usedDays }) => [record, endedOn, usedDays]);
    expect(recordsOf(paidCase('c1'))).toEqual([
      ['R-15 almaty-bostandyk COMMUNAL REDEMPTION KEPT 0', '2024-03-05', 0],
      ['R-18 almaty-bostandyk COMMUNAL REDEMPTION LATE', '2024-03-05', 0],
      ['R-27 almaty-bostandyk COMMUNAL REDEMPTION KEPT 15', '2024-03-19', 15],
      // Working days from 18 March: 19, 20, 26; 21, 22 and 25 are days off.
      ['R-28 almaty-bostandyk COMMUNAL REDEMPTION KEPT 3', '2024-03-26', 3],
      ['R-36 almaty-bostandyk COMMUNAL REDEMPTION KEPT 15', '2024-04-10', 15],
    ]);
    expect(recordsOf(rejectedCase('c1'))).toEqual([
      ['R-15 almaty-bostandyk COMMUNAL REDEMPTION KEPT 0', '2024-03-04', 0],
      ['R-27 almaty-bostandyk COMMUNAL REDEMPTION FALLEN_AWAY', '2024-03-06', null],
      ['R-33 almaty-bostandyk COMMUNAL REDEMPTION KEPT 2', '2024-03-06', 2],
    ]);
  });

  it('has one row for all the duties of one rule that wait for a year without calendar, and one each once they have dates', () => {
    const { stored, derived } = fold(caseView, null, recorder()('case-c1', paidCase('c1')));
    const [first] = derived as CaseDerived;
    const instalments = (pending: Pending | null) =>
      [3, 4, 5].map((instance) => ({
        ...first!,
        rule: 'R-98',
        instance,
        due: pending ? null : first!.due,
        pending,
        ...(pending && { status: 'OPEN' as const, late: false }),
      }));
    // A case that was folded is a document of the view.
    const shown = (duties: CaseDerived) =>
      deadlineBoard.rows(stored as never, duties).map((row) => [row.id, 'outcome' in row && row.outcome]);
    expect(shown(instalments({ missingYear: 2028, notBefore: '2028-01-10' }))).toEqual([['c1/R-98/3', 'PENDING']]);
    expect(shown(instalments(null)).map(([id]) => id)).toEqual(['c1/R-98/3', 'c1/R-98/4', 'c1/R-98/5']);
  });
});
