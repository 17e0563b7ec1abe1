import { ApiSchema } from '@nestjs/swagger';
import { caseStages, deadlineBuckets } from '@app/domain';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
} from '../../http/fields/shown.js';
import { words } from '../../http/fields/words.js';
import { OwedDutyDto, PageDto } from './lists.dto.js';

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
      'OPEN: to be done. KEPT: done in time. LATE: done late. FALLEN_AWAY: ended without being done. PENDING: to be done, or done when it may have been late, while no calendar tells its day.',
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
