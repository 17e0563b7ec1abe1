import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '@app/domain';
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
      ['R-15', '2024-03-04', 'OPEN', null],
      ['R-18', '2024-03-04', 'OPEN', null],
      ['R-27', '2024-04-03', 'OPEN', null],
    ]);
  });

  it('tells what was done in time from what was done late', () => {
    expect(outcomesOf(paidCase('c1'))).toEqual([
      ['R-15', '2024-03-04', 'LATE', '2024-03-05'],
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
    ]);
  });

  it('has no row for a power: nobody owes it', () => {
    expect(rowsOf(paidCase('c1').slice(0, 4)).map(({ rule }) => rule)).toEqual(['R-15', 'R-18', 'R-27']);
  });

  it('says who owes what to whom, in which office, by which paragraph', () => {
    expect(rowsOf(paidCase('c1').slice(0, 4))[2]).toEqual({
      _id: 'c1/R-27',
      position: expect.any(Number),
      calendar: 0,
      watched: '2024-04-03T18:59:59.999Z c1/R-27',
      order: '2024-04-03T18:59:59.999Z c1/R-27',
      caseId: 'c1',
      registrationNumber: 'ЖК-2024/15',
      officeId: 'almaty-bostandyk',
      stage: 'DECISION',
      rule: 'R-27',
      paragraph: '6(1)',
      duty: 'decide on the privatization, register and sign the decision',
      debtor: 'PROVIDER',
      creditor: 'RECIPIENT',
      triggeredOn: '2024-03-04',
      nominalDue: '2024-04-03',
      due: '2024-04-03',
      dueAt: '2024-04-03T18:59:59.999Z',
      movedFrom: null,
      missed: false,
      outcome: 'OPEN',
      dischargedOn: null,
    });
  });
});
