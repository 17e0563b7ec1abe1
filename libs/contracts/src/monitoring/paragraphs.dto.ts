import { ApiSchema } from '@nestjs/swagger';
import { KeyField, QueryNumberField } from '../http/fields/formats.js';
import { words } from '../http/fields/words.js';
import { Shown, ShownInstant, ShownList, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';

/** Narrows what is counted under the paragraphs. */
export class ParagraphsQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @QueryNumberField({ ...words.soonDays, min: 0, max: 60, optional: true })
  readonly soonDays?: number;
}

@ApiSchema({ description: 'Duties of cases and complaints, counted.' })
export class ParagraphCountsDto {
  @ShownNumber({ about: 'Duties to be done and not past due.' })
  readonly OPEN!: number;

  @ShownNumber({ about: 'Duties to be done and due soon; they are also counted as OPEN.' })
  readonly DUE_SOON!: number;

  @ShownNumber({ about: 'Duties to be done and past due.' })
  readonly OVERDUE!: number;

  @ShownNumber({
    about: 'Duties recorded as missed, done late since or not; what is found to have been kept is not among them.',
  })
  readonly MISSED!: number;

  @ShownNumber({
    about: 'Duties, done or to be done, whose day needs a year without calendar; they are in no other bucket.',
  })
  readonly PENDING!: number;
}

@ApiSchema({ description: 'One paragraph of the Order.' })
export class ParagraphDto {
  @ShownText({
    example: '6',
    about:
      '1 to 15 are paragraphs of the Rules; `Order`, `App 1`, `App 2` and `App 3` the Order itself and its appendices.',
  })
  readonly paragraph!: string;

  @ShownText({ optional: true, about: 'The first words; null where it is not transcribed.' })
  readonly begins!: string | null;

  @ShownTexts({ example: ['R-27'], about: 'The rules of docs/law/rules.md that stand in it.' })
  readonly ruleIds!: readonly string[];

  @Shown(() => ParagraphCountsDto)
  readonly counts!: ParagraphCountsDto;

  @ShownText({
    example: '/api/v1/monitoring/paragraphs/6',
    about: 'The address of the paragraph with its words and rules.',
  })
  readonly address!: string;

  @ShownText({
    example: '/api/v1/monitoring/duties?paragraph=6',
    about: 'The address that lists the duties of cases under it on the deadline board.',
  })
  readonly duties!: string;
}

@ApiSchema({ description: 'The paragraphs of the Order.' })
export class ParagraphsDto {
  @ShownInstant(words.asOf)
  readonly asOf!: string;

  @ShownNumber({
    optional: true,
    about: 'The counts include the log up to this position; null before the first event.',
  })
  readonly position!: number | null;

  @ShownList(() => ParagraphDto, { about: 'One entry for each paragraph.' })
  readonly items!: readonly ParagraphDto[];
}

@ApiSchema({ description: 'The words of one part of a paragraph.' })
export class PassageDto {
  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownTexts({ about: 'The words of the Order, one sentence or item an entry.' })
  readonly text!: readonly string[];
}

@ApiSchema({ description: 'A test that names the rule.' })
export class RuleTestDto {
  @ShownText({ example: 'test/acceptance/filing.spec.ts', about: 'The file of the test.' })
  readonly file!: string;

  @ShownText({ about: 'The title of the test.' })
  readonly title!: string;
}

@ApiSchema({ description: 'A rule, what carries it, and how its duties stand.' })
export class CarriedRuleDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownText({ example: '6(1),(2),(3); item 3', about: 'Every place of the Order that says so.' })
  readonly place!: string;

  @ShownText({ about: 'What the rule asks for.' })
  readonly asks!: string;

  @Shown(() => ParagraphCountsDto, { about: 'The duties of the rule under this paragraph.' })
  readonly counts!: ParagraphCountsDto;

  @ShownTexts({ about: 'The source files that name the rule.' })
  readonly code!: readonly string[];

  @ShownList(() => RuleTestDto, { about: 'The tests that name the rule.' })
  readonly tests!: readonly RuleTestDto[];

  @ShownText({ optional: true, about: 'Why it asks nothing of software; null where it does.' })
  readonly notForSoftware!: string | null;
}

@ApiSchema({ description: 'One paragraph of the Order with its words and its rules.' })
export class ParagraphDetailDto extends ParagraphDto {
  @ShownInstant(words.asOf)
  readonly asOf!: string;

  @ShownNumber({
    optional: true,
    about: 'The counts include the log up to this position; null before the first event.',
  })
  readonly position!: number | null;

  @ShownList(() => PassageDto, { about: 'The words of the paragraph, part by part.' })
  readonly passages!: readonly PassageDto[];

  @ShownList(() => CarriedRuleDto, { about: 'The rules that stand in it.' })
  readonly rules!: readonly CarriedRuleDto[];
}
