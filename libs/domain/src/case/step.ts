import type { Refusal } from '../refusal.js';
import type { LaterCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import type { CaseSettings } from './case.settings.js';
import type { SubmittedCase } from './case.state.js';
import type { InstantString } from './case.types.js';
import type { KnownCase } from './people.js';

/** When something is done, when it is entered, and who does it. */
export type Moment = Readonly<{ at: InstantString; enteredAt: InstantString; by: string }>;

/** The words of a field of a command, and what stands in the way of each. */
export type Taken = Readonly<{
  words: readonly string[];
  refusal: (word: string, state: SubmittedCase) => Refusal | null;
}>;

/** The same for a list of words of the contract. */
export const taken = <Word extends string>(
  words: readonly Word[],
  refusal: (word: Word, state: SubmittedCase) => Refusal | null,
): Taken => ({
  words,
  // asked of the words of the list alone
  refusal: (word, state) => refusal(word as Word, state),
});

/** How a submitted case answers to one command. Both parts throw a `Refusal` where a rule says no. */
export type Step<T extends LaterCommand['type']> = Readonly<{
  /**
   * What must be so before the command comes into question, whatever it says in detail; `GET /cases/{id}/actions` asks it
   * too.
   */
  gate: (state: SubmittedCase, moment: Moment, settings: CaseSettings) => void;
  /** The events; asked after the gate. */
  decide: (
    command: Extract<LaterCommand, { type: T }>,
    state: KnownCase & SubmittedCase,
    settings: CaseSettings,
  ) => readonly CaseEvent[];
  /**
   * The words that it takes of a field, as the case stands: why it does not take one of them, or null. Asked after the gate, and by
   * who tells what may be done next.
   */
  takes?: Readonly<Record<string, Taken>>;
  /** Why no body of it would do, where the gate lets it through; null where one would. Nobody but who tells what may be done next asks. */
  nothingLeft?: (state: SubmittedCase) => Refusal | null;
  /** Whether it may also be done where the case is closed. */
  whenClosed?: true;
  /** Whether it may be done before the application counts as accepted: what is not done by the provider. */
  beforeAcceptance?: true;
  /** Whether it may lie before the step that the case stands at, though never before the application was filed. */
  anyTime?: true;
}>;
