import {
  rulebook2021,
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
import {
  KeyField,
  LocalDateField,
  ChoicesField,
  MonthField,
  PositionField,
  QueryNumberField,
} from '../http/fields/formats.js';
import { TextField, ChoiceField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';

/** What the figures of cases may be told apart by. */
export const figureDimensions = ['stage', 'office', 'route', 'form', 'month'] as const;
export type FigureDimension = (typeof figureDimensions)[number];

/** Every rule that somebody owes something by. */
const dutyRules = [
  ...new Set(
    [...rulebook2021.terms, rulebook2021.instalments]
      .filter(({ kind }) => kind === 'OBLIGATION')
      .map(({ rule }) => rule),
  ),
];

/** Which cases are counted, and what is asked of their duties; what is left out does not narrow. */
export class CaseSelectionQuery {
  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @ChoiceField(routes, { optional: true, about: 'Only cases of this route.' })
  readonly route?: Route;

  @ChoiceField(forms, { optional: true, about: 'Only cases of this form.' })
  readonly form?: Form;

  @ChoiceField(monthsOf, {
    optional: true,
    about:
      'The day that puts a case into a month, in the zone of its office. RECEIPT: the day of acceptance. DECISION: the day on which the commission decided or the application was sent back. Absent: RECEIPT.',
  })
  readonly monthOf?: MonthOf;

  @MonthField({ optional: true, about: 'The first month. Absent: no limit.' })
  readonly from?: string;

  @MonthField({ optional: true, about: 'The last month. Absent: no limit.' })
  readonly until?: string;

  @ChoiceField(dutyRules, {
    optional: true,
    example: 'R-27',
    about:
      'The only duty that kept, late and overdue look at, whoever must do it. Absent: all duties but those of the recipient alone.',
  })
  readonly rule?: string;

  @LocalDateField({
    optional: true,
    about: 'Counts as overdue what was due before this day. Absent: there is no overdue figure.',
  })
  readonly asOf?: string;
}

/** Which figures. */
export class FiguresQuery extends CaseSelectionQuery {
  @ChoicesField(figureDimensions, {
    optional: true,
    about: 'Makes groups by office, route, form or month of the cases; `stage` adds the figures of each stage.',
  })
  readonly by?: string;

  @PositionField({ ...words.askedPosition, optional: true })
  readonly position?: string;
}

/** Which cases behind a figure: as the link of the figure says. */
export class CasesBehindQuery extends CaseSelectionQuery {
  @ChoiceField(figureKinds, {
    about:
      'The figure whose cases are listed. LYING: in `stage` now. MEASURED: `span` has ended. The others bear the names of the figures.',
  })
  readonly figure!: FigureKind;

  @MonthField({ optional: true, or: ['none'], about: 'Only cases of this month; `none`: those that have none yet.' })
  readonly month?: string;

  @ChoiceField(openStages, {
    optional: true,
    about: 'The stage that LYING asks about; for KEPT and LATE, the stage whose duties are looked at.',
  })
  readonly stage?: OpenStage;

  @ChoiceField(spans, {
    optional: true,
    about:
      'What MEASURED measures. TO_DECISION: acceptance to signed decision. WHOLE: acceptance to the end of the case.',
  })
  readonly span?: Span;

  @PositionField(words.positionOfFigure)
  readonly position!: string;

  @QueryNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string;
}
