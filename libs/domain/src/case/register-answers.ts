import type { PersonNumber, RegisterOutcome, StateRegister } from './case.types.js';

/** What a register answered about a person of the case; null where the event did not say about whom. */
export type KnownAnswer = Readonly<{
  person: PersonNumber | null;
  register: StateRegister;
  outcome: RegisterOutcome;
}>;

export type Answers = readonly KnownAnswer[];

/** What was found of a person stays found, and an outage takes back no answer (A12). */
export const withAnswer = (answers: Answers, { person, register, outcome }: KnownAnswer): Answers => {
  const index = answers.findIndex((known) => known.person === person && known.register === register);
  const known = answers[index];
  if (known === undefined) return [...answers, { person, register, outcome }];
  const stays = known.outcome === 'FOUND' || outcome === 'UNAVAILABLE';
  return stays ? answers : answers.with(index, { person, register, outcome });
};

/** What a register said of a person, null where nothing; an answer that names nobody counts where there is none of their own. */
export const outcomeOf = (answers: Answers, register: StateRegister, person: PersonNumber): RegisterOutcome | null => {
  const of = (whom: PersonNumber | null) =>
    answers.find((known) => known.person === whom && known.register === register)?.outcome ?? null;
  const own = of(person);
  return isAnswer(own) ? own : (of(null) ?? own);
};

/** Whether a register has answered: it was asked, and is not away. */
export const isAnswer = (outcome: RegisterOutcome | null): boolean => outcome === 'FOUND' || outcome === 'NOT_FOUND';

/** Whether a register was asked about a person by name; that it is away is recorded as well. */
export const isAsked = (answers: Answers, register: StateRegister, person: PersonNumber): boolean =>
  answers.some((known) => known.person === person && known.register === register);
