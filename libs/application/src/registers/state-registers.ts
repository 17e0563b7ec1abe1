import type { RegisterOutcome, StateRegister } from '@app/domain';

/** What a state system answered about one person; `summary` in its own words where something was found. */
export type RegisterAnswer = Readonly<{ outcome: RegisterOutcome; summary: string | null }>;

/** The port to the state information systems that the provider asks itself (R-69, item 8 of the Standard). */
export abstract class StateRegisters {
  /**
   * Asks one register about one person. An outage is the answer UNAVAILABLE, never an error. Throws
   * `RegistersNotConfigured` where there is nobody to ask.
   */
  abstract ask(register: StateRegister, iin: string): Promise<RegisterAnswer>;
}

/** No address of the state information systems was given. */
export class RegistersNotConfigured extends Error {
  override readonly name = 'RegistersNotConfigured';
  constructor() {
    super('no state information system is configured: set STATE_REGISTERS_URL, or record what was found by hand');
  }
}

/** Stands in where no address was given. */
export class NoStateRegisters extends StateRegisters {
  ask(): Promise<RegisterAnswer> {
    return Promise.reject(new RegistersNotConfigured());
  }
}
