import { obliged, dutyStandings } from '@app/domain';
import { TimelineEntryDto } from '../casework/answers/lists.dto.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../http/fields/shown.js';

/** One side of a comparison. */
export class DiffSideDto {
  @ShownNumber({ optional: true, about: 'Null before the first event.' })
  readonly revision!: number | null;

  @ShownInstant({ optional: true, about: 'When its event was entered: the moment at which its duties are looked at.' })
  readonly recordedAt!: string | null;
}

/** Something of a case that is not what it was. */
export class CaseChangeDto {
  @ShownText({ example: 'status' })
  readonly field!: string;

  @ShownText({ example: 'Status' })
  readonly label!: string;

  @ShownText({ optional: true, example: 'SUBMITTED' })
  readonly from!: string | null;

  @ShownText({ optional: true, example: 'REGISTERED' })
  readonly to!: string | null;
}

/** What of a duty may change. */
export class DutySideDto {
  @ShownDate()
  readonly due!: string;

  @ShownChoice(dutyStandings)
  readonly standing!: string;

  @ShownChoice(obliged)
  readonly debtor!: string;

  @ShownDate({ optional: true })
  readonly dischargedOn!: string | null;

  @ShownDate({ optional: true })
  readonly fellAwayOn!: string | null;
}

export class DutyChangeDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownText({ example: '6(1)' })
  readonly paragraph!: string;

  @ShownText({ about: 'What is to be done.' })
  readonly duty!: string;

  @Shown(() => DutySideDto, { optional: true })
  readonly from!: DutySideDto | null;

  @Shown(() => DutySideDto, { optional: true })
  readonly to!: DutySideDto | null;

  @ShownText({ example: 'R-15, register the application and documents: done in time on 2025-03-07' })
  readonly inWords!: string;
}

/** What changed in a case between two revisions. Holds no personal data. */
export class CaseDiffDto {
  @ShownText()
  readonly caseId!: string;

  @Shown(() => DiffSideDto)
  readonly from!: DiffSideDto;

  @Shown(() => DiffSideDto)
  readonly to!: DiffSideDto;

  @ShownList(() => TimelineEntryDto, { about: 'What happened in between, in order.' })
  readonly happened!: readonly TimelineEntryDto[];

  @ShownList(() => CaseChangeDto)
  readonly changes!: readonly CaseChangeDto[];

  @ShownList(() => DutyChangeDto)
  readonly duties!: readonly DutyChangeDto[];

  @ShownText({ optional: true, about: 'For the next things that happened; null where these are the last.' })
  readonly nextCursor!: string | null;
}
