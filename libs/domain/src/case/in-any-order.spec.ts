import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { knownDutiesOf } from '../duties/known-duties.js';
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
} from '../testing/index.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
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
