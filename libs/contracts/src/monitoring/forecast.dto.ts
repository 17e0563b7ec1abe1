import { termUnits, forms, routes } from '@app/domain';
import { DeadlineDto, PageDto } from '../casework/answers/lists.dto.js';
import { field } from '../http/fields/field.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';

const groups = ['RULE_OFFICE_ROUTE_FORM', 'RULE_OFFICE_ROUTE', 'RULE_OFFICE', 'RULE_ROUTE', 'RULE'] as const;

/** What a share of past duties rests on. */
export class ForecastNumbersDto {
  @ShownChoice(groups, {
    about: 'What the past duties have in common with this one: the narrowest with enough of them.',
  })
  readonly group!: string;

  @ShownNumber({
    about:
      'Past duties of the group: kept, done late, or owed still past their day. A duty that fell away is not counted.',
  })
  readonly comparable!: number;

  @ShownNumber({ about: 'Those of them that were not done before as many days of their term were used up.' })
  readonly stillOpenAtThisPoint!: number;

  @ShownNumber({ about: 'Those of the latter that were late.' })
  readonly late!: number;

  @ShownNumber({ about: 'Those of the late that are owed still.' })
  readonly lateAndStillOwed!: number;

  @ShownNumber({ about: 'Duties of the group that fell away: not comparable, and counted nowhere else.' })
  readonly fallenAway!: number;
}

/** The share of comparable past duties that were late from the point on which this one stands. */
export class ForecastDto {
  @ShownChoice(['PAST_DUTIES', 'OVERDUE', 'TOO_FEW'], {
    about: 'A share of past duties; late by fact, nothing is forecast; too few past duties for a share.',
  })
  readonly basis!: string;

  @ShownText({ optional: true, example: '15/60', about: 'late / stillOpenAtThisPoint, exactly; null where too few.' })
  readonly share!: string | null;

  @field({ optional: true, example: 25, about: 'The share, rounded to a tenth.' }, { type: 'number' })
  readonly percent!: number | null;

  @ShownText({ about: 'The same in a sentence.' })
  readonly why!: string;

  @ShownNumber({
    about: 'Days of the term used up, in its unit: 0 on the trigger day, at most the whole term.',
    example: 12,
  })
  readonly usedDays!: number;

  @ShownNumber({ example: 30 })
  readonly termDays!: number;

  @ShownChoice(termUnits)
  readonly termUnit!: string;

  @ShownNumber({ about: 'How many past duties still open at this point a share needs.' })
  readonly minimum!: number;

  @Shown(() => ForecastNumbersDto, { optional: true, about: 'Null where nothing is forecast.' })
  readonly numbers!: ForecastNumbersDto | null;

  @ShownText({
    optional: true,
    about:
      'Where the past duties are listed that were still open at this point; an office-bound role sees those of its office.',
  })
  readonly pastCases!: string | null;
}

/** One open duty of one case, with its forecast. */
export class ForecastItemDto extends DeadlineDto {
  @ShownChoice(routes)
  readonly route!: string;

  @ShownChoice(forms)
  readonly form!: string;

  @Shown(() => ForecastDto)
  readonly forecast!: ForecastDto;
}

export class ForecastPageDto extends PageDto {
  @ShownDate({ about: 'Everything is as of the end of this day.' })
  readonly asOf!: string;

  @ShownList(() => ForecastItemDto)
  readonly items!: readonly ForecastItemDto[];
}

/** One past duty behind a share. */
export class PastCaseDto extends DeadlineDto {
  @ShownNumber({ optional: true, about: 'Days of its term used up when it was done; null where it was not.' })
  readonly usedDays!: number | null;

  @ShownFlag({ about: 'Whether it was late as of the day asked for.' })
  readonly late!: boolean;
}

export class PastCasesDto extends PageDto {
  @ShownDate()
  readonly asOf!: string;

  @ShownList(() => PastCaseDto)
  readonly items!: readonly PastCaseDto[];
}
