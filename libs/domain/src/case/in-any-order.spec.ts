import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { dateOf, dayNumberOf } from '../calendar/day-number.js';
import { knownDutiesOf } from '../duties/known-duties.js';
import { eventSchemas } from '../event-schemas.js';
import {
  caseAfter,
  eventsOf,
  eventsTo,
  instalmentsPath,
  pathTo,
  recordObjection,
  recordPayment,
  recordRightsInformation,
  refusalPath,
  samplePaths,
} from '../testing/index.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { corrected, valueAt } from '../corrections/entries.js';
import { allocationsOf } from './instalments.js';
import type { CaseState } from './case.state.js';

/** A history, and then facts in the order given, each in the place where one is entered. */
const entered = (history: readonly CaseEvent[], facts: readonly CaseEvent[]): CaseState =>
  facts.reduce<CaseState>(
    (state, fact, n) => evolveCase(state, fact, `2026-06-01T10:0${n}:00+05:00`),
    caseAfter(history),
  );

const datesOf = (state: CaseState) => knownDutiesOf(state).map(({ derivation: _days, ...duty }) => duty);

const shuffled = <Fact>(facts: readonly Fact[]): fc.Arbitrary<readonly Fact[]> =>
  fc.shuffledSubarray([...facts], { minLength: facts.length });

const expectSameInAnyOrder = (history: readonly CaseEvent[], facts: readonly CaseEvent[]): void =>
  fc.assert(
    fc.property(shuffled(facts), (order) => {
      const [one, other] = [entered(history, facts), entered(history, order)];
      expect(datesOf(other)).toEqual(datesOf(one));
      expect(other.dates).toEqual(one.dates);
    }),
    { numRuns: 50 },
  );

const paid = (paidOn: string, amount: number): CaseEvent => ({
  type: 'PaymentReceived',
  data: {
    at: `${paidOn}T12:00:00+05:00`,
    amount,
    paidOn,
    reference: paidOn,
    outstanding: 0,
    overpaid: 0,
    allocations: [],
    overpayment: null,
    repeatedBecause: null,
    applicantIin: null,
  },
});

describe('facts with days of their own give the same in whatever order they are entered', () => {
  it('payments (R-36)', () => {
    const history = eventsTo('AGREEMENT_CONCLUDED');
    const price = caseAfter(history).agreement!.price;
    const facts = [paid('2025-04-14', 1_000), paid('2025-04-01', price), paid('2025-05-20', 5)];
    expectSameInAnyOrder(history, facts);
    expect(entered(history, facts).dates.PaymentReceived).toBe('2025-04-01');
    expect(entered(history, facts).payment).toMatchObject({
      outstanding: 0,
      overpaid: 1_005,
      lastPaidOn: '2025-05-20',
    });
  });

  it('objections (R-78), also beside the decision that they come after', () => {
    const decided = eventsTo('DECIDED', refusalPath);
    const before = decided.slice(0, -1);
    const objected = ['2025-03-13', '2025-03-14', '2025-03-17'].flatMap((day) =>
      eventsOf([...pathTo('DECIDED', refusalPath), recordObjection({ at: `${day}T10:00:00+05:00` })]).slice(-1),
    );
    expectSameInAnyOrder(before, [...decided.slice(-1), ...objected]);
  });

  it('information on rights (R-47)', () => {
    const history = eventsTo('DECISION_SIGNED');
    const answers = ['2025-03-19', '2025-03-20', '2025-03-24'].flatMap((receivedOn) =>
      eventsOf([
        ...pathTo('DECISION_SIGNED'),
        recordRightsInformation({ receivedOn, at: `${receivedOn}T12:00:00+05:00` }),
      ]).slice(-1),
    );
    expectSameInAnyOrder(history, answers);
  });

  it('what of each payment goes to which instalment (R-98)', () => {
    const schedule = caseAfter(eventsTo('AGREEMENT_CONCLUDED', instalmentsPath)).agreement!.schedule!;
    const payments = eventsOf(instalmentsPath).flatMap((event) =>
      event.type === 'PaymentReceived' ? [{ paidOn: event.data.paidOn, amount: event.data.amount }] : [],
    );
    const told = allocationsOf(schedule, payments);
    fc.assert(
      fc.property(shuffled(payments), (order) => {
        const made = allocationsOf(schedule, order);
        for (const [index, payment] of order.entries()) expect(made[index]).toEqual(told[payments.indexOf(payment)]);
      }),
    );
    expect(told.flat().length).toBeGreaterThan(2);
  });

  it('counts what was paid by the days of payment: a payment entered first and made last does not make the price late', () => {
    const late = recordPayment({ paidOn: '2025-05-12', amount: 10, at: '2025-05-12T12:00:00+05:00' });
    const inTime = recordPayment({
      paidOn: '2025-04-02',
      at: '2025-05-13T12:00:00+05:00',
      overpayment: 'TO_BE_RETURNED',
    });
    const state = caseAfter(eventsOf([...pathTo('AGREEMENT_CONCLUDED'), late, inTime]));
    const duty = knownDutiesOf(state).find(({ rule }) => rule === 'R-36');
    expect([duty?.dischargedOn, duty?.late]).toEqual(['2025-04-02', false]);
  });
});

/** A value of an entry that is wrong by a day, or by a tiyn. */
type Slip = Readonly<{ revision: number; field: string; was: string | number; is: string | number }>;

/** Every day and amount of a history that can be set right, each as it would have been entered wrongly. */
const slipsOf = (history: readonly CaseEvent[]): readonly Slip[] =>
  history.flatMap(({ type, data }, revision) =>
    Object.entries(eventSchemas[type].correctable ?? {}).flatMap(([field, kind]): Slip[] => {
      const is = valueAt(data, field);
      if (typeof is === 'number' && kind === 'AMOUNT') return [{ revision, field, was: is + 1, is }];
      const isDay = typeof is === 'string' && (kind === 'OWN_DAY' || kind === 'LEGAL_DAY');
      return isDay ? [{ revision, field, was: dateOf(dayNumberOf(is) + 3), is }] : [];
    }),
  );

const setRightBy = (slips: readonly Slip[], history: readonly CaseEvent[]): CaseEvent => ({
  type: 'CorrectionRecorded',
  data: {
    at: '2026-06-01T12:00:00+05:00',
    subject: 'A slip',
    was: null,
    is: null,
    reason: 'A slip',
    date: null,
    values: slips.map((slip) => ({ ...slip, event: history[slip.revision]!.type })),
    applicantIin: null,
    correctedBy: 'head',
  },
});

const withSlips = (history: readonly CaseEvent[], slips: readonly Slip[]): readonly CaseEvent[] =>
  corrected(
    history.map((event, revision) => ({ revision, event, enteredAt: '' })),
    slips.map((slip) => ({ ...slip, event: history[slip.revision]!.type, was: slip.is, is: slip.was })),
  ).map(({ event }) => event);

/** What a case comes to, less what tells of the way there. */
const cameTo = ({ history: _way, corrections: _told, entered: _when, ...state }: CaseState) => state;

describe('what is set right of an entry holds as if it had been entered so (R-10)', () => {
  const slips = fc
    .constantFrom(...samplePaths.map((path) => eventsOf(path)))
    .chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray([...slipsOf(history)])));

  it('whatever was wrong, set right at once', () =>
    fc.assert(
      fc.property(slips, ([history, wrong]) => {
        const made = [...withSlips(history, wrong), ...(wrong.length > 0 ? [setRightBy(wrong, history)] : [])];
        expect(cameTo(caseAfter(made))).toEqual(cameTo(caseAfter(history)));
      }),
      { numRuns: 200 },
    ));

  it('whatever was wrong, set right one after another', () =>
    fc.assert(
      fc.property(slips, ([history, wrong]) => {
        const made = [...withSlips(history, wrong), ...wrong.map((slip) => setRightBy([slip], history))];
        expect(cameTo(caseAfter(made))).toEqual(cameTo(caseAfter(history)));
      }),
      { numRuns: 200 },
    ));
});

describe('payments that are reversed', () => {
  it('leave what they would have left had they never been made, in whatever order the others are entered', () => {
    const history = eventsTo('AGREEMENT_CONCLUDED');
    const facts = [paid('2025-04-14', 1_000), paid('2025-04-01', 2_000), paid('2025-05-20', 5)];
    fc.assert(
      fc.property(shuffled(facts), fc.nat({ max: 2 }), (order, nth) => {
        const payment = history.length + nth;
        const { amount, paidOn } = (order[nth] as Extract<CaseEvent, { type: 'PaymentReceived' }>).data;
        const reversed: CaseEvent = {
          type: 'PaymentReversed',
          data: {
            at: '2025-06-01T12:00:00+05:00',
            payment,
            amount,
            paidOn,
            reversedOn: '2025-06-01',
            reason: 'It came back',
            reversedBy: 'head',
            applicantIin: '',
          },
        };
        const { received: _one, ...without } = entered(
          history,
          order.filter((_, index) => index !== nth),
        ).payment!;
        const { received: _other, ...after } = entered(history, [...order, reversed]).payment!;
        expect(after).toEqual(without);
      }),
    );
  });
});
