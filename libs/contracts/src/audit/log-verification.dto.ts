import { ApiSchema } from '@nestjs/swagger';
import { JobDto } from '../admin/projections.dto.js';
import { Shown, ShownFlag, ShownInstant, ShownList, ShownNumber, ShownText } from '../http/fields/shown.js';
import { ChoiceField } from '../http/fields/values.js';

@ApiSchema({ description: 'Something that is wrong with the log.' })
export class LogFaultDto {
  @ShownText({
    example: 'CHANGED',
    about:
      'CHANGED, DROPPED, MOVED, INSERTED, UNLINKED, REPEATED or FOREIGN: what the hash chain of a stream tells of an event. FORGED_HEAD or HEAD_GONE: of a signed head. FORKED or TRUNCATED: the log is not, or is less than, what was signed or cosigned. FORGED_NAME: a new log that nobody began here.',
  })
  readonly fault!: string;

  @ShownText({ optional: true, about: 'The stream; null where the log as a whole tells it.' })
  readonly stream!: string | null;

  @ShownNumber({
    optional: true,
    about: 'The number of the event in its stream, from 0; null where no event is named.',
  })
  readonly revision!: number | null;

  @ShownText({ about: 'What is wrong, in words.' })
  readonly detail!: string;
}

@ApiSchema({ description: 'What a witness said when the log was verified.' })
export class WitnessAskedDto {
  @ShownText({ about: 'The name of its key.' })
  readonly name!: string;

  @ShownNumber({ optional: true, about: 'The number of entries that it has cosigned; null where it told none.' })
  readonly size!: number | null;

  @ShownText({ optional: true, about: 'Why it told none; null where it did.' })
  readonly problem!: string | null;
}

@ApiSchema({ description: 'The log under one of its names.' })
export class SignedLogDto {
  @ShownText({ example: 'log.example/shanyraq', about: 'Its name.' })
  readonly origin!: string;

  @ShownNumber({
    about: 'The number of entries of its last head; of a log that has ended, as the log after it names it.',
  })
  readonly size!: number;

  @ShownNumber({
    about:
      'How many of these entries this log is known to hold: those of the last head of it that stands in the log. The others may be lost.',
  })
  readonly held!: number;

  @ShownNumber({ about: 'How many of its heads were signed, and are not in this log.' })
  readonly lost!: number;

  @ShownFlag({ about: 'True where heads are signed under this name now.' })
  readonly isCurrent!: boolean;
}

@ApiSchema({ description: 'What the last verification of the log found.' })
export class LogVerificationDto {
  @ShownInstant({ about: 'The instant at which it began.' })
  readonly startedAt!: string;

  @ShownInstant({ about: 'The instant at which it ended.' })
  readonly finishedAt!: string;

  @ShownFlag({ about: 'True where all of the log was looked at, false where only what came after `from` was.' })
  readonly full!: boolean;

  @ShownNumber({ optional: true, about: 'The log position after which it began; null for the beginning.' })
  readonly from!: number | null;

  @ShownNumber({ optional: true, about: 'The log position at which it ended; null for an empty log.' })
  readonly until!: number | null;

  @ShownNumber({ about: 'The number of events that were looked at.' })
  readonly looked!: number;

  @ShownNumber({ about: 'The number of events up to there.' })
  readonly events!: number;

  @ShownNumber({ about: 'The number of entries in the tree over them.' })
  readonly size!: number;

  @ShownText({ about: 'The root hash of that tree, in base64.' })
  readonly root!: string;

  @ShownNumber({ about: 'The number of signed heads, and of words of witnesses, that were compared with it.' })
  readonly compared!: number;

  @ShownList(() => WitnessAskedDto, { about: 'What each witness said.' })
  readonly witnesses!: readonly WitnessAskedDto[];

  @ShownList(() => SignedLogDto, { about: 'The log under each of its names, in the order in which they were begun.' })
  readonly logs!: readonly SignedLogDto[];

  @ShownNumber({ about: 'How much is wrong.' })
  readonly faults!: number;

  @ShownList(() => LogFaultDto, { about: 'What is wrong; the first 100.' })
  readonly found!: readonly LogFaultDto[];

  @ShownFlag({ about: 'True where nothing is wrong.' })
  readonly sound!: boolean;
}

@ApiSchema({ description: 'The verification of the log: what was asked for, and what was found last.' })
export class LogAuditDto {
  @Shown(() => JobDto, { optional: true, about: 'What was asked for last; null where nothing was.' })
  readonly job!: JobDto | null;

  @Shown(() => LogVerificationDto, {
    optional: true,
    about: 'What was found last; null where nothing was verified yet.',
  })
  readonly verification!: LogVerificationDto | null;
}

/** How the log is to be verified. */
export class VerifyLogQuery {
  @ChoiceField(['true', 'false'], {
    optional: true,
    about: 'True: all of it. Absent: what came since it was found sound.',
  })
  readonly full?: 'true' | 'false';
}
