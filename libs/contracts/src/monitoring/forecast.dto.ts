import { forms, routes, obliged, type Obliged, type Form, type Route } from '@app/domain';
import { KeyField, LocalDateField } from '../http/fields/formats.js';
import { QueryNumberField } from '../http/fields/query-values.js';
import { ChoiceField } from '../http/fields/values.js';
import { ListQuery } from '../casework/queries/list.query.js';
import { words } from '../http/fields/words.js';

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
