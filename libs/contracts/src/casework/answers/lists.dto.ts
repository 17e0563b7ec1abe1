import { ApiSchema } from '@nestjs/swagger';
import { caseTabs, channels, forms, routes, obliged, caseStages, caseStatuses } from '@app/domain';
import {
  ShownChoice,
  ShownDate,
  Shown,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';
import { PendingDto } from './derivation.dto.js';

@ApiSchema({ description: 'One page of a list.' })
export class PageDto {
  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;

  @ShownNumber({ ...words.includes, optional: true })
  readonly position!: number | null;
}

/** A duty by its rule, and until when it is to be done. */
export class DueDutyDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownNumber({ ...words.instance, optional: true })
  readonly instance!: number | null;

  @ShownDate(words.due)
  readonly due!: string | null;

  @ShownInstant(words.dueAt)
  readonly dueAt!: string | null;
}

/** Who must do what, for whom, until when, and when it was done. */
export class OwedDutyDto extends DueDutyDto {
  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText(words.duty)
  readonly duty!: string;

  @ShownChoice(obliged, words.debtor)
  readonly debtor!: string;

  @ShownChoice(obliged, words.creditor)
  readonly creditor!: string;

  @ShownDate(words.nominalDue)
  readonly nominalDue!: string | null;

  @Shown(() => PendingDto, words.pending)
  readonly pending!: PendingDto | null;

  @ShownDate({ ...words.dischargedOn, optional: true })
  readonly dischargedOn!: string | null;
}

@ApiSchema({ description: 'The open duty that is due first.' })
export class NextDueDto extends DueDutyDto {
  @Shown(() => PendingDto, words.pending)
  readonly pending!: PendingDto | null;

  @ShownChoice(obliged, words.debtor)
  readonly debtor!: string;
}

@ApiSchema({ description: 'The open duty of a case that is due first, with what is to be done.' })
export class NextDueOfCaseDto extends NextDueDto {
  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText(words.duty)
  readonly duty!: string;
}

/** A case, or what is told of it, as the events up to a revision say. */
export class OfCaseDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownNumber(words.revision)
  readonly revision!: number;
}

/** Where a case stands. */
export class CaseHeadDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownChoice(caseStatuses, words.status)
  readonly status!: string;

  @ShownChoice(caseStages, { ...words.stage, optional: true })
  readonly stage!: string | null;

  @ShownInstant(words.updatedAt)
  readonly updatedAt!: string;
}

@ApiSchema({
  description: 'One case in the worklist. The IIN is always masked, the name for roles that do not need it.',
})
export class CaseRowDto extends CaseHeadDto {
  @ShownNumber(words.revision)
  readonly revision!: number;

  @ShownChoice(routes, words.route)
  readonly route!: string;

  @ShownChoice(forms, words.form)
  readonly form!: string;

  @ShownChoice(channels, words.channel)
  readonly channel!: string;

  @ShownText({ ...words.registrationNumber, optional: true })
  readonly registrationNumber!: string | null;

  @ShownText({ example: 'Testova Aigerim', about: 'The name of the applicant, masked for roles that do not need it.' })
  readonly applicantName!: string;

  @ShownText(words.iinMasked)
  readonly applicantIinMasked!: string;

  @ShownText(words.dwellingId)
  readonly dwellingId!: string;

  @ShownText({
    optional: true,
    about: 'The person who examined the case last: the subject of their token; null before that.',
  })
  readonly assignee!: string | null;

  @ShownDate({
    optional: true,
    about: 'The day on which the application counts as accepted (para 4); null while it is pending.',
  })
  readonly acceptedOn!: string | null;

  @ShownInstant({ about: 'The instant at which the application was filed.' })
  readonly submittedAt!: string;

  @Shown(() => NextDueOfCaseDto, { optional: true, about: 'The open duty that is due first; null where none is open.' })
  readonly nextDue!: NextDueOfCaseDto | null;
}

@ApiSchema({ description: 'A page of the worklist.' })
export class CasePageDto extends PageDto {
  @ShownList(() => CaseRowDto, { about: 'The cases of this page.' })
  readonly items!: readonly CaseRowDto[];
}

@ApiSchema({ description: 'The number of cases in each tab.' })
export class CaseTabsDto implements Readonly<Record<(typeof caseTabs)[number], number>> {
  @ShownNumber({ about: 'Cases that are not closed.' })
  readonly OPEN!: number;

  @ShownNumber({ about: 'Cases with a duty past due.' })
  readonly OVERDUE!: number;

  @ShownNumber({ about: 'Cases whose next duty is due soon.' })
  readonly DUE_SOON!: number;

  @ShownNumber({ about: 'Open cases that the caller examined last.' })
  readonly MINE!: number;

  @ShownNumber({ about: 'Open cases whose next duty is owed by somebody else than the provider.' })
  readonly WAITING!: number;

  @ShownNumber({ about: 'Closed cases.' })
  readonly CLOSED!: number;
}

@ApiSchema({ description: 'How many cases each tab of the worklist holds, under the same filters.' })
export class CaseCountsDto {
  @Shown(() => CaseTabsDto, { about: 'The number of cases in each tab. A case may stand in several.' })
  readonly counts!: CaseTabsDto;

  @ShownNumber({ about: 'The number of all cases, open and closed.' })
  readonly total!: number;

  @ShownInstant({
    about: 'The instant as of which they were counted: counts are cached for up to 20 times as long as they took.',
  })
  readonly countedAt!: string;

  @ShownNumber({ ...words.includes, optional: true })
  readonly position!: number | null;
}

@ApiSchema({ description: 'One thing that happened in a case.' })
export class TimelineEntryDto {
  @ShownText(words.eventId)
  readonly eventId!: string;

  @ShownNumber(words.eventRevision)
  readonly revision!: number;

  @ShownNumber(words.eventPosition)
  readonly position!: number;

  @ShownText(words.eventType)
  readonly type!: string;

  @ShownText({ about: 'What happened, in words.' })
  readonly what!: string;

  @ShownText(words.enteredBy)
  readonly actor!: string;

  @ShownText({ ...words.onBehalfOf, optional: true })
  readonly onBehalfOf!: string | null;

  @ShownText({ ...words.office, optional: true })
  readonly office!: string | null;

  @ShownInstant(words.recordedAt)
  readonly recordedAt!: string;

  @ShownInstant(words.effectiveAt)
  readonly effectiveAt!: string;
}

@ApiSchema({ description: 'A page of what happened in a case, oldest first.' })
export class TimelinePageDto extends PageDto {
  @ShownList(() => TimelineEntryDto, { about: 'The events of this page.' })
  readonly items!: readonly TimelineEntryDto[];
}
