import { registerOutcomes, stateRegisters, type RegisterOutcome, type StateRegister } from '@app/domain';
import { IinField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';

/** What a state register answered about a member of the family. */
export class RecordStateDataDto extends CommandBody {
  @ChoiceField(stateRegisters)
  readonly register!: StateRegister;

  @IinField({ about: 'Of the member of the family asked about.' })
  readonly subjectIin!: string;

  @ChoiceField(registerOutcomes, { about: 'UNAVAILABLE is an outage: it says nothing about the package.' })
  readonly outcome!: RegisterOutcome;

  @TextField({ max: 2000, optional: true, about: 'What it answered, in words.' })
  readonly summary?: string | null;
}

/** A question to a state register; its answer is recorded in the case. */
export class AskStateRegisterDto extends CommandBody {
  @ChoiceField(stateRegisters)
  readonly register!: StateRegister;

  @IinField()
  readonly subjectIin!: string;
}
