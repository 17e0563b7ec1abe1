import type { Refusal } from '../refusal.js';
import { knownDutiesOf, type KnownDuty } from '../duties/known-duties.js';
import { termsOf } from '../rulebook/ordered-terms.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import { assertMay, steps } from './case.decider.js';
import type { LaterCommand } from './case.commands.js';
import { type CaseSettings, defaultCaseSettings } from './case.settings.js';
import { type CaseState, isSubmitted, type SubmittedCase } from './case.state.js';
import { refusalOf } from './lawful/refusal-of.js';
import type { Moment, Step } from './step.js';
import { recordedBy } from './what-commands-record.js';

/** What is in the way of a command: `refusalIn` says that to people. */
export type InTheWay = Pick<Refusal, 'code' | 'rule' | 'paragraph' | 'facts'>;

/** Whether a command comes into question, what of it is left to be done, and which duty is done by it. */
export type CaseAction = Readonly<{
  command: LaterCommand['type'];
  allowed: boolean;
  refusal: InTheWay | null;
  /** Of fields whose words the case does not all take: what is in the way of each, null of those that are left. */
  words: Readonly<Record<string, Readonly<Record<string, InTheWay | null>>>>;
  /** The duty that is open and is discharged by it, the one that is due first; null where none is. */
  duty: KnownDuty | null;
  /** Whether the case goes on to its next step by it. */
  movesOn: boolean;
}>;

/**
 * What may be done next with a case, and for each thing that may not the rule in the way: the gates of the decider and the words that
 * it takes, asked of every command. What a command says in detail may still be refused.
 */
export const actionsOf = (
  state: CaseState,
  moment: Moment,
  settings: CaseSettings = defaultCaseSettings,
): readonly CaseAction[] => {
  const submitted = isSubmitted(state) ? state : null;
  const duties = submitted ? knownDutiesOf(submitted, settings.calendars) : [];
  return commandTypes.map((command) => {
    const words = submitted ? wordsOf(command, submitted) : {};
    const gate = refusalOf(() => assertMay(command, state, moment, settings));
    const refusal = gate ?? (submitted && nothingLeft(command, submitted)) ?? noWordLeft(words);
    return {
      command,
      allowed: refusal === null,
      refusal: refusal && inTheWay(refusal),
      words,
      duty: submitted && dutyDoneBy(command, submitted, duties),
      movesOn: recordedBy[command].movesOn,
    };
  });
};

// The table's own keys, which Object.keys widens to strings.
const commandTypes = Object.keys(steps) as LaterCommand['type'][];

// The table holds for each type the step of that type, which the compiler cannot follow through an index.
const step = (command: LaterCommand['type']) => steps[command] as unknown as Step<LaterCommand['type']>;

const nothingLeft = (command: LaterCommand['type'], state: SubmittedCase): Refusal | null =>
  step(command).nothingLeft?.(state) ?? null;

const wordsOf = (command: LaterCommand['type'], state: SubmittedCase): CaseAction['words'] =>
  Object.fromEntries(
    Object.entries(step(command).takes ?? {}).map(([field, { words, refusal }]) => [
      field,
      Object.fromEntries(
        words.map((word) => {
          const found = refusal(word, state);
          return [word, found && inTheWay(found)];
        }),
      ),
    ]),
  );

/** What is in the way of the first word of a field of which none is left; null where each field has one. */
const noWordLeft = (words: CaseAction['words']): InTheWay | null => {
  const none = Object.values(words).find((field) => Object.values(field).every((refusal) => refusal !== null));
  return Object.values(none ?? {})[0] ?? null;
};

const inTheWay = ({ code, rule, paragraph, facts }: InTheWay): InTheWay => ({ code, rule, paragraph, facts });

/** The open duty that ends with what the command records: the one that is due first, what has no day yet last. */
const dutyDoneBy = (
  command: LaterCommand['type'],
  state: SubmittedCase,
  duties: readonly KnownDuty[],
): KnownDuty | null => {
  const book = rulebookById(state.application.rulebook);
  const { event, discharges = event } = recordedBy[command];
  const rows = [...termsOf(state, book), book.instalments].filter(({ dischargedBy }) => dischargedBy === discharges);
  const rules = new Set(rows.map(({ rule }) => rule));
  const [first] = duties
    .filter(({ rule, status }) => status === 'OPEN' && rules.has(rule))
    .toSorted((one, other) => (one.due ?? pendingLast).localeCompare(other.due ?? pendingLast));
  return first ?? null;
};

const pendingLast = '9999-12-31';
