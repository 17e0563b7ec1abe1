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

@ApiSchema({ description: 'Why a command would not be carried out.' })
export class ActionRefusalDto {
  @ShownText({
    example: 'hearing-not-held',
    about: 'The code of the refusal, for machines; it never changes. docs/generated/refusals.md lists all.',
  })
  readonly code!: string;

  @ShownText({ ...words.rule, optional: true, about: `${words.rule.about} Null: a guard of the system.` })
  readonly rule!: string | null;

  @ShownText({ ...words.paragraph, optional: true, about: `${words.paragraph.about} Null: a guard of the system.` })
  readonly paragraph!: string | null;

  @ShownText({ about: 'What is wrong, in a sentence, in the language of the answer.' })
  readonly message!: string;

  @ShownText({ about: 'What to do now, in a sentence, in the language of the answer.' })
  readonly next!: string;

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

  @Shown(() => ActionRefusalDto, {
    optional: true,
    about: 'What stands in the way: a rule, or a guard of the system. Null where nothing does.',
  })
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
