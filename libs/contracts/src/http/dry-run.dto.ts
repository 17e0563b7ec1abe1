import { ApiSchema } from '@nestjs/swagger';
import { DutyChangeDto } from '../audit/diff.dto.js';
import { ShownList, ShownText, ShownTexts } from './fields/shown.js';
import { RefusalDto } from './refusal.dto.js';

@ApiSchema({ description: 'One thing that stands in the way of a command.' })
export class DryRunRefusalDto extends RefusalDto {
  @ShownText({ about: 'What is wrong, in a sentence, in the language of the answer.' })
  readonly detail!: string;
}

@ApiSchema({ description: 'What a command would do, asked by `Prefer: validate-only`. Nothing was written.' })
export class DryRunDto {
  @ShownTexts({
    example: ['AgreementSigned', 'CaseClosed'],
    about: 'The names of the events that would be recorded, in order; none where it would be refused.',
  })
  readonly events!: readonly string[];

  @ShownList(() => DutyChangeDto, { about: 'The duties that would change.' })
  readonly duties!: readonly DutyChangeDto[];

  @ShownList(() => DryRunRefusalDto, {
    about:
      'What stands in the way: each rule that says no whatever is done about the others; of those that rest on one another, the first. None: the command would be carried out.',
  })
  readonly refusals!: readonly DryRunRefusalDto[];
}
