import {
  complaintDecider,
  contestedCaseOf,
  evolveAll,
  isAfter,
  Refusal,
  samples,
  uncorrected,
  type CaseState,
  type ComplaintCommand,
  type ComplaintEvent,
  type ContestedCase,
} from '@app/domain';
import type { Deed } from './case-history.js';
import type { CaseNumber } from './case-plan.js';

/** A complaint as the domain decided it. */
export type ComplaintHistory = Readonly<{
  deeds: readonly Deed<ComplaintCommand, ComplaintEvent>[];
}>;

const sample: readonly ComplaintCommand[] = [
  samples.fileComplaint(),
  samples.forwardComplaint(),
  samples.registerComplaint(),
  samples.decideComplaint(),
];
const sampleFiledOn = '2025-04-03';

/** The complaint about a case, until `until`; null where nobody complains: some do of a refusal, and of a decision that came late. */
export const complaintHistory = (
  { n, complaintId, chance }: CaseNumber,
  state: CaseState,
  until: string,
): ComplaintHistory | null => {
  const contested = contestedCaseOf(state, uncorrected);
  const grounds = contested && groundsOf(state, contested);
  if (!contested || !grounds || !chance.percent(grounds.percent)) return null;
  const complainant = { ...samples.numberedPerson(2 * n), address: `Sample street ${n % 997}, apt. ${1 + (n % 120)}` };
  const outcome = chance.percent(40) ? ('DISMISSED' as const) : ('SATISFIED' as const);
  const timing = { filedOn: grounds.filedOn, zone: contested.zone };
  const commands = samples.dated(sample, timing).map((command): ComplaintCommand => {
    const moment = { enteredAt: command.at };
    if (command.type === 'DecideComplaint')
      return { ...command, ...moment, outcome, effect: outcome === 'DISMISSED' ? null : command.effect };
    if (command.type !== 'FileComplaint') return { ...command, ...moment };
    return { ...command, ...moment, ...grounds.about, complaintId, complainant, contestedCase: contested };
  });
  return { deeds: carriedOut(commands, until) };
};

type Grounds = Readonly<{ percent: number; filedOn: string; about: object }>;

const groundsOf = (state: CaseState, { duties }: ContestedCase): Grounds | null => {
  const decision = state.dates.DecisionSigned;
  if (state.status === 'REFUSED' && decision !== undefined) {
    const about = { kind: 'DECISION', what: 'The refusal', on: decision, rule: null } as const;
    return groundsFrom(decision, { percent: 25, about: { contested: about, learnedOn: decision } });
  }
  const due = duties.find(({ rule, missedFrom }) => rule === 'R-27' && missedFrom !== null)?.due ?? null;
  return due === null ? null : groundsFrom(due, { percent: 20, about: { contested: samples.silence, learnedOn: due } });
};

/** A complaint is filed two working days after its cause. */
const groundsFrom = (cause: string, grounds: Omit<Grounds, 'filedOn'>): Grounds | null => {
  const filedOn = samples.workingDate(samples.workingDayNumber(cause) + 2 - samples.workingDaysIn(sampleFiledOn));
  return filedOn === null ? null : { ...grounds, filedOn };
};

const carriedOut = (
  commands: readonly ComplaintCommand[],
  until: string,
): readonly Deed<ComplaintCommand, ComplaintEvent>[] => {
  const deeds: Deed<ComplaintCommand, ComplaintEvent>[] = [];
  let state = complaintDecider.initial;
  try {
    for (const command of commands) {
      if (isAfter(command.enteredAt, until)) break;
      const events = complaintDecider.decide(command, state);
      state = evolveAll(complaintDecider, state, events, command.enteredAt);
      deeds.push({ command, events, recordedAt: command.enteredAt });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return deeds;
};
