import { describe, expect, it } from '@jest/globals';
import { stripOf } from './strip.js';

const derivation = (changed: object) => ({
  from: '2026-12-17',
  term: { n: 2, unit: 'calendar' },
  days: [
    { date: '2026-12-18', counted: true, number: 1 },
    { date: '2026-12-19', counted: true, number: 2 },
  ],
  nominalDue: '2026-12-19',
  rolledOver: [
    { date: '2026-12-19', reason: { kind: 'weekend', name: 'Saturday' } },
    { date: '2026-12-20', reason: { kind: 'weekend', name: 'Sunday' } },
  ],
  cappedBy: null,
  beganAfter: null,
  due: '2026-12-21' as string | null,
  pending: null,
  provisionalYears: [],
  ...changed,
});

const drawn = (changed: object = {}) =>
  stripOf(derivation(changed)).map(({ monday, days }) => [
    monday,
    days.map((day) => (day === null ? '' : `${day.is}${day.number ?? ''}${day.due ? ' due' : ''}`)),
  ]);

describe('the days of a term', () => {
  it('stand in their weeks: start, counted, skipped where no term ends, and due', () => {
    expect(drawn()).toEqual([
      ['2026-12-14', ['', '', '', 'start', 'counted1', 'skipped2', 'skipped']],
      ['2026-12-21', ['counted due', '', '', '', '', '', '']],
    ]);
  });

  it('are one day where the term is the day itself', () => {
    expect(drawn({ days: [], rolledOver: [], due: '2026-12-17' })).toEqual([
      ['2026-12-14', ['', '', '', 'start due', '', '', '']],
    ]);
  });

  it('end with a longer term that cuts this one', () => {
    expect(drawn({ rolledOver: [], due: '2026-12-18' })).toEqual([
      ['2026-12-14', ['', '', '', 'start', 'counted1 due', '', '']],
    ]);
  });

  it('go as far as the calendar does where the date is pending', () => {
    expect(drawn({ rolledOver: [], due: null })).toEqual([
      ['2026-12-14', ['', '', '', 'start', 'counted1', 'counted2', '']],
    ]);
  });
});
