import { ApiSchema } from '@nestjs/swagger';
import type { RefusalFacts } from '@app/domain';
import {
  Shown,
  ShownChoice,
  ShownFacts,
  ShownFlag,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'The rule that stands in the way.' })
export class ActionRefusalDto {
  @ShownText({
    example: 'hearing-not-held',
    about: 'The code of the refusal, for machines; it never changes. docs/generated/refusals.md lists all.',
  })
  readonly code!: string;

  @ShownText(words.rule)
  readonly rule!: string;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText({ about: 'What is wrong, in a sentence.' })
  readonly message!: string;

  @ShownFacts({ about: 'What the rule saw when it refused.' })
  readonly facts!: RefusalFacts;
}

@ApiSchema({
  description: 'The field of the body that the permission depends on, and the words that this caller may use there.',
})
export class ActionChoiceDto {
  @ShownChoice(['party', 'side', 'channel'], { about: 'The name of the field.' })
  readonly field!: string;

  @ShownTexts({ example: ['RECIPIENT'], about: 'The words that the caller may use in it.' })
  readonly values!: readonly string[];
}

@ApiSchema({
  description: 'One thing that may be done to a case. Where it may not, `refusal`, `permission` or both say why.',
})
export class CaseActionDto {
  @ShownText({ example: 'RegisterApplication', about: 'The name of the command.' })
  readonly command!: string;

  @ShownText({ example: 'registration', about: 'The end of its address, below `/cases/{caseId}/`.' })
  readonly path!: string;

  @ShownFlag({ about: 'True where the caller may do it now. The command may still be refused for what its body says.' })
  readonly allowed!: boolean;

  @Shown(() => ActionRefusalDto, { optional: true, about: 'The rule that stands in the way; null where none does.' })
  readonly refusal!: ActionRefusalDto | null;

  @ShownText({
    optional: true,
    example: 'application:register',
    about: "The permission that the caller's role lacks; null where it lacks none.",
  })
  readonly permission!: string | null;

  @Shown(() => ActionChoiceDto, {
    optional: true,
    about: 'The words that the caller may use in the body; null where the permission does not depend on the body.',
  })
  readonly choice!: ActionChoiceDto | null;
}

@ApiSchema({
  description:
    'What the caller may do next with a case, in the order of the paragraphs. It is read from the log and never lags.',
})
export class CaseActionsDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownNumber(words.revisionAndETag)
  readonly revision!: number;

  @ShownList(() => CaseActionDto, { about: 'Everything that can be done to a case, allowed or not.' })
  readonly actions!: readonly CaseActionDto[];
}
