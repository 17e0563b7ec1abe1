import { ApiSchema } from '@nestjs/swagger';
import { jobKinds, jobStates } from '@app/domain';
import { field } from '../http/fields/field.js';
import {
  Shown,
  ShownChoice,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../http/fields/shown.js';
import { QueryNumberField } from '../http/fields/formats.js';
import { ComparisonDto, OlderVersionDto, VerificationDto } from './verification.dto.js';
import { DueDutyDto } from '../casework/answers/lists.dto.js';
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'Something that the projectors were asked for.' })
export class JobDto {
  @ShownChoice(jobKinds, { about: 'What was asked for.' })
  readonly kind!: string;

  @ShownText({ example: 'worklist', about: 'The projection that it is about; `log` for the log itself.' })
  readonly projection!: string;

  @ShownChoice(jobStates, {
    about: 'ASKED: no projector has begun. RUNNING, DONE, FAILED or CANCELLED: how far it came.',
  })
  readonly state!: string;

  @ShownFlag({ about: 'True where a projector is working on it: it gave a sign of life within the last ten seconds.' })
  readonly atWork!: boolean;

  @ShownInstant({ about: 'The instant at which it was asked for.' })
  readonly askedAt!: string;

  @ShownText({ about: 'Who asked for it: the subject of their token.' })
  readonly askedBy!: string;

  @ShownInstant({ optional: true, about: 'The instant at which a projector began; null before that.' })
  readonly startedAt!: string | null;

  @ShownInstant({ optional: true, about: 'The instant at which it ended; null before that.' })
  readonly finishedAt!: string | null;

  @field({ example: 42.5, about: 'How much is done, in percent.' }, { type: 'number' })
  readonly percent!: number;

  @ShownNumber({ optional: true, about: 'The time left in seconds, estimated; null where it is not known.' })
  readonly secondsLeft!: number | null;

  @ShownText({ optional: true, about: 'Why it failed; null where it did not.' })
  readonly problem!: string | null;
}

@ApiSchema({ description: 'The open duty that is due first.' })
export class NearestDutyDto extends DueDutyDto {
  @ShownText(words.duty)
  readonly duty!: string;
}

@ApiSchema({ description: 'The duty that is due first among cases with events that are not projected yet.' })
export class DutyNotShownDto extends NearestDutyDto {
  @ShownText(words.caseId)
  readonly caseId!: string;
}

@ApiSchema({ description: 'A document that is held back because an event could not be applied.' })
export class HeldBackDto {
  @ShownText(words.documentId)
  readonly documentId!: string;

  @ShownText({ optional: true, about: 'The case that the document is about; null where it is about none.' })
  readonly caseId!: string | null;

  @ShownText({ about: 'The id of the event that could not be applied.' })
  readonly eventId!: string;

  @ShownText({ about: 'The name of that event.' })
  readonly eventType!: string;

  @ShownNumber({ about: 'The number of that event in its stream, counted from 0.' })
  readonly revision!: number;

  @ShownNumber({ about: 'The place of that event in the log.' })
  readonly position!: number;

  @ShownText({ about: 'Why it could not be applied.' })
  readonly reason!: string;

  @ShownInstant({ about: 'The instant of the last try.' })
  readonly triedAt!: string;

  @Shown(() => NearestDutyDto, {
    optional: true,
    about: 'The next duty of the case, as far as the deadline board knows; null where it knows none.',
  })
  readonly nearestDuty!: NearestDutyDto | null;
}

@ApiSchema({ description: 'The jobs of a projection.' })
export class JobsDto {
  @Shown(() => JobDto, { optional: true, about: 'The last verification; null where there was none.' })
  readonly verify!: JobDto | null;

  @Shown(() => JobDto, { optional: true, about: 'The last rebuild; null where there was none.' })
  readonly rebuild!: JobDto | null;
}

@ApiSchema({ description: 'How far a projection is, and whether it is whole.' })
export class ProjectionDto {
  @ShownText({ example: 'worklist', about: 'The name of the projection.' })
  readonly name!: string;

  @ShownNumber({ about: 'The version of its fold. A new version fills a collection of its own.' })
  readonly version!: number;

  @ShownNumber({ optional: true, about: 'Everything up to this log position is in it; null where it has never run.' })
  readonly position!: number | null;

  @field({ optional: true, about: 'The lag in seconds; null where it has never run.' }, { type: 'number' })
  readonly lagSeconds!: number | null;

  @ShownNumber({ about: 'The number of events in the log that are not in it yet, counted up to 10,000.' })
  readonly lagEvents!: number;

  @ShownFlag({ about: 'True where counting stopped at 10,000: the lag is greater.' })
  readonly lagIsAtLeast!: boolean;

  @ShownNumber({ about: 'The number of documents held back because an event could not be applied.' })
  readonly quarantined!: number;

  @ShownList(() => HeldBackDto, { about: 'The documents held back, by the date that is due next; the first 100.' })
  readonly heldBack!: readonly HeldBackDto[];

  @Shown(() => VerificationDto, { optional: true, about: 'The last verification; null where there was none.' })
  readonly verification!: VerificationDto | null;

  @Shown(() => ComparisonDto, { optional: true, about: 'What the last rebuild changed; null where there was none.' })
  readonly comparison!: ComparisonDto | null;

  @Shown(() => OlderVersionDto, {
    optional: true,
    about:
      'How this version differs from the one before it, by the last full verification; null where there is none before it.',
  })
  readonly older!: OlderVersionDto | null;

  @Shown(() => JobsDto)
  readonly jobs!: JobsDto;
}

@ApiSchema({ description: 'A part of the log: which projector reads it, and how far it came.' })
export class PartitionDto {
  @ShownNumber({ about: 'The number of the partition, from 0. The name of its stream puts an event into one.' })
  readonly partition!: number;

  @ShownText({
    optional: true,
    about: 'The projector that reads it. Null: no projector does, and no projection moves on in it.',
  })
  readonly owner!: string | null;

  @ShownNumber({
    optional: true,
    about: 'Every projection includes the partition up to this log position; null where one has not begun.',
  })
  readonly position!: number | null;
}

@ApiSchema({ description: 'How far the projections are.' })
export class ProjectionsDto {
  @ShownNumber({ optional: true, about: 'The position of the last event of the log; null where it is empty.' })
  readonly logPosition!: number | null;

  @ShownNumber({
    optional: true,
    about: 'Every projection includes the log up to this position; null before the first event.',
  })
  readonly position!: number | null;

  @Shown(() => DutyNotShownDto, {
    optional: true,
    about: 'The nearest due date that is not projected yet; null where everything is.',
  })
  readonly nearestNotShown!: DutyNotShownDto | null;

  @ShownList(() => PartitionDto, { about: 'The partitions of the log.' })
  readonly partitions!: readonly PartitionDto[];

  @ShownList(() => ProjectionDto, { about: 'One entry for each projection.' })
  readonly projections!: readonly ProjectionDto[];
}

/** How a projection is to be verified. */
export class VerifyQuery {
  @QueryNumberField({
    min: 1,
    max: 1_000_000,
    optional: true,
    about: 'The number of documents to fold again from the log and compare. Absent: all.',
  })
  readonly sample?: number;
}

/** How a projection is to be rebuilt. */
export class RebuildQuery {
  @QueryNumberField({
    min: 1,
    max: 1_000_000,
    optional: true,
    about: 'The greatest number of events to read a second. Absent: as fast as possible.',
  })
  readonly eventsPerSecond?: number;
}

@ApiSchema({ description: 'What came of one more try.' })
export class RetriedDto {
  @ShownText({ example: 'worklist', about: 'The projection that held the document back.' })
  readonly projection!: string;

  @ShownText(words.documentId)
  readonly documentId!: string;

  @ShownText({ optional: true, about: 'Why it is still held back; null where it was released.' })
  readonly reason!: string | null;
}

@ApiSchema({ description: 'What came of trying the events of a case again.' })
export class RetryAnswerDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @ShownList(() => RetriedDto, { about: 'One entry for each document that was held back.' })
  readonly retried!: readonly RetriedDto[];
}

@ApiSchema({ description: 'The collections of earlier versions that were removed.' })
export class DroppedDto {
  @ShownText({ example: 'timeline', about: 'The projection that they belonged to.' })
  readonly projection!: string;

  @ShownTexts({ example: ['timeline-v1'], about: 'The names of the removed collections.' })
  readonly dropped!: readonly string[];
}
