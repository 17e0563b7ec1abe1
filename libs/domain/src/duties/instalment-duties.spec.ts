import { describe, expect, it } from '@jest/globals';
import { calendarsOf } from '../calendar/calendars.js';
import type { CaseCommand } from '../case/case.commands.js';
import type { CaseState } from '../case/case.state.js';
import {
  caseAfter,
  correctRecord,
  eventsOf,
  given,
  instalmentsPath,
  recordDutyMissed,
  recordPayment,
  signAgreement,
  withdrawApplication,
} from '../testing/index.js';
import { attributionOf } from './attribution.js';
import { derivationText } from './derivation-text.js';
import { dutiesOf } from './duties.js';
import { type Duty, dutyKey } from './duty.js';
import { knownDutiesOf } from './known-duties.js';

const concluded = instalmentsPath.slice(0, 12);
const after = (...path: readonly CaseCommand[]): CaseState => caseAfter(eventsOf(path));
const instalmentsIn = (duties: readonly Duty[]): readonly Duty[] => duties.filter(({ rule }) => rule === 'R-98');
const brief = (state: CaseState) =>
  instalmentsIn(dutiesOf(state)).map(
    ({ due, status, dischargedOn, late, ...duty }) =>
      `${dutyKey(duty)} ${due} ${status}${dischargedOn === null ? '' : ` ${dischargedOn}`}${late ? ' late' : ''}`,
  );
const paid = (paidOn: string, amount: number) =>
  recordPayment({ paidOn, amount, reference: paidOn, at: '2025-11-28T12:00:00+05:00' });

describe('the instalments of an agreement (R-98, Appendix 2)', () => {
  it('are duties of their own once it is concluded, the initial contribution the first; a day off moves their days', () => {
    expect(brief(after(...instalmentsPath.slice(0, 11)))).toEqual([]);
    expect(brief(after(...concluded))).toEqual([
      'R-98/0 2025-04-30 OPEN',
      // A Saturday, a Sunday and so on: each rolls to the next working day.
      'R-98/1 2025-06-02 OPEN',
      'R-98/2 2025-09-02 OPEN',
      'R-98/3 2025-12-01 OPEN',
      'R-98/4 2026-03-02 OPEN',
    ]);
  });

  it('are told in full', () => {
    const { derivation, paragraphText, ...duty } = instalmentsIn(dutiesOf(after(...concluded)))[1]!;
    expect(duty).toEqual({
      rule: 'R-98',
      instance: 1,
      paragraph: 'App 2',
      kind: 'OBLIGATION',
      duty: 'pay instalment 1',
      debtor: 'RECIPIENT',
      creditor: 'LOCAL_BUDGET',
      trigger: { event: 'AgreementSigned', on: '2025-03-20' },
      term: null,
      nominalDue: '2025-05-31',
      due: '2025-06-02',
      dueAt: '2025-06-02T18:59:59.999Z',
      pending: null,
      status: 'OPEN',
      heldBy: null,
      dischargedOn: null,
      fellAwayOn: null,
      late: false,
      corrections: [],
      acceptance: null,
    });
    expect(derivation).toMatchObject({ term: null, days: [], nominalDue: '2025-05-31', due: '2025-06-02' });
    expect(paragraphText).toContain('in equal amounts');
  });

  it('are discharged by the payments in the order of their days, whatever the order of entry', () => {
    const [first, second, third] = [37_500_001, 30_000_000, 57_499_999];
    const payments = [paid('2025-06-02', second), paid('2025-04-30', first), paid('2025-10-01', third)];
    const told = [
      'R-98/0 2025-04-30 DISCHARGED 2025-04-30',
      'R-98/1 2025-06-02 DISCHARGED 2025-06-02',
      'R-98/2 2025-09-02 DISCHARGED 2025-10-01 late',
      'R-98/3 2025-12-01 DISCHARGED 2025-10-01',
      'R-98/4 2026-03-02 DISCHARGED 2025-10-01',
    ];
    expect(brief(after(...concluded, ...payments))).toEqual(told);
    expect(brief(after(...concluded, ...payments.slice(0, 2)))).toEqual([
      ...told.slice(0, 2),
      'R-98/2 2025-09-02 OPEN',
      'R-98/3 2025-12-01 OPEN',
      'R-98/4 2026-03-02 OPEN',
    ]);
  });

  it('fall away with the end of the case, late where their day was over', () =>
    expect(brief(after(...concluded, withdrawApplication({ at: '2025-05-05T10:00:00+05:00' })))).toEqual([
      'R-98/0 2025-04-30 FALLEN_AWAY late',
      'R-98/1 2025-06-02 FALLEN_AWAY',
      'R-98/2 2025-09-02 FALLEN_AWAY',
      'R-98/3 2025-12-01 FALLEN_AWAY',
      'R-98/4 2026-03-02 FALLEN_AWAY',
    ]));

  it('are never due before the agreement was concluded, also where their day is agreed before', () => {
    const at = '2025-05-05T10:00:00+05:00';
    const eds = { certificateSerial: '1', signedAt: at };
    const path = [
      ...instalmentsPath.slice(0, 10),
      signAgreement({ party: 'RECIPIENT', at, eds }),
      signAgreement({ party: 'PROVIDER', at, eds }),
    ];
    expect(brief(after(...path))[0]).toBe('R-98/0 2025-05-05 OPEN');
  });

  it('are pending where no calendar tells their days, which leaves the others as they are (docs/law/rules.md 4.3)', () => {
    const days = { initialContributionDue: '2027-12-31', firstInstalmentDue: '2028-01-31', everyMonths: 1 } as const;
    const events = eventsOf(concluded).map((event) =>
      event.type === 'AgreementOffered'
        ? {
            ...event,
            data: {
              ...event.data,
              schedule: [
                { number: 0, dueOn: days.initialContributionDue, amount: 1 },
                { number: 1, dueOn: days.firstInstalmentDue, amount: 1 },
              ],
            },
          }
        : event,
    );
    const state = caseAfter(events);
    expect(brief(state)).toEqual(['R-98/0 2027-12-31 OPEN', 'R-98/1 null OPEN']);
    expect(instalmentsIn(dutiesOf(state))[1]).toMatchObject({
      nominalDue: '2028-01-31',
      dueAt: null,
      pending: { missingYear: 2028, notBefore: '2028-01-31' },
    });
  });

  it('follow a correction of the calendar while they are owed, and keep their days once they are paid', () => {
    const off = {
      date: '2025-06-02',
      from: 'WORKING',
      to: 'OFF',
      name: 'A day off',
      source: 'Order 1',
      knownFrom: '2025-05-30T09:00:00+05:00',
      enteredAt: '2025-05-30T09:00:00+05:00',
    } as const;
    const dueIn = (state: CaseState) =>
      knownDutiesOf(state, calendarsOf([off])).find((duty) => dutyKey(duty) === 'R-98/1')!;
    expect(dueIn(after(...concluded))).toMatchObject({ due: '2025-06-03', moved: { wasDue: '2025-06-02' } });
    const before = { paidOn: '2025-05-20', amount: 60_000_000, at: '2025-05-20T12:00:00+05:00' };
    expect(dueIn(after(...concluded, recordPayment(before)))).toMatchObject({ due: '2025-06-02', moved: null });
  });

  it('are recorded as missed one by one', () => {
    const story = (instance: number, at: string) =>
      given(eventsOf(concluded)).when(recordDutyMissed({ rule: 'R-98', instance, at }));
    const at = '2025-06-03T00:00:30+05:00';
    expect(story(1, at).state.missed).toEqual([{ rule: 'R-98', instance: 1, due: '2025-06-02' }]);
    expect(story(2, at).events).toEqual([]);
    const first = [...eventsOf(concluded), ...story(0, at).events];
    given(first)
      .when(recordDutyMissed({ rule: 'R-98', instance: 0, at }))
      .gives();
    given(first)
      .when(recordDutyMissed({ rule: 'R-98', instance: 1, at }))
      .gives('DutyMissed');
  });

  it('are each late by their own days', () => {
    const { late } = attributionOf(after(...concluded), '2025-06-04T10:00:00+05:00');
    expect(late.map((one) => [dutyKey(one), one.calendarDays])).toEqual([
      ['R-98/0', 35],
      ['R-98/1', 2],
    ]);
  });

  it('are counted from a conclusion that was set right, and say so', () => {
    const date = { fact: 'AgreementSigned', is: '2025-03-21' } as const;
    const state = after(...concluded, correctRecord({ date, at: '2025-04-11T10:00:00+05:00' }));
    expect(instalmentsIn(dutiesOf(state))[0]).toMatchObject({
      trigger: { on: '2025-03-21' },
      corrections: [{ fact: 'AgreementSigned', was: '2025-03-20', is: '2025-03-21' }],
    });
  });
});

describe('the reading of an instalment (R-98)', () => {
  const linesOf = (number: number, language: 'en' | 'ru' | 'kk') =>
    derivationText(instalmentsIn(dutiesOf(after(...concluded)))[number]!, language).split('\n');

  it('names the agreement, its day and the day that it sets', () =>
    expect(linesOf(1, 'en').filter((_, index) => index !== 1)).toEqual([
      'The applicant must, by the agreed day, pay instalment 1: R-98/1, Appendix 2.',
      'The agreement, concluded on Thursday 20 March 2025, sets the day: Saturday 31 May 2025.',
      'The term cannot end on Saturday 31 May 2025, which is not a working day: a weekend.',
      'The term cannot end on Sunday 1 June 2025, which is not a working day: a weekend.',
      'So the last day moves to Monday 2 June 2025.',
      'The duty is kept until the end of Monday 2 June 2025.',
    ]));

  it('is in Russian and Kazakh too', () => {
    expect([linesOf(0, 'ru')[0], linesOf(3, 'ru')[0]]).toEqual([
      'Услугополучатель обязан не позднее согласованного дня внести первоначальный взнос: R-98/0, приложение 2.',
      'Услугополучатель обязан не позднее согласованного дня внести очередной платеж по рассрочке: R-98/3, приложение 2.',
    ]);
    expect([linesOf(0, 'kk')[0], linesOf(3, 'kk')[0]]).toEqual([
      'Көрсетілетін қызметті алушы келісілген күннен кешіктірмей бастапқы жарнаны енгізуге міндетті: R-98/0, 2-қосымша.',
      'Көрсетілетін қызметті алушы келісілген күннен кешіктірмей бөліп төлеудің кезекті төлемін енгізуге міндетті: R-98/3, 2-қосымша.',
    ]);
  });
});
