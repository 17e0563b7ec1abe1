import {
  routes,
  obliged,
  deadlineBuckets,
  caseStages,
  caseStatuses,
  type Obliged,
  type DeadlineBucket,
  type CaseStage,
  type CaseStatus,
  type Route,
} from '@app/domain';
import { KeyField, LocalDateField } from '../../http/fields/formats.js';
import { TextField } from '../../http/fields/text.js';
import { QueryNumberField } from '../../http/fields/query-values.js';
import { ChoiceField } from '../../http/fields/values.js';

/** How much of a list, and from where. */
export class ListQuery {
  @QueryNumberField({ min: 1, max: 200, optional: true, about: 'How many at most; 50 where absent.', example: 50 })
  readonly limit?: number;

  @TextField({ max: 1000, optional: true, about: 'The nextCursor of the page before.' })
  readonly cursor?: string;
}

/** The same of a list that is nearly always short enough to be told at once. */
export class LongListQuery {
  @QueryNumberField({ min: 1, max: 200, optional: true, about: 'How many at most; 200 where absent.', example: 200 })
  readonly limit?: number;

  @TextField({ max: 1000, optional: true, about: 'The nextCursor of the answer before.' })
  readonly cursor?: string;
}

/** Narrows the worklist; what is left out does not. */
export class CasesQuery extends ListQuery {
  @ChoiceField(caseStatuses, { optional: true })
  readonly status?: CaseStatus;

  @ChoiceField(caseStages, { optional: true })
  readonly stage?: CaseStage;

  @ChoiceField(routes, { optional: true })
  readonly route?: Route;

  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @TextField({ max: 200, optional: true, about: 'Who examined the case last.' })
  readonly assignee?: string;

  @LocalDateField({ optional: true, about: 'Cases whose next duty is due before that day.' })
  readonly dueBefore?: string;

  @ChoiceField(['true', 'false'], { optional: true, about: 'Whether a duty is past due now.' })
  readonly overdue?: 'true' | 'false';

  @TextField({
    max: 200,
    optional: true,
    about:
      "A case id, registration number or IIN exactly, else the beginning of the applicant's name (then sorted by name).",
  })
  readonly q?: string;

  @ChoiceField(['due', 'submitted'], {
    optional: true,
    about: '`due` (default): earliest due first; `submitted`: newest first.',
  })
  readonly sort?: 'due' | 'submitted';
}

/** Narrows the deadline board. */
export class DutiesQuery extends ListQuery {
  @ChoiceField(deadlineBuckets, { optional: true, about: 'OVERDUE where absent.' })
  readonly bucket?: DeadlineBucket;

  @KeyField({ optional: true, example: 'almaty-bostandyk' })
  readonly officeId?: string;

  @KeyField({ optional: true, about: 'Of docs/law/rules.md.', example: 'R-27' })
  readonly rule?: string;

  @TextField({
    max: 20,
    optional: true,
    about: 'Of the Order: one with all its parts (6), or a part (6(1)).',
    example: '6(1)',
  })
  readonly paragraph?: string;

  @ChoiceField(obliged, { optional: true })
  readonly debtor?: Obliged;

  @QueryNumberField({ ...words.soonDays, min: 0, max: 60, optional: true })
  readonly soonDays?: number;
}
