import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../duties/duties.js';
import { caseAfter, eventsOf, eventsTo, portalPath } from '../testing/index.js';
import { initialCase } from '../case/case.state.js';
import { caseChanges } from './case-changes.js';
import { dutyChanges } from './duty-changes.js';
import { standingOf } from './duty-standing.js';

const walk = eventsOf(portalPath);

describe('what changed of a case', () => {
  it('is told field by field, as people read it', () =>
    expect(caseChanges(caseAfter(eventsTo('DECISION_SIGNED')), caseAfter(eventsTo('AGREEMENT_OFFERED')))).toEqual([
      { field: 'status', label: 'Status', from: 'DECISION_SIGNED', to: 'AGREEMENT_OFFERED' },
      { field: 'stage', label: 'Stage', from: 'DECISION', to: 'AGREEMENT' },
      { field: 'agreement', label: 'Agreement', from: null, to: expect.stringMatching(/, ELECTRONIC$/) },
      { field: 'price', label: 'Price', from: null, to: '1250000.00 tenge' },
    ]));

  it('is nothing between a case and itself', () => expect(caseChanges(caseAfter(walk), caseAfter(walk))).toEqual([]));

  it('names no person', () => {
    const told = JSON.stringify(caseChanges(initialCase, caseAfter(walk)));
    for (const personal of ['Sadykov', '791028302728', 'Abay avenue']) expect(told).not.toContain(personal);
  });
});

describe('what changed of the duties', () => {
  const at = (length: number, asOf: string) => ({ duties: dutiesOf(caseAfter(walk.slice(0, length))), asOf });

  it('is that some are owed for the first time', () =>
    expect(
      dutyChanges({ duties: [], asOf: '2025-03-03T12:00:00Z' }, at(1, '2025-03-03T12:00:00Z')).map(
        ({ inWords }) => inWords,
      ),
    ).toContain('R-15, register the application and documents: open, due on 2025-03-03'));

  it('is that one was done', () => {
    const [change] = dutyChanges(at(1, '2025-03-03T12:00:00Z'), at(2, '2025-03-03T12:00:00Z'));
    expect(change).toMatchObject({
      rule: 'R-15',
      from: { standing: 'OPEN', dischargedOn: null },
      to: { standing: 'KEPT', dischargedOn: '2025-03-03' },
      inWords: 'R-15, register the application and documents: done in time on 2025-03-03',
    });
  });

  it('is that time went by', () =>
    expect(
      dutyChanges(at(1, '2025-03-03T12:00:00Z'), at(1, '2025-03-04T12:00:00Z')).map(({ inWords }) => inWords),
    ).toEqual(['R-15, register the application and documents: overdue']));

  it('is that a date moved, or another owes it', () => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const [first, ...others] = before.duties;
    const moved = { ...first!, due: '2025-03-05', debtor: 'RECIPIENT' as const };
    expect(dutyChanges(before, { ...before, duties: [moved, ...others] }).map(({ inWords }) => inWords)).toEqual([
      `${moved.rule}, ${moved.duty}: due on 2025-03-05, not on ${first!.due}; owed by the recipient, not by the ${first!.debtor.toLowerCase().replace('_', ' ')}`,
    ]);
  });

  it('is that one is not owed any more', () => {
    const before = at(1, '2025-03-03T12:00:00Z');
    const told = dutyChanges(before, { ...before, duties: before.duties.slice(1) });
    expect(told.map(({ to, inWords }) => [to, inWords])).toEqual([
      [null, expect.stringMatching(/: not owed any more$/)],
    ]);
  });
});

describe('a duty at a moment', () => {
  const dueAt = '2025-03-03T18:59:59.999Z';
  const owed = { status: 'OPEN', kind: 'OBLIGATION', late: false, dueAt } as const;

  it.each([
    [owed, dueAt, 'OPEN'],
    [owed, '2025-03-03T19:00:00Z', 'OVERDUE'],
    [{ ...owed, kind: 'POWER' as const }, '2025-03-03T19:00:00Z', 'LAPSED'],
    [{ ...owed, status: 'DISCHARGED' as const }, '2025-04-03T19:00:00Z', 'KEPT'],
    [{ ...owed, status: 'DISCHARGED' as const, late: true }, '2025-04-03T19:00:00Z', 'LATE'],
    [{ ...owed, status: 'FALLEN_AWAY' as const }, '2025-04-03T19:00:00Z', 'FALLEN_AWAY'],
  ])('%j at %s stands %s', (duty, at, standing) => expect(standingOf(duty, at)).toBe(standing));
});
