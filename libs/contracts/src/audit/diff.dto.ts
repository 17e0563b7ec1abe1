import { ApiSchema } from '@nestjs/swagger';
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
import { words } from '../http/fields/words.js';

@ApiSchema({ description: 'One side of a comparison.' })
export class DiffSideDto {
  @ShownNumber({ optional: true, about: 'The revision compared; null for before the first event.' })
  readonly revision!: number | null;

  @ShownInstant({
    optional: true,
    about:
      'The instant at which its event was entered. Duties are looked at as of then. Null for before the first event.',
  })
  readonly recordedAt!: string | null;
}

@ApiSchema({ description: 'A field of a case that changed.' })
export class CaseChangeDto {
  @ShownText({ example: 'status', about: 'The name of the field.' })
  readonly field!: string;

  @ShownText({ example: 'Status', about: 'The name of the field in words.' })
  readonly label!: string;

  @ShownText({ optional: true, example: 'SUBMITTED', about: 'The value before; null where there was none.' })
  readonly from!: string | null;

  @ShownText({ optional: true, example: 'REGISTERED', about: 'The value after; null where there is none.' })
  readonly to!: string | null;
}

@ApiSchema({ description: 'What may change in a duty.' })
export class DutySideDto {
  @ShownDate(words.due)
  readonly due!: string | null;

  @ShownNumber({
    optional: true,
    about: 'The year without calendar that a pending date needs; null where there is a date.',
  })
  readonly missingYear!: number | null;

  @ShownChoice(dutyStandings, words.standing)
  readonly standing!: string;

  @ShownChoice(obliged, words.debtor)
  readonly debtor!: string;

  @ShownDate({ ...words.dischargedOn, optional: true })
  readonly dischargedOn!: string | null;

  @ShownDate({ ...words.fellAwayOn, optional: true })
  readonly fellAwayOn!: string | null;
}

@ApiSchema({ description: 'A duty that changed.' })
export class DutyChangeDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownNumber({ ...words.instance, optional: true })
  readonly instance!: number | null;

  @ShownText(words.paragraph)
  readonly paragraph!: string;

  @ShownText(words.duty)
  readonly duty!: string;

  @Shown(() => DutySideDto, { optional: true, about: 'The duty before; null where it did not exist.' })
  readonly from!: DutySideDto | null;

  @Shown(() => DutySideDto, { optional: true, about: 'The duty after; null where it does not exist any more.' })
  readonly to!: DutySideDto | null;

  @ShownText({
    example: 'R-15, register the application and documents: done in time on 2025-03-07',
    about: 'The change in a sentence.',
  })
  readonly inWords!: string;
}

@ApiSchema({ description: 'What changed in a case between two revisions. Holds no personal data.' })
export class CaseDiffDto {
  @ShownText(words.caseId)
  readonly caseId!: string;

  @Shown(() => DiffSideDto, { about: 'The earlier side.' })
  readonly from!: DiffSideDto;

  @Shown(() => DiffSideDto, { about: 'The later side.' })
  readonly to!: DiffSideDto;

  @ShownList(() => TimelineEntryDto, { about: 'One page of the events between the two, in order.' })
  readonly happened!: readonly TimelineEntryDto[];

  @ShownList(() => CaseChangeDto, { about: 'The fields that changed.' })
  readonly changes!: readonly CaseChangeDto[];

  @ShownList(() => DutyChangeDto, { about: 'The duties that changed.' })
  readonly duties!: readonly DutyChangeDto[];

  @ShownText({ ...words.nextCursor, optional: true })
  readonly nextCursor!: string | null;
}
