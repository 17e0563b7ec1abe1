import type { Calendars } from '../calendar/calendars.js';
import { endOfLocalDay, isAfter, localDateOf, millisOf } from '../calendar/zones.js';
import { type CaseState, isSubmitted } from '../case/case.state.js';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { knownDutiesOf } from '../duties/known-duties.js';
import type { Duty } from '../duties/duty.js';
import type { FilingState } from './complaint.state.js';
import type { ContestedCase, ContestedDuty } from './contested-case.js';

/** What a complaint about a case must know of it; null before submission. Throws what `knownDutiesOf` throws. */
export const contestedCaseOf = (state: CaseState, calendars: Calendars): ContestedCase | null => {
  if (!isSubmitted(state)) return null;
  const { caseId, officeId, zone, rulebook, submittedAt } = state.application;
  const owed = knownDutiesOf(state, calendars).filter(({ kind }) => kind === 'OBLIGATION');
  return {
    caseId,
    officeId,
    zone,
    rulebook,
    filedOn: localDateOf(submittedAt, zone),
    decidedOn: firstDecision(state.history, zone),
    duties: owed.map(contestedDuty),
  };
};

/** What the provider and its commission decide (paras 6, 9 and 10). */
const decisionTypes: ReadonlySet<string> = new Set([
  'ApplicationRejected',
  'PreliminaryRefusalNotified',
  'CommissionDecided',
  'DecisionSigned',
]);

const firstDecision = (history: CaseState['history'], zone: string): LocalDate | null => {
  const decided = history.filter(({ event }) => decisionTypes.has(event.type));
  return decided.map(({ event }) => localDateOf(event.data.at, zone)).toSorted()[0] ?? null;
};

/** An open duty is missed from the end of its day on, if nothing happens until then. */
const contestedDuty = ({ rule, debtor, due, dueAt, pending, status, late }: Duty): ContestedDuty => ({
  rule,
  debtor,
  due,
  missedFrom: status === 'OPEN' || late === true ? dueAt : null,
  pending,
});

/**
 * From when the recipient may take the provider's silence for a refusal, ISO 8601 in UTC: the instant after the term to
 * decide has run out, while no decision is signed (APPC 91(2), A22). Null where that has not come, or is over. It
 * opens the complaint; the case stays open and the decision owed.
 */
export const deemedRefusedBy = (
  duties: readonly Pick<Duty, 'rule' | 'status' | 'dueAt'>[],
  now: InstantString,
): InstantString | null => {
  const decision = duties.find(({ rule }) => rule === 'R-27');
  const dueAt = decision?.status === 'OPEN' ? decision.dueAt : null;
  return dueAt !== null && isAfter(now, dueAt) ? justAfter(dueAt) : null;
};

/**
 * The moment that a complaint is about, ISO 8601: the end of the day of the contested decision or action; for an inaction
 * the first moment at which the duty had not been kept in time; that of filing where neither is known, or that is pending.
 */
export const contestedMoment = (
  { contested, zone }: Pick<FilingState, 'contested' | 'zone'>,
  duties: readonly Pick<Duty, 'rule' | 'dueAt'>[],
  filedAt: InstantString,
): InstantString => {
  if (contested.on !== null) return endOfLocalDay(contested.on, zone);
  const dueAt = duties.find(({ rule }) => rule === contested.rule)?.dueAt ?? null;
  return dueAt === null ? filedAt : justAfter(dueAt);
};

const justAfter = (at: InstantString): InstantString => new Date(millisOf(at) + 1).toISOString();
