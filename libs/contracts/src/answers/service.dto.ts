import { ShownChoice, ShownDate, ShownFlag, ShownList, ShownNumber, ShownText, ShownTexts } from '../fields/shown.js';
import { field } from '../fields/field.js';

/** Where a projection stands. */
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

  @ShownNumber({ optional: true, about: '0 where it has caught up; null where the number is not known.' })
  readonly lagEvents!: number | null;

  @ShownNumber({ about: 'Documents held back because an event could not be folded.' })
  readonly quarantined!: number;
}

export class ProjectionsDto {
  @ShownNumber({ optional: true, about: "Of the log's last event." })
  readonly logPosition!: number | null;

  @ShownNumber({ optional: true, about: 'The position that every projection includes.' })
  readonly position!: number | null;

  @ShownList(() => ProjectionDto)
  readonly projections!: readonly ProjectionDto[];
}

export class OffDayDto {
  @ShownDate()
  readonly date!: string;

  @ShownChoice(['holiday', 'substitute', 'day_off_no_roll', 'transfer_off'])
  readonly kind!: string;

  @ShownText({ example: "International Women's Day" })
  readonly name!: string;
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
