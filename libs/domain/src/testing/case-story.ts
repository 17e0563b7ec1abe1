import type { CaseCommand } from '../case/case.commands.js';
import { caseDecider } from '../case/case.decider.js';
import type { CaseEvent } from '../case/case.events.js';
import { evolveCase } from '../case/case.evolve.js';
import { type CaseState, initialCase } from '../case/case.state.js';
import type { CaseStatus } from '../case/case.types.js';
import type { KnownCase } from '../case/people.js';
import type { Decider } from '../decider.js';
import { Refusal } from '../refusal.js';
import type { RefusalCode } from '../refusals/refuse.js';
import { recordFamilyData, registerApplication, submitApplication } from '../samples/case-commands.js';
import { portalPath } from '../samples/case-paths.js';
import { sampleAnswers } from '../samples/people.js';

/** What commands give when a case carries them out one after another. Throws the first refusal. */
export const eventsOf = (
  path: readonly CaseCommand[],
  decider: Decider<CaseCommand, KnownCase, CaseEvent> = caseDecider,
): readonly CaseEvent[] => {
  const events: CaseEvent[] = [];
  for (const command of path) events.push(...decider.decide(command, caseAfter(events)));
  return events;
};

/** A case folded from its events, each entered when it happened, with its people. */
export const caseAfter = (events: readonly CaseEvent[], before: KnownCase = caseDecider.initial): KnownCase =>
  events.reduce((state, event) => caseDecider.evolve(state, event, event.data.at), before);

/** The same as it is stored and shown: who its people are is not in it. */
const storedAfter = (events: readonly CaseEvent[]): CaseState =>
  events.reduce((state, event) => evolveCase(state, event, event.data.at), initialCase);

/** An application that is registered, after every register was asked about its people. */
export const registeredAs = (filing: Parameters<typeof submitApplication>[0] = {}): readonly CaseCommand[] => {
  const submit = submitApplication(filing);
  const iins = [submit.applicant, ...submit.familyMembers].map(({ iin }) => iin);
  return [
    submit,
    recordFamilyData({ at: submit.at, answers: sampleAnswers(iins) }),
    registerApplication(filing.at === undefined ? {} : { at: filing.at }),
  ];
};

/** The commands that bring the sample case to a status, none more. Throws where its path does not come by there. */
export const pathTo = (status: CaseStatus, path: readonly CaseCommand[] = portalPath): readonly CaseCommand[] => {
  const length = path.findIndex((_, index) => caseAfter(eventsOf(path.slice(0, index + 1))).status === status);
  if (length < 0) throw new Error(`the path does not come by ${status}`);
  return path.slice(0, length + 1);
};

/** The events that bring the sample case to a status. */
export const eventsTo = (status: CaseStatus, path?: readonly CaseCommand[]): readonly CaseEvent[] =>
  eventsOf(pathTo(status, path));

/** What became of a decision: its events, or its refusal. */
export type Outcome = Readonly<{ events: readonly CaseEvent[]; refusal: Refusal | null }>;

/** Carries out a command on a case with a history. Errors that are not refusals are thrown on. */
export const outcomeOf = (history: readonly CaseEvent[], command: CaseCommand, decider = caseDecider): Outcome => {
  try {
    return { events: decider.decide(command, caseAfter(history)), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { events: [], refusal: error };
    throw error;
  }
};

/**
 * A story of one case: `given(eventsTo('REGISTERED')).when(confirmCompleteness())`, and then what came of it. Each
 * ending throws an error that shows what came instead.
 */
export const given = (history: readonly CaseEvent[], decider = caseDecider) => ({
  when: (command: CaseCommand) => {
    const outcome = outcomeOf(history, command, decider);
    return {
      ...outcome,
      state: storedAfter([...history, ...outcome.events]),
      /** Compares the types of the events, in order. */
      gives: (...types: readonly CaseEvent['type'][]): void => {
        const actual =
          outcome.refusal === null ? outcome.events.map(({ type }) => type).join(', ') : told(outcome.refusal);
        if (actual !== types.join(', ')) throw new Error(`expected ${types.join(', ')}, but it gave ${actual}`);
      },
      /** Compares the code, and where given the facts. */
      isRefused: (code: RefusalCode, facts?: Refusal['facts']): void => {
        const { refusal } = outcome;
        if (refusal?.code !== code) throw new Error(`expected the refusal ${code}, but ${told(refusal)}`);
        if (facts !== undefined && JSON.stringify(refusal.facts) !== JSON.stringify(facts)) {
          throw new Error(`expected ${code} for ${JSON.stringify(facts)}, but ${told(refusal)}`);
        }
      },
    };
  },
});

const told = (refusal: Refusal | null): string =>
  refusal === null ? 'nothing was refused' : `the refusal ${refusal.code} for ${JSON.stringify(refusal.facts)}`;
