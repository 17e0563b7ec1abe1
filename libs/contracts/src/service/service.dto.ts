import { ApiSchema } from '@nestjs/swagger';
import { dayKinds, offDayKinds } from '@app/domain';
import { ProofLogHealthDto } from '../audit/proof.dto.js';
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

@ApiSchema({ description: 'A day off that is not a plain weekend.' })
export class OffDayDto {
  @ShownDate({ about: 'The day off.' })
  readonly date!: string;

  @ShownChoice(offDayKinds, {
    about:
      '`substitute`: a day off for a holiday at a weekend. `day_off_no_roll`: a day off for which no other day is given. `transfer_off`: a day off in exchange for a working weekend.',
  })
  readonly kind!: string;

  @ShownText({ example: "International Women's Day", about: 'The name of the holiday or the change.' })
  readonly name!: string;
}

@ApiSchema({ description: 'A day that is not what the built-in calendar says.' })
export class CalendarCorrectionDto {
  @ShownDate({ about: 'The day that was corrected.' })
  readonly date!: string;

  @ShownChoice(dayKinds, { about: 'What the day was before.' })
  readonly from!: string;

  @ShownChoice(dayKinds, { about: 'What the day is now.' })
  readonly to!: string;

  @ShownText({ about: 'The reason shown for the day.' })
  readonly name!: string;

  @ShownText({ about: 'The act or announcement that changed the day.' })
  readonly source!: string;

  @ShownInstant({ about: 'The instant from which the change was known.' })
  readonly knownFrom!: string;

  @ShownInstant({
    about: 'The instant from which terms are counted with it. What was closed by then is not opened again.',
  })
  readonly enteredAt!: string;
}

@ApiSchema({ description: 'How a year came into the calendar that is not built in.' })
export class AddedYearDto {
  @ShownText({ about: 'The act that it rests on.' })
  readonly source!: string;

  @ShownInstant({ about: 'The instant from which it was known.' })
  readonly knownFrom!: string;

  @ShownInstant({ about: 'The instant from which terms are counted with it.' })
  readonly enteredAt!: string;
}

@ApiSchema({ description: 'The working-day calendar of a year: every day that is not what its weekday says.' })
export class CalendarYearDto {
  @ShownNumber({ example: 2025, about: 'The calendar year.' })
  readonly year!: number;

  @ShownFlag({ about: 'True while the authorities may still move a day of it.' })
  readonly provisional!: boolean;

  @ShownNumber({ example: 246, about: 'The number of working days in the year.' })
  readonly workingDays!: number;

  @ShownList(() => OffDayDto, { about: 'The days off that are not plain weekends, in order.' })
  readonly off!: readonly OffDayDto[];

  @ShownTexts({ example: ['2025-01-05'], about: 'The Saturdays and Sundays that were made working days.' })
  readonly workingWeekends!: readonly string[];

  @Shown(() => AddedYearDto, {
    optional: true,
    about: 'The act by which the year was added; null where it is built in.',
  })
  readonly added!: AddedYearDto | null;

  @ShownList(() => CalendarCorrectionDto, {
    about: 'The corrections in the order in which they were entered. Everything else here includes them.',
  })
  readonly corrections!: readonly CalendarCorrectionDto[];
}

@ApiSchema({ description: 'The state of one thing that the process needs.' })
export class HealthCheckDto {
  @ShownText({ example: 'event-store', about: 'What was checked.' })
  readonly name!: string;

  @ShownChoice(['up', 'down'], { about: 'Whether it works.' })
  readonly status!: string;
}

@ApiSchema({ description: 'The state of the process and of what it needs.' })
export class HealthDto {
  @ShownChoice(['up', 'down'], { about: '`up` where every check is up.' })
  readonly status!: string;

  @ShownList(() => HealthCheckDto, {
    about: 'One entry for each thing that was checked; empty for the question whether the process is alive.',
  })
  readonly checks!: readonly HealthCheckDto[];

  @ShownTexts({
    example: ['The calendar ends on 31 December 2027.'],
    about: 'What does not keep the process from working yet, and must be seen to.',
  })
  readonly warnings!: readonly string[];

  @Shown(() => ProofLogHealthDto, {
    optional: true,
    about: 'The proof log; null where it cannot be told, and for the question whether the process is alive.',
  })
  readonly proofLog!: ProofLogHealthDto | null;

  @ShownTexts({ about: 'The stores that are embedded. They are for evaluation and development, never for production.' })
  readonly embeddedStores!: readonly string[];
}
