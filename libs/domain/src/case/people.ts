import { refuse } from '../refusals/refuse.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { type CaseState, initialCase } from './case.state.js';
import type { InstantString, PersonNumber } from './case.types.js';

/**
 * A case and the IINs of its people, by their numbers. Who decides knows them, so that a person can be told from a
 * stranger; the state that is stored and shown has the numbers alone.
 */
export type KnownCase = CaseState & Readonly<{ people: readonly string[] }>;

/** A case of which nobody is known yet. */
export const unknownCase: KnownCase = { ...initialCase, people: [] };

/** Folds a fact into a case and its people. */
export const evolveKnown = (known: KnownCase, event: CaseEvent, enteredAt: InstantString): KnownCase => ({
  ...evolveCase(known, event, enteredAt),
  people:
    event.type === 'ApplicationSubmitted'
      ? [event.data.applicant, ...event.data.familyMembers].map(({ iin }) => iin)
      : known.people,
});

/**
 * The IIN of who applied, whose key seals what is said of the case in words. Throws `applicant-erased`: an erased
 * applicant has none any more.
 */
export const applicantIinOf = ({ people: [applicant] }: KnownCase): string => {
  if (applicant === undefined) throw refuse('applicant-erased');
  return applicant;
};

/** The number of a person of the case. Throws `not-a-person-of-the-case`, with the field that holds the IIN. */
export const personOf = (iin: string, field: string, { people }: KnownCase): PersonNumber => {
  const person = people.indexOf(iin);
  if (person < 0) throw refuse('not-a-person-of-the-case', { field });
  return person;
};
