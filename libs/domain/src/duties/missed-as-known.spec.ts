import { describe, expect, it } from '@jest/globals';
import { type Duty, missedAsKnown } from './duty.js';

const recorded = { rule: 'R-27', instance: null, due: '2025-04-02' };
const open = {
  rule: 'R-27',
  instance: null,
  kind: 'OBLIGATION',
  due: '2025-04-02',
  status: 'OPEN',
  late: false,
  dischargedOn: null,
} as const;
const nothing = { foundKeptOn: null, foundDueOn: null, foundNotOwed: false };

const known = (duty: Partial<Duty<string>>) =>
  missedAsKnown(recorded, [
    { ...open, rule: 'R-15' },
    { ...open, ...duty },
  ]);

describe('a duty recorded as missed', () => {
  it('is missed where it is still owed, was done late, or fell away after its day', () => {
    expect(known({})).toEqual(nothing);
    expect(known({ status: 'DISCHARGED', late: true, dischargedOn: '2025-04-03' })).toEqual(nothing);
    expect(known({ status: 'FALLEN_AWAY', late: true })).toEqual(nothing);
  });

  it('is found kept where it was done in time, also on another due day', () => {
    const kept = { ...nothing, foundKeptOn: '2025-04-01' };
    expect(known({ status: 'DISCHARGED', dischargedOn: '2025-04-01' })).toEqual(kept);
    expect(known({ status: 'DISCHARGED', dischargedOn: '2025-04-01', due: '2025-04-03' })).toEqual(kept);
  });

  it('is found due on another day where that moved', () => {
    expect(known({ due: '2025-04-03' })).toEqual({ ...nothing, foundDueOn: '2025-04-03' });
    expect(known({ due: '2025-04-01', status: 'FALLEN_AWAY', late: true })).toMatchObject({ foundDueOn: '2025-04-01' });
  });

  it('is found not owed where it fell away in time, is a power, or is not there', () => {
    const notOwed = { ...nothing, foundNotOwed: true };
    expect(known({ status: 'FALLEN_AWAY' })).toEqual(notOwed);
    expect(known({ kind: 'POWER' })).toEqual(notOwed);
    expect(known({ rule: 'R-28' })).toEqual(notOwed);
    expect(missedAsKnown(recorded, [])).toEqual(notOwed);
  });

  it('is told from the others where a rule is owed several times (R-98)', () => {
    const third = { rule: 'R-98', instance: 3, due: '2025-11-03' };
    const second = { ...open, ...third, instance: 2 };
    const paid = { ...open, ...third, status: 'DISCHARGED', dischargedOn: '2025-10-31' } as const;
    expect(missedAsKnown(third, [second, paid])).toEqual({ ...nothing, foundKeptOn: '2025-10-31' });
  });
});
