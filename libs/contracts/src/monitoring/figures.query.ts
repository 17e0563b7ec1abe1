import {
  forms,
  routes,
  figureKinds,
  monthsOf,
  openStages,
  spans,
  type FigureKind,
  type MonthOf,
  type Span,
  type Form,
  type OpenStage,
  type Route,
} from '@app/domain';
import { KeyField, LocalDateField } from '../http/fields/formats.js';
import { ChoicesField, MonthField, PositionField, QueryNumberField } from '../http/fields/query-values.js';
import { TextField } from '../http/fields/text.js';
import { ChoiceField } from '../http/fields/values.js';
import { dutyRules, figureDimensions } from './choices.js';

/** Which cases are counted, and what is asked of their duties; what is left out does not narrow. */
export class CaseSelectionQuery {
  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @ChoiceField(routes, { optional: true })
  readonly route?: Route;

  @ChoiceField(forms, { optional: true })
  readonly form?: Form;

  @ChoiceField(monthsOf, {
    optional: true,
    about:
      'Which day makes the month of a case, in the zone of its provider: of acceptance (RECEIPT, where absent), or on which the commission decided or the application was rejected (DECISION).',
  })
  readonly monthOf?: MonthOf;

  @MonthField({ optional: true, about: 'The first month.' })
  readonly from?: string;

  @MonthField({ optional: true, about: 'The last month.' })
  readonly until?: string;

  @ChoiceField(dutyRules, {
    optional: true,
    about:
      'The one duty that kept, late and overdue are told of, whoever owed it; where absent all of them but those that the recipient owes alone.',
    example: 'R-27',
  })
  readonly rule?: string;

  @LocalDateField({
    optional: true,
    about: 'Counts as overdue what was due before this day; without it there is no overdue figure.',
  })
  readonly asOf?: string;
}

/** Which figures. */
export class FiguresQuery extends CaseSelectionQuery {
  @ChoicesField(figureDimensions, {
    optional: true,
    about: 'Groups by office, route, form and month of the cases; `stage` tells of each stage within each group.',
  })
  readonly by?: string;

  @PositionField({
    optional: true,
    about: 'The log position that is told of; where absent the one that the read models include.',
  })
  readonly position?: string;
}

/** Which cases behind a figure: as the link of the figure says. */
export class CasesBehindQuery extends CaseSelectionQuery {
  @ChoiceField(figureKinds)
  readonly figure!: FigureKind;

  @MonthField({ optional: true, or: ['none'], about: 'One month; `none` for cases that have none yet.' })
  readonly month?: string;

  @ChoiceField(openStages, { optional: true, about: 'For LYING; of KEPT and LATE the stage whose duties are told of.' })
  readonly stage?: OpenStage;

  @ChoiceField(spans, { optional: true, about: 'For MEASURED.' })
  readonly span?: Span;

  @PositionField()
  readonly position!: string;

  @QueryNumberField({ min: 1, max: 200, optional: true, about: 'How many at most; 50 where absent.', example: 50 })
  readonly limit?: number;

  @TextField({ max: 1000, optional: true, about: 'The nextCursor of the page before.' })
  readonly cursor?: string;
}
