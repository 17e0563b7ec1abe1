import { describe, expect, it } from '@jest/globals';
import { kzCalendar } from '../calendar/working-calendar.js';
import { initialCase } from '../case/case.state.js';
import { dutiesOf } from '../duties/duties.js';
import { caseAfter, eventsTo } from '../testing/index.js';
import { contestedCaseOf } from './contested-case.js';

describe('the case that a complaint is about', () => {
  it('is none before submission', () => expect(contestedCaseOf(initialCase, kzCalendar)).toBeNull());

  it('tells from when on each duty is missed, if nothing happens until then (A22)', () => {
    const state = caseAfter(eventsTo('REGISTERED'));
    const decision = dutiesOf(state).find(({ rule }) => rule === 'R-27');
    expect(contestedCaseOf(state, kzCalendar)).toMatchObject({
      caseId: state.application?.caseId,
      officeId: 'almaty-housing',
      zone: 'Asia/Almaty',
      rulebook: 'KZ-437/2021-08-12',
    });
    expect(contestedCaseOf(state, kzCalendar)?.duties).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'R-15', missedFrom: null }),
        { rule: 'R-27', due: decision?.due, missedFrom: decision?.dueAt },
      ]),
    );
  });

  it('has no duty under a power that lapses (R-33)', () =>
    expect(
      contestedCaseOf(caseAfter(eventsTo('REGISTERED')), kzCalendar)?.duties.map(({ rule }) => rule),
    ).not.toContain('R-33'));
});
