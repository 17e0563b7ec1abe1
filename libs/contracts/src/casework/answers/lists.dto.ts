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

/** Every page of a list. */
export class PageDto {
  @ShownText({ optional: true, about: 'For the next page; null on the last.' })
  readonly nextCursor!: string | null;

  @ShownNumber({
    optional: true,
    about: 'The log position that the page includes at least; null before the first event.',
  })
  readonly position!: number | null;
}

export class NextDueDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownChoice(obliged)
  readonly debtor!: string;

  @ShownDate()
  readonly due!: string;

  @ShownInstant()
  readonly dueAt!: string;
}

/** One case as the worklist shows it. The IIN is always masked, the name for roles that do not need it. */
export class CaseRowDto {
  @ShownText()
  readonly caseId!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownText({ example: 'almaty-bostandyk' })
  readonly officeId!: string;

  @ShownChoice(caseStatuses)
  readonly status!: string;

  @ShownChoice(caseStages, { optional: true })
  readonly stage!: string | null;

  @ShownChoice(routes)
  readonly route!: string;

  @ShownChoice(channels)
  readonly channel!: string;

  @ShownText({ optional: true })
  readonly registrationNumber!: string | null;

  @ShownText({ example: 'Testova Aigerim' })
  readonly applicantName!: string;

  @ShownText({ example: '0101****0004' })
  readonly applicantIinMasked!: string;

  @ShownText()
  readonly dwellingId!: string;

  @ShownText({ optional: true, about: 'Who examined the case last.' })
  readonly assignee!: string | null;

  @ShownDate()
  readonly acceptedOn!: string;

  @ShownInstant()
  readonly submittedAt!: string;

  @ShownInstant()
  readonly updatedAt!: string;

  @Shown(() => NextDueDto, { optional: true, about: 'The open duty that falls due first.' })
  readonly nextDue!: NextDueDto | null;
}

export class CasePageDto extends PageDto {
  @ShownList(() => CaseRowDto)
  readonly items!: readonly CaseRowDto[];
}

/** One thing that happened in a case. */
export class TimelineEntryDto {
  @ShownText()
  readonly eventId!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownNumber()
  readonly position!: number;

  @ShownText({ example: 'ApplicationRegistered' })
  readonly type!: string;

  @ShownText({ about: 'In words.' })
  readonly what!: string;

  @ShownText()
  readonly actor!: string;

  @ShownText({ optional: true })
  readonly onBehalfOf!: string | null;

  @ShownText({ optional: true })
  readonly office!: string | null;

  @ShownInstant({ about: 'When it was entered.' })
  readonly recordedAt!: string;

  @ShownInstant({ about: 'When it happened.' })
  readonly effectiveAt!: string;
}

export class TimelinePageDto extends PageDto {
  @ShownList(() => TimelineEntryDto)
  readonly items!: readonly TimelineEntryDto[];
}

/** One duty of one case, as the deadline board shows it. */
export class DeadlineDto {
  @ShownText()
  readonly caseId!: string;

  @ShownText({ optional: true })
  readonly registrationNumber!: string | null;

  @ShownText()
  readonly officeId!: string;

  @ShownChoice(caseStages, { optional: true })
  readonly stage!: string | null;

  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownText({ example: '6' })
  readonly paragraph!: string;

  @ShownText({ about: 'What is to be done.' })
  readonly duty!: string;

  @ShownChoice(obliged)
  readonly debtor!: string;

  @ShownChoice(obliged)
  readonly creditor!: string;

  @ShownDate()
  readonly triggeredOn!: string;

  @ShownDate()
  readonly nominalDue!: string;

  @ShownDate()
  readonly due!: string;

  @ShownInstant()
  readonly dueAt!: string;

  @ShownDate({ optional: true, about: 'When it was due before a correction of the calendar moved it.' })
  readonly movedFrom!: string | null;

  @ShownFlag({ about: 'Recorded as missed on the day on which it is due.' })
  readonly missed!: boolean;

  @ShownChoice(['OPEN', 'KEPT', 'LATE', 'FALLEN_AWAY'])
  readonly outcome!: string;

  @ShownDate({ optional: true })
  readonly dischargedOn!: string | null;
}

export class DeadlineCountsDto implements Readonly<Record<(typeof deadlineBuckets)[number], number>> {
  @ShownNumber()
  readonly OPEN!: number;

  @ShownNumber({ about: 'A part of OPEN.' })
  readonly DUE_SOON!: number;

  @ShownNumber()
  readonly OVERDUE!: number;

  @ShownNumber()
  readonly KEPT!: number;

  @ShownNumber()
  readonly LATE!: number;

  @ShownNumber({ about: 'Recorded as missed; also counted where they are open or late.' })
  readonly MISSED!: number;
}

export class DeadlineBoardDto extends PageDto {
  @ShownChoice(deadlineBuckets)
  readonly bucket!: string;

  @ShownInstant({ about: 'The moment that tells open and overdue apart.' })
  readonly asOf!: string;

  @Shown(() => DeadlineCountsDto)
  readonly counts!: DeadlineCountsDto;

  @ShownInstant({
    about:
      'As of when the counts are: asOf, or earlier: counts are cached for up to 20 times as long as counting took.',
  })
  readonly countedAt!: string;

  @ShownList(() => DeadlineDto)
  readonly items!: readonly DeadlineDto[];
}
