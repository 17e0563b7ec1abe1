import { forms, routes, obliged, type Obliged, type Form, type Route } from '@app/domain';
import { KeyField, LocalDateField } from '../http/fields/formats.js';
import { QueryNumberField } from '../http/fields/query-values.js';
import { ChoiceField } from '../http/fields/values.js';
import { ListQuery } from '../casework/queries/list.query.js';

const asOfDay =
  'The day at whose end everything is looked at, by the days on which things happened. Absent: today; a `cursor` keeps its day.';

/** Narrows the open duties of a forecast. */
export class ForecastQuery extends ListQuery {
  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @KeyField({ optional: true, about: 'Of docs/law/rules.md.', example: 'R-27' })
  readonly rule?: string;

  @ChoiceField(obliged, { optional: true })
  readonly debtor?: Obliged;

  @ChoiceField(routes, { optional: true })
  readonly route?: Route;

  @ChoiceField(['true', 'false'], { optional: true, about: 'Whether its day is over already: late by fact.' })
  readonly overdue?: 'true' | 'false';

  @QueryNumberField({
    min: 0,
    max: 100,
    optional: true,
    about: 'Only duties with at least this share, in percent; what has no share is left out.',
    example: 25,
  })
  readonly minimumShare?: number;

  @QueryNumberField({
    min: 1,
    max: 10_000,
    optional: true,
    about: 'How many past duties, still open at the same point, a share needs; 20 where absent.',
    example: 20,
  })
  readonly minimumCases?: number;

  @ChoiceField(['share', 'due'], {
    optional: true,
    about: 'The greatest share first (where absent), what has none last; or what is due first first.',
  })
  readonly sort?: 'share' | 'due';

  @LocalDateField({ optional: true, about: asOfDay })
  readonly asOf?: string;
}

/** Names the past duties behind a share, as the forecast links to them. */
export class ForecastCasesQuery extends ListQuery {
  @KeyField({ about: 'Of docs/law/rules.md.', example: 'R-27' })
  readonly rule!: string;

  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @ChoiceField(routes, { optional: true })
  readonly route?: Route;

  @ChoiceField(forms, { optional: true })
  readonly form?: Form;

  @QueryNumberField({
    min: 0,
    max: 1000,
    optional: true,
    about: 'Only those that were not done before so many days of their term were used up; 0 where absent: all.',
    example: 12,
  })
  readonly usedDays?: number;

  @LocalDateField({ optional: true, about: asOfDay })
  readonly asOf?: string;
}
