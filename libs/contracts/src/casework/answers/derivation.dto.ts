import { offDayKinds, termUnits } from '@app/domain';
import {
  Shown,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownList,
  ShownNumber,
  ShownNumbers,
  ShownText,
} from '../../http/fields/shown.js';

export class TermDto {
  @ShownNumber({ example: 30 })
  readonly n!: number;

  @ShownChoice(termUnits)
  readonly unit!: string;
}

/** Why a day is not a working day, or not the day of acceptance. */
export class OffReasonDto {
  @ShownChoice(['weekend', ...offDayKinds, 'after_hours'])
  readonly kind!: string;

  @ShownText({ about: 'The weekday of a plain weekend, else the name of the holiday.', example: 'Saturday' })
  readonly name!: string;
}

/** A day that was passed over, with the reason. */
export class PassedDayDto {
  @ShownDate()
  readonly date!: string;

  @Shown(() => OffReasonDto)
  readonly reason!: OffReasonDto;
}

/** A day between the trigger and the end of a term: counted with its number, or skipped with the reason. */
export class DerivedDayDto {
  @ShownDate()
  readonly date!: string;

  @ShownFlag()
  readonly counted!: boolean;

  @ShownNumber({ optional: true, about: 'Of a day that is counted.' })
  readonly number?: number;

  @ShownFlag({ optional: true, about: 'Of a day that is counted: a Saturday or Sunday made working.' })
  readonly workingWeekend?: boolean;

  @Shown(() => OffReasonDto, { optional: true, about: 'Of a day that is skipped.' })
  readonly reason?: OffReasonDto;
}

/** The enclosing term that ended a term earlier. */
export class CapDto {
  @ShownText({ example: 'R-27' })
  readonly rule!: string;

  @ShownDate()
  readonly due!: string;
}

/** How a due date followed from its trigger, day by day. */
export class DerivationDto {
  @ShownDate({ about: 'The trigger day, itself not counted.' })
  readonly from!: string;

  @Shown(() => TermDto)
  readonly term!: TermDto;

  @ShownList(() => DerivedDayDto)
  readonly days!: readonly DerivedDayDto[];

  @ShownDate({ about: "The term's own last day." })
  readonly nominalDue!: string;

  @ShownList(() => PassedDayDto, { about: 'Days passed over on the way from the nominal to the due date.' })
  readonly rolledOver!: readonly PassedDayDto[];

  @Shown(() => CapDto, { optional: true })
  readonly cappedBy!: CapDto | null;

  @ShownDate()
  readonly due!: string;

  @ShownNumbers({ about: 'Years of the calendar used of which a day may still be moved.' })
  readonly provisionalYears!: readonly number[];
}

/** How the day of acceptance followed from the moment of filing (para 4). */
export class AcceptanceDto {
  @ShownDate()
  readonly filedOn!: string;

  @ShownText({ about: "The time on the clock in the office's zone.", example: '18:31:00' })
  readonly filedAt!: string;

  @ShownText({ about: "The office's closing time.", example: '18:30' })
  readonly closesAt!: string;

  @ShownList(() => PassedDayDto, { about: 'Days that could not be the day of acceptance, in order.' })
  readonly passedOver!: readonly PassedDayDto[];
}
