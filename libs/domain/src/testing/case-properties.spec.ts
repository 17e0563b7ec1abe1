import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dayNumberOf } from '../calendar/day-number.js';
import { kzCalendar } from '../calendar/working-calendar.js';
import type { CaseCommand } from '../case/case.commands.js';
import { caseDecider } from '../case/case.decider.js';
import type { CaseEvent } from '../case/case.events.js';
import { stageOf } from '../case/case.stage.js';
import type { CaseState } from '../case/case.state.js';
import { type KnownCase, unknownCase } from '../case/people.js';
import { attributionOf } from '../duties/attribution.js';
import { derivationText } from '../duties/derivation-text.js';
import { dutiesOf } from '../duties/duties.js';
import { dutyKey } from '../duties/duty.js';
import { allocationsOf } from '../case/instalments.js';
import { languages } from '../language.js';
import { Refusal } from '../refusal.js';
import { caseAfter, eventsOf, sampleCommands, samplePaths } from './index.js';

/** A walk of a case with steps left out, and others tried in between. */
const walks: fc.Arbitrary<readonly CaseCommand[]> = fc
  .constantFrom(...samplePaths)
  .chain((path) =>
    fc.tuple(
      ...path.map((command) =>
        fc
          .tuple(
            fc.array(fc.constantFrom(...sampleCommands), { maxLength: 1 }),
            fc.oneof({ weight: 24, arbitrary: fc.constant([command]) }, { weight: 1, arbitrary: fc.constant([]) }),
          )
          .map((tried) => tried.flat()),
      ),
    ),
  )
  .map((commands) => commands.flat());

/** Carries a walk out, refused steps left out, and gives every state on its way. */
const carriedOut = (walk: readonly CaseCommand[]): { log: readonly CaseEvent[]; states: readonly CaseState[] } => {
  const log: CaseEvent[] = [];
  const states: KnownCase[] = [unknownCase];
  for (const command of walk) {
    const before = states.at(-1)!;
    const events = decided(command, before);
    log.push(...events);
    if (events.length > 0) states.push(caseAfter(events, before));
  }
  return { log, states };
};

const decided = (command: CaseCommand, state: KnownCase): readonly CaseEvent[] => {
  try {
    return caseDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const holds = (check: (story: ReturnType<typeof carriedOut>) => void): void =>
  fc.assert(
    fc.property(walks, (walk) => check(carriedOut(walk))),
    { numRuns: 40 },
  );

describe('whatever is done to a case', () => {
  it('comes by every end', () => {
    const ends = samplePaths.map((path) => carriedOut(path).states.at(-1)?.outcome);
    expect(ends).toEqual(['PAID', 'REFUSED', 'PAID', 'PAID', 'CONCLUDED', 'PAID', 'PAID', 'REJECTED']);
  });

  it('is closed as a stage, by its status and by its outcome at once, or not at all', () =>
    holds(({ states }) => {
      for (const state of states.slice(1)) {
        expect(stageOf(state) === 'CLOSED').toBe(state.outcome !== null);
        expect(state.outcome ?? state.status).toBe(state.status);
      }
    }));

  it('adds nothing once it is closed but results, corrections and missed duties, unless it is reopened', () =>
    holds(({ log }) => {
      const isAfterClosing = log.map((_, index) => {
        const last = log.slice(0, index).findLast(({ type }) => type === 'CaseClosed' || type === 'CaseReopened');
        return last?.type === 'CaseClosed';
      });
      const after = log.flatMap(({ type }, index) => (isAfterClosing[index] ? [type] : []));
      const allowed = new Set<string>([
        'ResultIssued',
        'CorrectionRecorded',
        'DutyMissed',
        'CaseReopened',
        // Also of before, entered afterwards; and what does not count any more.
        'PaymentReceived',
        'PaymentReversed',
      ]);
      expect(after.filter((type) => !allowed.has(type))).toEqual([]);
    }));

  it('keeps the sums: what is paid and what is not make the price, and instalments what was paid of it', () =>
    holds(({ states }) => {
      for (const { agreement, payment } of states) {
        if (agreement === null || payment === null) continue;
        expect(payment.paid + payment.outstanding - payment.overpaid).toBe(agreement.price);
        expect(Math.min(payment.outstanding, payment.overpaid)).toBe(0);
        if (agreement.schedule === null) continue;
        const payments = Object.entries(payment.days).map(([paidOn, amount]) => ({ paidOn, amount }));
        const kept = allocationsOf(agreement.schedule, payments).flat();
        expect(kept.reduce((sum, { amount }) => sum + amount, 0)).toBe(payment.paid - payment.overpaid);
        expect(agreement.schedule.reduce((sum, { amount }) => sum + amount, 0)).toBe(agreement.price);
      }
    }));

  it('is known again from its log alone, also after it was written as JSON', () =>
    holds(({ log, states }) => {
      const last = states.at(-1)!;
      expect(caseAfter(log)).toEqual(last);
      const read: CaseEvent[] = JSON.parse(JSON.stringify(log));
      expect(dutiesOf(caseAfter(read))).toEqual(dutiesOf(last));
    }));

  it('owes each duty once, by a working day, and once it is closed nothing but to send the result', () =>
    holds(({ states }) => {
      for (const state of states) {
        const duties = dutiesOf(state);
        expect(new Set(duties.map(dutyKey)).size).toBe(duties.length);
        expect(duties.filter(({ due }) => kzCalendar.offReason(dayNumberOf(due!)) !== null)).toEqual([]);
        const owed = duties.filter(({ status }) => status === 'OPEN' && state.outcome !== null);
        expect(owed.filter(({ rule }) => rule !== 'R-26')).toEqual([]);
      }
    }));

  it('was in somebody’s hands on each day, once', () =>
    holds(({ states }) => {
      const last = states.at(-1)!;
      const { holdings, byHolder } = attributionOf(last, '2025-12-01T12:00:00+05:00');
      holdings.slice(1).forEach(({ from }, index) => {
        expect(dayNumberOf(from)).toBe(dayNumberOf(holdings[index]!.until) + 1);
      });
      const days = (counts: readonly Readonly<{ calendarDays: number }>[]) =>
        counts.reduce((sum, { calendarDays }) => sum + calendarDays, 0);
      expect(days(byHolder)).toBe(days(holdings));
    }));
});

describe('facts in whatever order', () => {
  const facts = samplePaths.flatMap((path) => eventsOf(path));

  it('are folded, give duties and are explained in each language without an error', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...facts), { maxLength: 40 }), (events) => {
        const state = caseAfter(events);
        const duties = dutiesOf(state);
        expect(duties.length > 0).toBe(state.application !== null);
        for (const duty of duties) for (const language of languages) derivationText(duty, language);
        attributionOf(state, '2025-12-01T12:00:00+05:00');
      }),
      { numRuns: 100 },
    ));
});
