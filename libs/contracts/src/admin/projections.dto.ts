import { field } from '../http/fields/field.js';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../http/fields/shown.js';
import { QueryNumberField } from '../http/fields/query-values.js';
import { ComparisonDto, OlderVersionDto, VerificationDto } from './verification.dto.js';

/** Something that the projectors were asked to do with a projection. */
export class JobDto {
  @ShownChoice(['VERIFY', 'REBUILD'])
  readonly kind!: string;

  @ShownText({ example: 'worklist' })
  readonly projection!: string;

  @ShownChoice(['ASKED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'])
  readonly state!: string;

  @ShownFlag({ about: 'Whether a projector is at it now: it was heard of in the last ten seconds.' })
  readonly atWork!: boolean;

  @ShownInstant()
  readonly askedAt!: string;

  @ShownText()
  readonly askedBy!: string;

  @ShownInstant({ optional: true })
  readonly startedAt!: string | null;

  @ShownInstant({ optional: true })
  readonly finishedAt!: string | null;

  @field({ example: 42.5, about: 'Done so far.' }, { type: 'number' })
  readonly percent!: number;

  @ShownNumber({ optional: true })
  readonly secondsLeft!: number | null;

  @ShownText({ optional: true, about: 'Why it failed.' })
  readonly problem!: string | null;
}

/** A duty that is open. */
export class NearestDutyDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownText()
  readonly duty!: string;

  @ShownDate()
  readonly due!: string;

  @ShownInstant()
  readonly dueAt!: string;
}

/** The duty that is due first among those of cases with events that are not projected yet. */
export class DutyNotShownDto extends NearestDutyDto {
  @ShownText()
  readonly caseId!: string;
}

/** A document that is held back where an event could not be applied. */
export class HeldBackDto {
  @ShownText()
  readonly documentId!: string;

  @ShownText({ optional: true })
  readonly caseId!: string | null;

  @ShownText()
  readonly eventId!: string;

  @ShownText()
  readonly eventType!: string;

  @ShownNumber()
  readonly revision!: number;

  @ShownNumber()
  readonly position!: number;

  @ShownText()
  readonly reason!: string;

  @ShownInstant()
  readonly triedAt!: string;

  @Shown(() => NearestDutyDto, {
    optional: true,
    about: 'What its case owes next, as far as the deadline board knows.',
  })
  readonly nearestDuty!: NearestDutyDto | null;
}

export class JobsDto {
  @Shown(() => JobDto, { optional: true })
  readonly verify!: JobDto | null;

  @Shown(() => JobDto, { optional: true })
  readonly rebuild!: JobDto | null;
}

export class ProjectionDto {
  @ShownText({ example: 'worklist' })
  readonly name!: string;

  @ShownNumber()
  readonly version!: number;

  @ShownNumber({ optional: true, about: 'Everything up to this log position is in it.' })
  readonly position!: number | null;

  @field(
    { optional: true, about: 'Of how many seconds what was recorded may be missing; null where it has never run.' },
    { type: 'number' },
  )
  readonly lagSeconds!: number | null;

  @ShownNumber({ about: 'Events of the log that are not in it yet, counted up to 10000.' })
  readonly lagEvents!: number;

  @ShownFlag({ about: 'There are more than were counted.' })
  readonly lagIsAtLeast!: boolean;

  @ShownNumber({ about: 'Documents held back because an event could not be applied.' })
  readonly quarantined!: number;

  @ShownList(() => HeldBackDto, { about: 'What is due first first; at most 100.' })
  readonly heldBack!: readonly HeldBackDto[];

  @Shown(() => VerificationDto, { optional: true, about: 'The last; null where there was none.' })
  readonly verification!: VerificationDto | null;

  @Shown(() => ComparisonDto, {
    optional: true,
    about: 'What the last rebuild found different; null where there was none.',
  })
  readonly comparison!: ComparisonDto | null;

  @Shown(() => OlderVersionDto, {
    optional: true,
    about: 'How this version differs from the one before it, by the last whole verification; null where none is there.',
  })
  readonly older!: OlderVersionDto | null;

  @Shown(() => JobsDto)
  readonly jobs!: JobsDto;
}

/** A partition of the log: who takes it in, and how far that has come. */
export class PartitionDto {
  @ShownNumber({ about: 'From 0; an event belongs to one by the name of its stream.' })
  readonly partition!: number;

  @ShownText({
    optional: true,
    about: 'The projector that takes it in; null where none does: then every projection stands still in it.',
  })
  readonly owner!: string | null;

  @ShownNumber({ optional: true, about: 'Everything of it up to here is in every projection.' })
  readonly position!: number | null;
}

export class ProjectionsDto {
  @ShownNumber({ optional: true, about: "Of the log's last event." })
  readonly logPosition!: number | null;

  @ShownNumber({ optional: true, about: 'The position that every projection includes.' })
  readonly position!: number | null;

  @Shown(() => DutyNotShownDto, { optional: true, about: 'The nearest due date that is not projected yet.' })
  readonly nearestNotShown!: DutyNotShownDto | null;

  @ShownList(() => PartitionDto)
  readonly partitions!: readonly PartitionDto[];

  @ShownList(() => ProjectionDto)
  readonly projections!: readonly ProjectionDto[];
}

/** How a projection is to be verified. */
export class VerifyQuery {
  @QueryNumberField({ min: 1, max: 1_000_000, optional: true, about: 'Documents folded anew; all where absent.' })
  readonly sample?: number;
}

/** How a projection is to be rebuilt. */
export class RebuildQuery {
  @QueryNumberField({
    min: 1,
    max: 1_000_000,
    optional: true,
    about: 'No faster than this; as fast as can be where absent.',
  })
  readonly eventsPerSecond?: number;
}

/** What came of trying once more. */
export class RetriedDto {
  @ShownText({ example: 'worklist' })
  readonly projection!: string;

  @ShownText()
  readonly documentId!: string;

  @ShownText({ optional: true, about: 'Why it is still held back; null where it is released.' })
  readonly reason!: string | null;
}

export class RetryAnswerDto {
  @ShownText()
  readonly caseId!: string;

  @ShownList(() => RetriedDto)
  readonly retried!: readonly RetriedDto[];
}

/** What earlier versions of a projection had left. */
export class DroppedDto {
  @ShownText({ example: 'timeline' })
  readonly projection!: string;

  @ShownTexts({ about: 'The collections that are gone.', example: ['timeline-v1'] })
  readonly dropped!: readonly string[];
}
