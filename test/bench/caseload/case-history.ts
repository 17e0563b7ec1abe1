import {
  caseDecider,
  dutiesOf,
  evolveAll,
  isAfter,
  isOverdue,
  isMissed,
  kzCalendar,
  Refusal,
  stageOf,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
} from '@app/domain';
import { planCase, type CaseNumber } from './case-plan.js';

/** One command that was carried out, what it gave, and when that was recorded. */
export type Deed<Command, Event> = Readonly<{ command: Command; events: readonly Event[]; recordedAt: string }>;

/** A whole case as the domain decided it: how it stands, and how it came there. */
export type CaseHistory = Readonly<{ state: CaseState; deeds: readonly Deed<CaseCommand, CaseEvent>[] }>;

/**
 * Carries out what is planned for a case, until `until` (ISO 8601) or until a rule says no: where that stops it, the case stays as it
 * is. What was missed by then is recorded, as the watch over duties would have.
 */
export const caseHistory = (number: CaseNumber, until: string): CaseHistory => {
  const deeds: Deed<CaseCommand, CaseEvent>[] = [];
  let state = caseDecider.initial;
  const carryOut = (command: CaseCommand, recordedAt: string): void => {
    const events = caseDecider.decide(command, state);
    if (events.length === 0) return;
    state = evolveAll(caseDecider, state, events, recordedAt);
    deeds.push({ command, events, recordedAt });
  };
  const watch = (now: string): void => {
    for (const command of missedBy(state, now)) carryOut(command, command.enteredAt);
  };
  const { commands, restsBefore } = planCase(number);
  try {
    for (const [index, command] of commands.entries()) {
      if (isAfter(command.enteredAt, until)) break;
      if (index === restsBefore) watch(command.at);
      carryOut(command, command.enteredAt);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  if (stageOf(state) !== null) watch(until);
  return { state, deeds };
};

/** What the watch records of duties that are owed past their day at a moment, half a minute after each was due. */
const missedBy = (state: CaseState, now: string): readonly CaseCommand[] =>
  dutiesOf(state, kzCalendar)
    .filter((duty) => duty.kind === 'OBLIGATION' && isOverdue(duty, now))
    .filter((duty) => !isMissed(duty, state.missed))
    .flatMap(({ rule, instance, dueAt }) => (dueAt === null ? [] : [{ rule, instance, dueAt }]))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map(({ rule, instance, dueAt }) => {
      const at = new Date(Date.parse(dueAt) + 30_000).toISOString();
      return { type: 'RecordDutyMissed', rule, instance, at, enteredAt: at, by: 'duty-watch' };
    });
