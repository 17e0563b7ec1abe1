import type { RegisterOutcome, StateRegister } from '@app/domain';

/** What a state system answered about one person; `summary` says what was found, or why it could not be asked. */
export type RegisterAnswer = Readonly<{ outcome: RegisterOutcome; summary: string | null }>;

/** The port to the state information systems that the provider asks itself (R-69, item 8 of the Standard). */
export abstract class StateRegisters {
  /** Asks one register about one person. That it cannot be asked is the answer UNAVAILABLE, with the reason, never an error. */
  abstract ask(register: StateRegister, iin: string): Promise<RegisterAnswer>;
}

/** In place of an answer where a question is only tried: no number leaves the house. */
export const notAsked: RegisterAnswer = { outcome: 'UNAVAILABLE', summary: 'Not asked: this is a dry run.' };

/** Stands in where no address was given: nobody can be asked, and that is the answer. */
export class NoStateRegisters extends StateRegisters {
  ask(): Promise<RegisterAnswer> {
    return Promise.resolve({ outcome: 'UNAVAILABLE', summary: 'No state information system is configured.' });
  }
}
