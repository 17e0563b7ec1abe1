import { ApiSchema } from '@nestjs/swagger';
import { channels, routes, deadlineBuckets, obliged, caseStages, caseStatuses } from '@app/domain';
import {
  ShownChoice,
  ShownDate,
  Shown,
  ShownFlag,
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

  @Shown(() => NextDueDto, { optional: true, about: 'The open duty that is due first; null where none is open.' })
  readonly nextDue!: NextDueDto | null;
}

@ApiSchema({ description: 'A page of the worklist.' })
export class CasePageDto extends PageDto {
  @ShownList(() => CaseRowDto, { about: 'The cases of this page.' })
  readonly items!: readonly CaseRowDto[];
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

@ApiSchema({ description: 'One duty of one case, as the deadline board shows it.' })
export class DeadlineDto extends OwedDutyDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownText({ ...words.registrationNumber, optional: true })
  readonly registrationNumber!: string | null;

  @ShownText(words.officeId)
  readonly officeId!: string;

  @ShownChoice(caseStages, { ...words.stage, optional: true })
  readonly stage!: string | null;

  @ShownDate(words.triggeredOn)
  readonly triggeredOn!: string;

  @ShownDate({
    optional: true,
    about: 'The due date before a correction of the calendar moved it; null where none did.',
  })
  readonly movedFrom!: string | null;

  @ShownFlag({
    about: 'True where it is recorded that the duty was missed on its due day, and it is not found to have been kept.',
  })
  readonly missed!: boolean;

  @ShownChoice(['OPEN', 'KEPT', 'LATE', 'FALLEN_AWAY', 'PENDING'], {
    about:
      'OPEN: to be done. KEPT: done in time. LATE: done late. FALLEN_AWAY: ended without being done. PENDING: done or to be done, while no calendar tells its day.',
  })
  readonly outcome!: string;
}

@ApiSchema({ description: 'One duty of one case on the deadline board, and whether the case waits for another.' })
export class BoardDeadlineDto extends DeadlineDto {
  @ShownText({
    optional: true,
    about:
      'The case that holds the dwelling by now, where this one was reopened: until that one has ended, nothing is done with this one. Null where none does.',
  })
  readonly dwellingHeldBy!: string | null;
}

@ApiSchema({ description: 'The number of duties in each bucket.' })
export class DeadlineCountsDto implements Readonly<Record<(typeof deadlineBuckets)[number], number>> {
  @ShownNumber({ about: 'Duties to be done and not past due.' })
  readonly OPEN!: number;

  @ShownNumber({ about: 'Duties to be done and due soon; they are also counted as OPEN.' })
  readonly DUE_SOON!: number;

  @ShownNumber({ about: 'Duties to be done and past due.' })
  readonly OVERDUE!: number;

  @ShownNumber({ about: 'Duties done in time.' })
  readonly KEPT!: number;

  @ShownNumber({ about: 'Duties done late.' })
  readonly LATE!: number;

  @ShownNumber({
    about:
      'Duties recorded as missed and not found to have been kept; they are also counted as OVERDUE or LATE, or ended undone.',
  })
  readonly MISSED!: number;

  @ShownNumber({
    about: 'Duties, done or to be done, whose day needs a year without calendar; they are in no other bucket.',
  })
  readonly PENDING!: number;
}

@ApiSchema({ description: 'A page of the deadline board.' })
export class DeadlineBoardDto extends PageDto {
  @ShownChoice(deadlineBuckets, { about: 'The bucket that is listed.' })
  readonly bucket!: string;

  @ShownInstant(words.asOf)
  readonly asOf!: string;

  @Shown(() => DeadlineCountsDto, { about: 'The number of duties in each bucket, under the same filters.' })
  readonly counts!: DeadlineCountsDto;

  @ShownInstant({
    about:
      'The instant at which `counts` were made. It may lie before `asOf`: counts are cached for up to 20 times as long as they took.',
  })
  readonly countedAt!: string;

  @ShownList(() => BoardDeadlineDto, { about: 'The duties of this page.' })
  readonly items!: readonly BoardDeadlineDto[];
}
