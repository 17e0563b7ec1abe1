import { ApiSchema } from '@nestjs/swagger';
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
import { words } from '../../http/fields/words.js';

@ApiSchema({ description: 'The length of a term.' })
export class TermDto {
  @ShownNumber({ example: 30, about: 'How many days or working days.' })
  readonly n!: number;

  @ShownChoice(termUnits, { about: 'Whether calendar or working days are counted.' })
  readonly unit!: string;
}

@ApiSchema({ description: 'Why a day is not a working day, or not the day of acceptance.' })
export class OffReasonDto {
  @ShownChoice(['weekend', ...offDayKinds, 'after_hours'], {
    about:
      '`substitute`: a day off for a holiday at a weekend. `day_off_no_roll`: a day off for which no other day is given. `transfer_off`: a day off in exchange for a working weekend. `after_hours`: the office was closed already.',
  })
  readonly kind!: string;

  @ShownText({ example: 'Saturday', about: 'The name of the holiday; for a plain weekend the weekday.' })
  readonly name!: string;
}

@ApiSchema({ description: 'A day that was passed over, with the reason.' })
export class PassedDayDto {
  @ShownDate({ about: 'The day that was passed over.' })
  readonly date!: string;

  @Shown(() => OffReasonDto)
  readonly reason!: OffReasonDto;
}

@ApiSchema({ description: 'A day of a term: counted with its number, or skipped with the reason.' })
export class DerivedDayDto {
  @ShownDate({ about: 'The calendar date of the day.' })
  readonly date!: string;

  @ShownFlag({ about: 'True where the day is counted, false where it is skipped.' })
  readonly counted!: boolean;

  @ShownNumber({ optional: true, about: 'The number of a counted day in the term, from 1; absent for a skipped day.' })
  readonly number?: number;

  @ShownFlag({
    optional: true,
    about: 'True for a counted Saturday or Sunday that was made a working day; absent for a skipped day.',
  })
  readonly workingWeekend?: boolean;

  @Shown(() => OffReasonDto, { optional: true, about: 'Why the day is skipped; absent for a counted day.' })
  readonly reason?: OffReasonDto;
}

@ApiSchema({ description: 'A date that cannot be told yet: its term runs into a year of which there is no calendar.' })
export class PendingDto {
  @ShownNumber({ example: 2028, about: 'The year without calendar that comes first.' })
  readonly missingYear!: number;

  @ShownDate({ about: 'No due date: the day before which the term cannot end, whatever days that year will have.' })
  readonly notBefore!: string;
}

@ApiSchema({ description: 'The longer term that this one lies within, where it ended this one earlier.' })
export class CapDto {
  @ShownText(words.rule)
  readonly rule!: string;

  @ShownDate({ about: 'The last day of that longer term.' })
  readonly due!: string;
}

@ApiSchema({ description: 'How a due date follows from its trigger, day by day.' })
export class DerivationDto {
  @ShownDate({ about: 'The trigger day; it is not counted.' })
  readonly from!: string;

  @Shown(() => TermDto, { optional: true, about: 'The length of the term; null where the day is agreed (R-98).' })
  readonly term!: TermDto | null;

  @ShownList(() => DerivedDayDto, { about: 'Every day of the term, in order, as far as the calendar goes.' })
  readonly days!: readonly DerivedDayDto[];

  @ShownDate(words.nominalDue)
  readonly nominalDue!: string | null;

  @ShownList(() => PassedDayDto, {
    about: 'The days passed over between the nominal and the due date, with the reason of each.',
  })
  readonly rolledOver!: readonly PassedDayDto[];

  @Shown(() => CapDto, { optional: true, about: 'The longer term that cut this one; null where none did.' })
  readonly cappedBy!: CapDto | null;

  @Shown(() => CapDto, {
    optional: true,
    about: 'The longer term that had ended before this one began, and so does not cut it; null where none had.',
  })
  readonly beganAfter!: CapDto | null;

  @ShownDate(words.due)
  readonly due!: string | null;

  @Shown(() => PendingDto, words.pending)
  readonly pending!: PendingDto | null;

  @ShownNumbers({ about: 'The years of the calendar used in which the authorities may still move a day.' })
  readonly provisionalYears!: readonly number[];
}

@ApiSchema({ description: 'How the day of acceptance follows from the moment of filing (para 4).' })
export class AcceptanceDto {
  @ShownDate({ about: 'The day of filing in the zone of the office.' })
  readonly filedOn!: string;

  @ShownText({ example: '18:31:00', about: 'The time of filing on the clock of the office.' })
  readonly filedAt!: string;

  @ShownText({ example: '18:30', about: 'The time at which the office closes.' })
  readonly closesAt!: string;

  @ShownDate({ optional: true, about: 'The day of acceptance; null while it needs a year without calendar.' })
  readonly acceptedOn!: string | null;

  @ShownList(() => PassedDayDto, { about: 'The days that could not be the day of acceptance, in order.' })
  readonly passedOver!: readonly PassedDayDto[];
}
