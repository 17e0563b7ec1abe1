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

/** The rule that stands in the way. */
export class ActionRefusalDto {
  @ShownText({ about: 'Stable for ever; for machines.', example: 'hearing-not-held' })
  readonly code!: string;

  @ShownText({ example: 'R-79' })
  readonly rule!: string;

  @ShownText({ example: '10' })
  readonly paragraph!: string;

  @ShownText()
  readonly message!: string;

  @ShownFacts({ about: 'What the rule saw.' })
  readonly facts!: RefusalFacts;
}

/** The word of the body that the permission depends on, and the words that the caller may say. */
export class ActionChoiceDto {
  @ShownChoice(['party', 'side', 'channel'])
  readonly field!: string;

  @ShownTexts({ example: ['RECIPIENT'] })
  readonly values!: readonly string[];
}

/** One thing that may be done to a case. Where it may not, `refusal`, `permission` or both say why. */
export class CaseActionDto {
  @ShownText({ example: 'RegisterApplication' })
  readonly command!: string;

  @ShownText({ about: 'Of its route, below the case.', example: 'registration' })
  readonly path!: string;

  @ShownFlag({ about: 'By the caller, now. What the command says in detail may still be refused.' })
  readonly allowed!: boolean;

  @Shown(() => ActionRefusalDto, { optional: true })
  readonly refusal!: ActionRefusalDto | null;

  @ShownText({ optional: true, about: "What the caller's role lacks.", example: 'application:register' })
  readonly permission!: string | null;

  @Shown(() => ActionChoiceDto, { optional: true })
  readonly choice!: ActionChoiceDto | null;
}

/** What the caller may do next with a case, in the order of the paragraphs; read from the log, so that it never lags. */
export class CaseActionsDto {
  @ShownText()
  readonly caseId!: string;

  @ShownNumber({ about: 'Also the ETag: for If-Match.' })
  readonly revision!: number;

  @ShownList(() => CaseActionDto)
  readonly actions!: readonly CaseActionDto[];
}
