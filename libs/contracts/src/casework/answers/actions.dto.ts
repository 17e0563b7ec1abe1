import { ApiSchema } from '@nestjs/swagger';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';
import { RefusalDto } from '../../http/refusal.dto.js';

@ApiSchema({ description: 'Why a command would not be carried out.' })
export class ActionRefusalDto extends RefusalDto {
  @ShownText({ about: 'What is wrong, in a sentence, in the language of the answer.' })
  readonly message!: string;
}

@ApiSchema({ description: 'A field of the body, and the words that may be said in it.' })
export class ActionChoiceDto {
  @ShownText({ example: 'party', about: 'The name of the field.' })
  readonly field!: string;

  @ShownTexts({ example: ['RECIPIENT'], about: 'The words that may be said in it.' })
  readonly values!: readonly string[];
}

@ApiSchema({ description: 'The duty that is done by an action.' })
export class ActionDutyDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownNumber({ ...words.instance, optional: true })
  readonly instance!: number | null;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText({ about: 'What must be done, in the language of the answer.' })
  readonly duty!: string;

  @ShownDate(words.due)
  readonly due!: string | null;

  @ShownFlag({ about: 'True where it is owed and its day is over.' })
  readonly overdue!: boolean;
}

/** How much an action matters now, what matters most first. */
export const importances = ['PRIMARY', 'DUE', 'POSSIBLE', 'NOT_NOW'] as const;

@ApiSchema({
  description: 'One thing that may be done. Where it may not, `refusal`, `permission` or both say why.',
})
export class ActionDto {
  @ShownText({ example: 'RegisterApplication', about: 'The name of the command.' })
  readonly command!: string;

  @ShownText({ example: 'Register the application', about: 'What it is called, in the language of the answer.' })
  readonly title!: string;

  @ShownText({
    example: 'registration',
    about: 'The end of its address, below `/cases/{caseId}/` or `/complaints/{complaintId}/`.',
  })
  readonly path!: string;

  @ShownText({
    example: '/api/v1/schemas/RegisterApplication?caseId=0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11',
    about: 'The address of the schema of its body, with the choices that there are here.',
  })
  readonly schema!: string;

  @ShownTexts({ example: ['caseworker', 'provider-head'], about: 'The roles that may do it.' })
  readonly roles!: readonly string[];

  @ShownFlag({ about: 'True where the caller may do it now. The command may still be refused for what its body says.' })
  readonly allowed!: boolean;

  @ShownChoice(importances, {
    about:
      'PRIMARY: what the caller does next, at most one. DUE: a duty is done by it. POSSIBLE: it may be done. NOT_NOW: it may not, or not by the caller.',
  })
  readonly importance!: (typeof importances)[number];

  @Shown(() => ActionDutyDto, { optional: true, about: 'The duty that is done by it; null where none is open.' })
  readonly duty!: ActionDutyDto | null;

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
    about:
      'The words that the caller may use in the body and that are left to be said; null where the permission does not depend on the body.',
  })
  readonly choice!: ActionChoiceDto | null;

  @ShownList(() => ActionChoiceDto, {
    about: 'The words that are left of each field that does not take all, whoever says them.',
  })
  readonly left!: readonly ActionChoiceDto[];
}

@ApiSchema({
  description:
    'What the caller may do next with a case, what matters most first, then in the order of the paragraphs. It is read from the log and never lags.',
})
export class CaseActionsDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownNumber(words.revisionAndETag)
  readonly revision!: number;

  @ShownList(() => ActionDto, { about: 'Everything that can be done to a case, allowed or not.' })
  readonly actions!: readonly ActionDto[];
}

@ApiSchema({ description: 'The same about a complaint.' })
export class ComplaintActionsDto {
  @ShownText(words.complaintId)
  readonly complaintId!: string;

  @ShownNumber(words.revisionAndETag)
  readonly revision!: number;

  @ShownList(() => ActionDto, { about: 'Everything that can be done about a complaint, allowed or not.' })
  readonly actions!: readonly ActionDto[];
}
