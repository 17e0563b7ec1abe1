import { Shown, ShownInstant, ShownList, ShownNumber, ShownText, ShownTexts } from '../http/fields/shown.js';

/** Duties of cases and complaints. */
export class ParagraphCountsDto {
  @ShownNumber({ about: 'Owed and not yet due.' })
  readonly OPEN!: number;

  @ShownNumber({ about: 'A part of OPEN.' })
  readonly DUE_SOON!: number;

  @ShownNumber({ about: 'Owed and past due.' })
  readonly OVERDUE!: number;

  @ShownNumber({ about: 'Recorded as missed, done since or not.' })
  readonly MISSED!: number;
}

/** One paragraph of the Order. */
export class ParagraphDto {
  @ShownText({ about: '1 to 15 of the Rules; Order, App 1, App 2, App 3.', example: '6' })
  readonly paragraph!: string;

  @ShownText({ optional: true, about: 'How it begins; null where it is not transcribed.' })
  readonly begins!: string | null;

  @ShownTexts({ about: 'The rows of docs/law/rules.md that stand in it.', example: ['R-27'] })
  readonly ruleIds!: readonly string[];

  @Shown(() => ParagraphCountsDto)
  readonly counts!: ParagraphCountsDto;

  @ShownText({ example: '/api/v1/monitoring/paragraphs/6' })
  readonly address!: string;

  @ShownText({
    about: 'The duties of cases under it on the deadline board.',
    example: '/api/v1/monitoring/duties?paragraph=6',
  })
  readonly duties!: string;
}

export class ParagraphsDto {
  @ShownInstant({ about: 'The moment that tells open and overdue apart.' })
  readonly asOf!: string;

  @ShownNumber({ optional: true, about: 'Log position that the counts include.' })
  readonly position!: number | null;

  @ShownList(() => ParagraphDto)
  readonly items!: readonly ParagraphDto[];
}

export class PassageDto {
  @ShownText({ example: '6(1)' })
  readonly paragraph!: string;

  @ShownTexts({ about: "The Order's own words." })
  readonly text!: readonly string[];
}

export class RuleTestDto {
  @ShownText({ example: 'test/acceptance/filing.spec.ts' })
  readonly file!: string;

  @ShownText()
  readonly title!: string;
}

/** A rule, what carries it, and how its duties stand. */
export class CarriedRuleDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownText({ about: 'Every place of the Order that says so.', example: '6(1),(2),(3); item 3' })
  readonly place!: string;

  @ShownText({ about: 'What it asks.' })
  readonly asks!: string;

  @Shown(() => ParagraphCountsDto, { about: 'Under this paragraph.' })
  readonly counts!: ParagraphCountsDto;

  @ShownTexts({ about: 'The source files that name it.' })
  readonly code!: readonly string[];

  @ShownList(() => RuleTestDto, { about: 'The tests that name it.' })
  readonly tests!: readonly RuleTestDto[];

  @ShownText({ optional: true, about: 'Why it asks nothing of software.' })
  readonly notForSoftware!: string | null;
}

/** One paragraph of the Order with its words and its rules. */
export class ParagraphDetailDto extends ParagraphDto {
  @ShownInstant({ about: 'The moment that tells open and overdue apart.' })
  readonly asOf!: string;

  @ShownNumber({ optional: true, about: 'Log position that the counts include.' })
  readonly position!: number | null;

  @ShownList(() => PassageDto)
  readonly passages!: readonly PassageDto[];

  @ShownList(() => CarriedRuleDto)
  readonly rules!: readonly CarriedRuleDto[];
}
