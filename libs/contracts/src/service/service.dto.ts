import { dayKinds, offDayKinds } from '@app/domain';
import {
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownInstant,
  ShownList,
  ShownNumber,
  ShownText,
  ShownTexts,
} from '../http/fields/shown.js';

/** Where a projection stands. */
export class OffDayDto {
  @ShownDate()
  readonly date!: string;

  @ShownChoice(offDayKinds)
  readonly kind!: string;

  @ShownText({ example: "International Women's Day" })
  readonly name!: string;
}

/** A day that is not what the loaded table says. */
export class CalendarCorrectionDto {
  @ShownDate()
  readonly date!: string;

  @ShownChoice(dayKinds)
  readonly from!: string;

  @ShownChoice(dayKinds)
  readonly to!: string;

  @ShownText()
  readonly name!: string;

  @ShownText({ about: 'The act or announcement that says so.' })
  readonly source!: string;

  @ShownInstant({ about: 'Since when it was known.' })
  readonly knownFrom!: string;

  @ShownInstant({ about: 'Since when terms are counted with it: what was closed by then is not opened again.' })
  readonly enteredAt!: string;
}

/** The working-day calendar of a year: what is not as its weekday says. */
export class CalendarYearDto {
  @ShownNumber({ example: 2025 })
  readonly year!: number;

  @ShownFlag({ about: 'A day of it may still be moved.' })
  readonly provisional!: boolean;

  @ShownNumber({ example: 246 })
  readonly workingDays!: number;

  @ShownList(() => OffDayDto)
  readonly off!: readonly OffDayDto[];

  @ShownTexts({ about: 'Saturdays and Sundays made working.', example: ['2025-01-05'] })
  readonly workingWeekends!: readonly string[];

  @ShownList(() => CalendarCorrectionDto, {
    about: 'In the order in which they were entered; all the rest includes them.',
  })
  readonly corrections!: readonly CalendarCorrectionDto[];
}

export class HealthCheckDto {
  @ShownText({ example: 'event-store' })
  readonly name!: string;

  @ShownChoice(['up', 'down'])
  readonly status!: string;
}

export class HealthDto {
  @ShownChoice(['up', 'down'])
  readonly status!: string;

  @ShownList(() => HealthCheckDto)
  readonly checks!: readonly HealthCheckDto[];

  @ShownTexts({ about: 'Stores that are embedded: for evaluation and development, never for production.' })
  readonly embeddedStores!: readonly string[];
}
