import type { ComplaintCommand } from '../complaint/complaint.commands.js';
import { complaintDecider } from '../complaint/complaint.decider.js';
import type { ComplaintEvent } from '../complaint/complaint.events.js';
import type { ComplaintState } from '../complaint/complaint.state.js';
import { Refusal } from '../refusal.js';

/** What commands give when a complaint carries them out one after another. Throws the first refusal. */
export const complaintEventsOf = (path: readonly ComplaintCommand[]): readonly ComplaintEvent[] => {
  const events: ComplaintEvent[] = [];
  for (const command of path) events.push(...complaintDecider.decide(command, complaintAfter(events)));
  return events;
};

/** A complaint folded from its events, each entered when it happened. */
export const complaintAfter = (
  events: readonly ComplaintEvent[],
  before: ComplaintState = complaintDecider.initial,
): ComplaintState => events.reduce((state, event) => complaintDecider.evolve(state, event, event.data.at), before);

/** A complaint that has carried out some commands. */
export const complaintThat = (...path: readonly ComplaintCommand[]): ComplaintState =>
  complaintAfter(complaintEventsOf(path));

/** What a further command comes to: the types of its events, or the refusal's code and facts. */
export const comesTo = (path: readonly ComplaintCommand[], command: ComplaintCommand): ComplaintOutcome => {
  const state = complaintThat(...path);
  try {
    return complaintDecider.decide(command, state).map(({ type }) => type);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, rule: error.rule, facts: error.facts };
    throw error;
  }
};

/** Events by type, or a refusal. */
export type ComplaintOutcome =
  readonly ComplaintEvent['type'][] | Readonly<{ code: string; rule: string | null; facts: Refusal['facts'] }>;
