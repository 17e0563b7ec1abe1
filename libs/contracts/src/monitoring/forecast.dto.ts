import { ApiSchema } from '@nestjs/swagger';
import { forecastGroups, forms, routes, obliged, termUnits, type Obliged, type Form, type Route } from '@app/domain';
import { KeyField, LocalDateField, QueryNumberField } from '../http/fields/formats.js';
import { ChoiceField } from '../http/fields/values.js';
import { ListQuery } from '../casework/queries.js';
import { words } from '../http/fields/words.js';
import { DeadlineDto } from '../casework/answers/deadlines.dto.js';
import { PageDto } from '../casework/answers/lists.dto.js';
import { field } from '../http/fields/field.js';
import { Shown, ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';

const asOfDay =
  'The day at whose end everything is looked at, by the days on which things happened. Absent: today; a `cursor` keeps its day.';

/** Narrows the open duties of a forecast. */
export class ForecastQuery extends ListQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @KeyField({ ...words.onlyRule, optional: true })
  readonly rule?: string;

  @ChoiceField(obliged, { ...words.onlyDebtor, optional: true })
  readonly debtor?: Obliged;

  @ChoiceField(routes, { optional: true, about: 'Only cases of this route.' })
  readonly route?: Route;

  @ChoiceField(['true', 'false'], {
    optional: true,
    about: '`true`: only duties past due already. `false`: only those that are not. Absent: both.',
  })
  readonly overdue?: 'true' | 'false';

  @QueryNumberField({
    min: 0,
    max: 100,
    optional: true,
    example: 25,
    about: 'Only duties with at least this share, in percent. Duties without a share are left out. Absent: all.',
  })
  readonly minimumShare?: number;

  @QueryNumberField({
    min: 1,
    max: 10_000,
    optional: true,
    example: 20,
    about: 'The least number of past duties, still open at the same point, that a share needs. Absent: 20.',
  })
  readonly minimumCases?: number;

  @ChoiceField(['share', 'due'], {
    optional: true,
    about:
      '`share`: the greatest share comes first, duties without one last. `due`: what is due first comes first. Absent: `share`.',
  })
  readonly sort?: 'share' | 'due';

  @LocalDateField({ optional: true, about: asOfDay })
  readonly asOf?: string;
}

/** Names the past duties behind a share, as the forecast links to them. */
export class ForecastCasesQuery extends ListQuery {
  @KeyField(words.onlyRule)
  readonly rule!: string;

  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @ChoiceField(routes, { optional: true, about: 'Only cases of this route.' })
  readonly route?: Route;

  @ChoiceField(forms, { optional: true, about: 'Only cases of this form.' })
  readonly form?: Form;

  @QueryNumberField({
    min: 0,
    max: 1000,
    optional: true,
    example: 12,
    about: 'Only duties that were not done yet after this many days of their term. Absent: all.',
  })
  readonly usedDays?: number;

  @LocalDateField({ optional: true, about: asOfDay })
  readonly asOf?: string;
}

@ApiSchema({ description: 'The past duties that a share rests on.' })
export class ForecastNumbersDto {
  @ShownChoice(forecastGroups, {
    about: 'What the past duties share with this one. It is the narrowest group that has enough of them.',
  })
  readonly group!: string;

  @ShownNumber({
    about:
      'The past duties of the group: done in time, done late, or still not done and past due. Those that fell away are not counted.',
  })
  readonly comparable!: number;

  @ShownNumber({ about: 'Those of them that were not done yet after as many days of their term.' })
  readonly stillOpenAtThisPoint!: number;

  @ShownNumber({ about: 'Those of the latter that were late.' })
  readonly late!: number;

  @ShownNumber({ about: 'Those of the late ones that are still not done.' })
  readonly lateAndStillOwed!: number;

  @ShownNumber({ about: 'The duties of the group that fell away. They are counted nowhere else.' })
  readonly fallenAway!: number;
}

@ApiSchema({ description: 'How many comparable past duties were late from the point at which this one stands.' })
export class ForecastDto {
  @ShownChoice(['PAST_DUTIES', 'OVERDUE', 'TOO_FEW'], {
    about:
      'PAST_DUTIES: a share of past duties. OVERDUE: late already, nothing is forecast. TOO_FEW: too few past duties for a share.',
  })
  readonly basis!: string;

  @ShownText({
    optional: true,
    example: '15/60',
    about: 'The exact share: late / stillOpenAtThisPoint; null where there are too few.',
  })
  readonly share!: string | null;

  @field(
    { optional: true, example: 25, about: 'The share in percent, rounded to a tenth; null where there is none.' },
    { type: 'number' },
  )
  readonly percent!: number | null;

  @ShownText({ about: 'The forecast in a sentence.' })
  readonly why!: string;

  @ShownNumber({
    example: 12,
    about: 'The days of the term that have passed, in its unit: 0 on the trigger day, at most the whole term.',
  })
  readonly usedDays!: number;

  @ShownNumber({ example: 30, about: 'The length of the term, in its unit.' })
  readonly termDays!: number;

  @ShownChoice(termUnits, { about: 'Whether the term counts calendar or working days.' })
  readonly termUnit!: string;

  @ShownNumber({ about: 'The least number of past duties still open at this point that a share needs.' })
  readonly minimum!: number;

  @Shown(() => ForecastNumbersDto, {
    optional: true,
    about: 'The numbers behind the share; null where nothing is forecast.',
  })
  readonly numbers!: ForecastNumbersDto | null;

  @ShownText({
    optional: true,
    about:
      'The address that lists the past duties still open at this point; null where nothing is forecast. A role bound to an office sees those of its office.',
  })
  readonly pastCases!: string | null;
}

@ApiSchema({ description: 'One open duty of one case, with its forecast.' })
export class ForecastItemDto extends DeadlineDto {
  @ShownChoice(routes, words.route)
  readonly route!: string;

  @ShownChoice(forms, words.form)
  readonly form!: string;

  @Shown(() => ForecastDto)
  readonly forecast!: ForecastDto;
}

@ApiSchema({ description: 'A page of the forecast.' })
export class ForecastPageDto extends PageDto {
  @ShownDate({ about: 'The day at whose end everything is looked at.' })
  readonly asOf!: string;

  @ShownList(() => ForecastItemDto, { about: 'The open duties of this page.' })
  readonly items!: readonly ForecastItemDto[];
}

@ApiSchema({ description: 'One past duty behind a share.' })
export class PastCaseDto extends DeadlineDto {
  @ShownNumber({
    optional: true,
    about: 'The days of its term that had passed when it was done; null where it was not done.',
  })
  readonly usedDays!: number | null;

  @ShownFlag({ about: 'True where it was late at the end of the day asked for.' })
  readonly late!: boolean;
}

@ApiSchema({ description: 'A page of the past duties behind a share.' })
export class PastCasesDto extends PageDto {
  @ShownDate({ about: 'The day at whose end everything is looked at.' })
  readonly asOf!: string;

  @ShownList(() => PastCaseDto, { about: 'The past duties of this page.' })
  readonly items!: readonly PastCaseDto[];
}
