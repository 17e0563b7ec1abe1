import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dateOf, dayNumberOf } from '../calendar/day-number.js';
import { kzCalendarData } from '../calendar/kz-calendar.data.js';
import { kzCalendar, workingCalendar } from '../calendar/working-calendar.js';
import type { CaseCommand } from '../case/case.commands.js';
import { initialCase, isSubmitted } from '../case/case.state.js';
import { rulebook2021 } from '../rulebook/rulebooks.js';
import {
  caseAfter,
  eventsOf,
  eventsTo,
  pathTo,
  registerApplication,
  sampleOffice,
  submitApplication,
} from '../testing/index.js';
import { dutiesOf, dutiesUnder } from './duties.js';
import type { Duty } from './duty.js';

const after = (...path: CaseCommand[]): readonly Duty[] => dutiesOf(caseAfter(eventsOf(path)));
/** Less what another term holds. */
const brief = (duties: readonly Duty[]) =>
  duties
    .filter(({ heldBy }) => heldBy === null)
    .map(({ rule, due, status, late }) => `${rule} ${due} ${status}${late ? ' late' : ''}`);
const dutyIn = (duties: readonly Duty[], rule: string): Duty | undefined =>
  duties.find((candidate) => candidate.rule === rule);

describe('the duties of a case', () => {
  it('are none before submission', () => expect(dutiesOf(initialCase)).toEqual([]));

  it.each([
    ['SUBMITTED', ['R-15 2025-03-03 OPEN', 'R-27 2025-04-02 OPEN']],
    ['REGISTERED', ['R-15 2025-03-03 DISCHARGED', 'R-27 2025-04-02 OPEN', 'R-33 2025-03-05 OPEN']],
    ['COMPLETE', ['R-15 2025-03-03 DISCHARGED', 'R-27 2025-04-02 OPEN', 'R-33 2025-03-05 FALLEN_AWAY']],
    [
      'DECIDED',
      ['R-15 2025-03-03 DISCHARGED', 'R-27 2025-04-02 OPEN', 'R-33 2025-03-05 FALLEN_AWAY', 'R-28 2025-03-28 OPEN'],
    ],
    [
      'AGREEMENT_OFFERED',
      [
        'R-15 2025-03-03 DISCHARGED',
        'R-27 2025-04-02 DISCHARGED',
        'R-33 2025-03-05 FALLEN_AWAY',
        'R-28 2025-03-28 OPEN',
      ],
    ],
    [
      'AGREEMENT_CONCLUDED',
      [
        'R-15 2025-03-03 DISCHARGED',
        'R-27 2025-04-02 DISCHARGED',
        'R-33 2025-03-05 FALLEN_AWAY',
        'R-28 2025-03-28 DISCHARGED',
        'R-36 2025-04-21 OPEN',
      ],
    ],
    [
      'PAID',
      [
        'R-15 2025-03-03 DISCHARGED',
        'R-27 2025-04-02 DISCHARGED',
        'R-33 2025-03-05 FALLEN_AWAY',
        'R-28 2025-03-28 DISCHARGED',
        'R-36 2025-04-21 DISCHARGED',
      ],
    ],
  ] as const)('of a case that is %s are these', (status, duties) =>
    expect(brief(dutiesOf(caseAfter(eventsTo(status))))).toEqual(duties),
  );

  it('are told in full', () => {
    const { derivation, ...duty } = dutyIn(after(...pathTo('AGREEMENT_CONCLUDED')), 'R-36') ?? {};
    expect(duty).toEqual({
      rule: 'R-36',
      instance: null,
      paragraph: '8',
      paragraphText: rulebook2021.paragraphs['8']?.[0],
      kind: 'OBLIGATION',
      duty: 'pay the cost of the dwelling to the local budget',
      debtor: 'RECIPIENT',
      creditor: 'LOCAL_BUDGET',
      trigger: { event: 'AgreementSigned', on: '2025-03-20' },
      term: { n: 30, unit: 'calendar' },
      nominalDue: '2025-04-19',
      due: '2025-04-21',
      dueAt: '2025-04-21T18:59:59.999Z',
      pending: null,
      status: 'OPEN',
      heldBy: null,
      dischargedOn: null,
      fellAwayOn: null,
      late: false,
      corrections: [],
      acceptance: null,
    });
    expect(derivation?.days).toHaveLength(30);
    expect(derivation?.rolledOver.map(({ date }) => date)).toEqual(['2025-04-19', '2025-04-20']);
  });

  it('carry the way to the day of acceptance where that is their trigger (R-16)', () => {
    const [registration] = after(submitApplication({ at: '2025-03-07T18:31:00+05:00' }));
    expect(registration).toMatchObject({
      trigger: { event: 'ApplicationSubmitted', on: '2025-03-11' },
      due: '2025-03-11',
      acceptance: { filedOn: '2025-03-07', filedAt: '18:31:00' },
    });
    expect(registration?.acceptance?.passedOver).toHaveLength(4);
  });

  it('are due at the end of the local day, before and after the change of zone', () => {
    const dueAt = (at: string) => dutyIn(after(submitApplication({ at })), 'R-27')?.dueAt;
    expect(dueAt('2024-01-29T10:00:00+06:00')).toBe('2024-02-28T17:59:59.999Z');
    expect(dueAt('2024-01-30T10:00:00+06:00')).toBe('2024-02-29T18:59:59.999Z');
    expect(dueAt('2024-01-31T10:00:00+06:00')).toBe('2024-03-01T18:59:59.999Z');
  });

  it('are due at the end of the day of the office that owes them', () => {
    const office = { ...sampleOffice, zone: 'Asia/Aqtau' };
    const at = '2024-02-01T10:00:00+05:00';
    expect(after(submitApplication({ at, office }))[0]?.dueAt).toBe('2024-02-01T18:59:59.999Z');
    expect(after(submitApplication({ at }))[0]?.dueAt).toBe('2024-02-01T17:59:59.999Z');
  });

  it('survive being written as JSON and read again', () => {
    const state = caseAfter(eventsTo('AGREEMENT_CONCLUDED'));
    expect(dutiesOf(JSON.parse(JSON.stringify(state)))).toEqual(dutiesOf(state));
  });
});

describe('duties under other terms and calendars', () => {
  const state = caseAfter(eventsTo('DECIDED'));

  it('follow the calendar that is asked about', () => {
    const moved = workingCalendar({
      ...kzCalendarData,
      off: kzCalendarData.off.filter(({ date }) => date !== '2025-03-25'),
    });
    expect(dutyIn(dutiesOf(state, moved), 'R-28')?.due).toBe('2025-03-27');
    expect(dutyIn(dutiesOf(state), 'R-28')?.due).toBe('2025-03-28');
    expect(dutyIn(dutiesOf(state, moved), 'R-28')?.due).toBe('2025-03-27');
  });

  it('follow the terms that are asked about, each ending no later than the one around it', () => {
    const terms = rulebook2021.terms.map((row) => {
      if (row.rule === 'R-27') return { ...row, term: { n: 20, unit: 'calendar' } as const };
      return row.rule === 'R-28' ? { ...row, within: 'R-27' } : row;
    });
    const duties = isSubmitted(state) ? dutiesUnder({ ...rulebook2021, terms }, state, kzCalendar) : [];
    expect(dutyIn(duties, 'R-27')?.due).toBe('2025-03-26');
    expect(dutyIn(duties, 'R-28')).toMatchObject({
      nominalDue: '2025-03-28',
      due: '2025-03-26',
      dueAt: '2025-03-26T18:59:59.999Z',
      derivation: { cappedBy: { rule: 'R-27', due: '2025-03-26' } },
    });
  });

  it('are not computed for a rulebook that is not held', () => {
    const application = state.application && { ...state.application, rulebook: 'KZ-437/2025-04-04' };
    expect(() => dutiesOf({ ...state, application })).toThrow(expect.objectContaining({ code: 'rulebook-unknown' }));
  });

  it('are never due on a day that is not a working day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1900 }), fc.integer({ min: 0, max: 23 }), (offset, hour) => {
        const day = dateOf(dayNumberOf('2021-08-24') + offset);
        const at = `${day}T${String(hour).padStart(2, '0')}:00:00+05:00`;
        const enteredAt = '2027-12-31T00:00:00Z';
        const duties = after(submitApplication({ at, enteredAt }), registerApplication({ at, enteredAt }));
        expect(duties.map(({ rule }) => rule)).toEqual(['R-15', 'R-27', 'R-33', 'R-25', 'R-69', 'R-47']);
        for (const { due, dueAt } of duties) {
          expect(kzCalendar.offReason(dayNumberOf(due!))).toBeNull();
          expect(dueAt!.endsWith(':59.999Z')).toBe(true);
        }
      }),
    ));
});
