import { ApiSchema } from '@nestjs/swagger';
import type { RefusalFacts } from '@app/domain';
import { DutyChangeDto } from '../audit/diff.dto.js';
import { ShownFacts, ShownList, ShownText, ShownTexts } from './fields/shown.js';
import { words } from './fields/words.js';

@ApiSchema({ description: 'One thing that stands in the way of a command.' })
export class DryRunRefusalDto {
  @ShownText({
    example: 'hearing-not-held',
    about: 'The code of the refusal, for machines; it never changes. docs/generated/refusals.md lists all.',
  })
  readonly code!: string;

  @ShownText({ ...words.rule, optional: true, about: `${words.rule.about} Null: a guard of the system.` })
  readonly rule!: string | null;

  @ShownText({ ...words.paragraph, optional: true, about: `${words.paragraph.about} Null: a guard of the system.` })
  readonly paragraph!: string | null;

  @ShownFacts({ about: 'What the rule saw when it refused.' })
  readonly facts!: RefusalFacts;

  @ShownText({ about: 'What to do now, in a sentence, in the language of the answer.' })
  readonly next!: string;

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
