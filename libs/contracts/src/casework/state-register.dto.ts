import { ApiSchema } from '@nestjs/swagger';
import { registerOutcomes, stateRegisters, type RegisterOutcome, type StateRegister } from '@app/domain';
import { IinField } from '../http/fields/formats.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { CommandBody } from '../http/command-body.js';

@ApiSchema({ description: 'What a state register answered about a member of the family.' })
export class RecordStateDataDto extends CommandBody {
  @ChoiceField(stateRegisters, { about: 'The register that was asked.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the person who was asked about, twelve digits.' })
  readonly subjectIin!: string;

  @ChoiceField(registerOutcomes, {
    about: 'FOUND and NOT_FOUND are answers. UNAVAILABLE is an outage: it says nothing about the documents.',
  })
  readonly outcome!: RegisterOutcome;

  @TextField({ max: 2000, optional: true, about: 'The answer in words. Absent: none.' })
  readonly summary?: string | null;
}

@ApiSchema({ description: 'A question to a state register. Its answer is recorded in the case.' })
export class AskStateRegisterDto extends CommandBody {
  @ChoiceField(stateRegisters, { about: 'The register to ask.' })
  readonly register!: StateRegister;

  @IinField({ about: 'The IIN of the member of the family to ask about, twelve digits.' })
  readonly subjectIin!: string;
}
