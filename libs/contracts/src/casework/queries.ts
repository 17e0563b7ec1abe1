import { ApiSchema } from '@nestjs/swagger';
import {
  routes,
  caseTabs,
  type CaseTab,
  obliged,
  deadlineBuckets,
  caseStages,
  caseStatuses,
  type Obliged,
  type DeadlineBucket,
  type CaseStage,
  type CaseStatus,
  type Language,
  type Route,
} from '@app/domain';
import { KeyField, LocalDateField, QueryNumberField } from '../http/fields/formats.js';
import { TextField, ChoiceField, FlagField, WholeNumberField } from '../http/fields/values.js';
import { words } from '../http/fields/words.js';
import { LanguageField, LanguageQuery } from '../http/language.query.js';
import { UnmaskField } from '../http/unmask.query.js';

/** How much of a list, and from where. */
export class ListQuery {
  @QueryNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string;
}

/** The same of a list that is nearly always short enough to be told at once. */
export class LongListQuery {
  @QueryNumberField({ ...words.longLimit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string;
}

/** So much of a list that is told in words. */
export class SpokenListQuery extends ListQuery {
  @LanguageField()
  readonly lang?: Language;
}

/** The same of a list that is nearly always short enough to be told at once. */
export class SpokenLongListQuery extends LongListQuery {
  @LanguageField()
  readonly lang?: Language;
}

/** Narrows the worklist; what is left out does not. */
class CaseFilters {
  @ChoiceField(caseStatuses, { optional: true, about: 'Only cases with this last step.' })
  readonly status?: CaseStatus;

  @ChoiceField(caseStages, { optional: true, about: 'Only cases in this stage.' })
  readonly stage?: CaseStage;

  @ChoiceField(routes, { optional: true, about: 'Only cases of this route.' })
  readonly route?: Route;

  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @TextField({
    max: 200,
    optional: true,
    about: 'Only cases that this person examined last: the subject of their token.',
  })
  readonly assignee?: string;

  @LocalDateField({ optional: true, about: 'Only cases whose next duty is due before this day.' })
  readonly dueBefore?: string;

  @ChoiceField(caseTabs, {
    optional: true,
    about:
      'Only cases of this tab. OPEN: not closed. OVERDUE: with a duty past due. DUE_SOON: whose next duty is due soon. MINE: open, and examined last by the caller. WAITING: open, and the next duty is owed by somebody else than the provider. CLOSED: closed. Absent: all.',
  })
  readonly tab?: CaseTab;

  @ChoiceField(['due', 'submitted'], {
    optional: true,
    about: '`due`: what is due first comes first. `submitted`: the newest comes first. Absent: `due`.',
  })
  readonly sort?: 'due' | 'submitted';

  @TextField({ ...words.cursor, max: 1000, optional: true })
  readonly cursor?: string;
}

/** The same in an address, where no IIN may stand. */
export class CasesQuery extends CaseFilters {
  @UnmaskField()
  readonly unmask?: 'true' | 'false';

  @QueryNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @QueryNumberField({ ...words.soonDays, min: 0, max: 60, optional: true })
  readonly soonDays?: number;

  @ChoiceField(['true', 'false'], {
    optional: true,
    about: '`true`: only cases with a duty past due now. `false`: only cases without one. Absent: both.',
  })
  readonly overdue?: 'true' | 'false';

  @TextField({
    max: 200,
    optional: true,
    about:
      'Searches for a case id or a registration number in full, else for names that begin so (the list is then sorted by name). An IIN is refused, as addresses end in logs: `POST /api/v1/cases/search` takes one.',
  })
  readonly q?: string;
}

@ApiSchema({ description: 'Narrows the worklist as its address does; what is looked for stands in no log.' })
export class SearchCasesDto extends CaseFilters {
  @WholeNumberField({ ...words.limit, min: 1, max: 200, optional: true })
  readonly limit?: number;

  @FlagField({
    optional: true,
    about: 'true: only cases with a duty past due now. false: only cases without one. Absent: both.',
  })
  readonly overdue?: boolean;

  @TextField({
    max: 200,
    optional: true,
    about:
      'Searches for a case id, a registration number or an IIN, each in full, else for names that begin so (the list is then sorted by name).',
  })
  readonly q?: string;
}

/** Narrows the deadline board. */
export class DutiesQuery extends ListQuery {
  @ChoiceField(deadlineBuckets, {
    optional: true,
    about:
      'OPEN: to be done, not past due. DUE_SOON: those of them that are due soon. OVERDUE: to be done, past due. KEPT: done in time. LATE: done late. MISSED: recorded as missed and not found to have been kept. Absent: OVERDUE.',
  })
  readonly bucket?: DeadlineBucket;

  @KeyField({ ...words.onlyOffice, optional: true })
  readonly officeId?: string;

  @KeyField({ ...words.onlyRule, optional: true })
  readonly rule?: string;

  @TextField({
    max: 20,
    optional: true,
    example: '6(1)',
    about: 'Only duties of this paragraph of the Order, with all its parts (`6`), or of one part (`6(1)`).',
  })
  readonly paragraph?: string;

  @ChoiceField(obliged, { ...words.onlyDebtor, optional: true })
  readonly debtor?: Obliged;

  @QueryNumberField({ ...words.soonDays, min: 0, max: 60, optional: true })
  readonly soonDays?: number;
}

/** Which date is explained, and in which language. */
export class WhyQuery extends LanguageQuery {
  @QueryNumberField({
    min: 0,
    max: 1_000,
    optional: true,
    about:
      'Which one, where a rule is owed several times: the number of the instalment (R-98). Absent: the rule is owed once.',
  })
  readonly instance?: number;
}
