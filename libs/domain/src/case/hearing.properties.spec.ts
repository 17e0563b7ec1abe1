import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Refusal } from '../refusal.js';
import {
  addDocument,
  caseAfter,
  decideCommission,
  notifyPreliminaryRefusal,
  recordHearing,
  recordStateData,
  refusalPath,
  refuseByCommission,
  rejectApplication,
  sampleEnteredAt,
} from '../testing/index.js';
import type { CaseCommand } from './case.commands.js';
import { caseDecider } from './case.decider.js';
import type { CaseEvent } from './case.events.js';

type Event<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const beside: readonly CaseCommand[] = [
  addDocument(),
  recordStateData(),
  rejectApplication(),
  decideCommission(),
  notifyPreliminaryRefusal({ ground: 'UNRELIABLE_DOCUMENTS' }),
  refuseByCommission({ ground: 'UNRELIABLE_DOCUMENTS' }),
  recordHearing({ appeared: false, minutes: null, note: 'nobody came' }),
];

const moments = fc.integer({ min: 3, max: 31 }).map((day) => `2025-03-${String(day).padStart(2, '0')}T12:00:00+05:00`);

/** A command as it stands, or at another moment of the month. */
const movable = fc
  .tuple(fc.constantFrom(...refusalPath, ...beside), fc.option(moments, { freq: 2 }))
  .map(([command, at]): CaseCommand => {
    if (at === null) return command;
    const moved = { ...command, at, enteredAt: sampleEnteredAt };
    return moved.type === 'NotifyPreliminaryRefusal' ? { ...moved, receivedAt: at } : moved;
  });

/** The way to a refusal, with anything in between. */
const walks = fc
  .array(fc.array(movable, { maxLength: 3 }), { minLength: refusalPath.length, maxLength: refusalPath.length })
  .map((between) => refusalPath.flatMap((command, index) => [...(between[index] ?? []), command]));

const carriedOut = (commands: readonly CaseCommand[]): readonly CaseEvent[] => {
  const log: CaseEvent[] = [];
  for (const command of commands) {
    try {
      log.push(...caseDecider.decide(command, caseAfter(log)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return log;
};

const ofType = <T extends CaseEvent['type']>(log: readonly CaseEvent[], type: T): readonly Event<T>[] =>
  log.filter((event): event is Event<T> => event.type === type);

const lastOf = <T extends CaseEvent['type']>(log: readonly CaseEvent[], type: T): Event<T> => {
  const last = ofType(log, type).at(-1);
  if (last === undefined) throw new Error(`there is no ${type}`);
  return last;
};

const holds = (of: (log: readonly CaseEvent[]) => void) => fc.assert(fc.property(walks.map(carriedOut), of));

describe('whatever comes in between', () => {
  it('a refusal is of the last notice: heard, on its ground, and three working days after it (R-76, R-77, R-79)', () => {
    let refusals = 0;
    holds((log) => {
      const refused = ofType(log, 'CommissionDecided').find(({ data }) => data.outcome === 'REFUSE');
      if (refused === undefined) return;
      refusals += 1;
      const { data: notice } = lastOf(log, 'PreliminaryRefusalNotified');
      const { heldOn } = lastOf(log, 'HearingHeld').data;
      const { decidedOn, ground } = refused.data;
      expect(ground).toBe(notice.ground);
      expect([notice.actNotBefore, heldOn, decidedOn].toSorted().at(-1)).toBe(decidedOn);
      expect(lastOf(log, 'HearingScheduled').data.hearing.at.slice(0, 10) <= heldOn).toBe(true);
    });
    // Else the property says nothing.
    expect(refusals).toBeGreaterThan(0);
  });

  it('a hearing is held once, and after it nothing is notified (R-80)', () =>
    holds((log) => {
      expect(ofType(log, 'HearingHeld').length).toBeLessThanOrEqual(1);
      const held = log.findIndex(({ type }) => type === 'HearingHeld');
      const notified = log.findLastIndex(({ type }) => type === 'PreliminaryRefusalNotified');
      expect(held === -1 || notified < held).toBe(true);
    }));

  it('no notice takes days from the recipient that an earlier one gave (R-78)', () =>
    holds((log) => {
      const days = ofType(log, 'PreliminaryRefusalNotified').map(({ data }) => data.actNotBefore);
      expect(days).toEqual(days.toSorted());
    }));

  it('the case ends refused only by a signed refusal, and rejected only before it was found complete (R-33, R-46)', () =>
    holds((log) => {
      const { outcome, decision, dates } = caseAfter(log);
      const isRefused = decision?.outcome === 'REFUSE' && decision.decisionNumber !== null;
      expect(outcome === 'REFUSED').toBe(isRefused);
      expect(outcome === 'REJECTED' && dates.CompletenessConfirmed !== undefined).toBe(false);
    }));
});
