import type { LocalDate } from '../case/case.types.js';

/** `day_off_no_roll`: 7 January and the first day of Kurban-ait, days off that are not holidays (Labour Code 84(5)). */
export const offDayKinds = ['holiday', 'substitute', 'day_off_no_roll', 'transfer_off'] as const;
export type OffDayKind = (typeof offDayKinds)[number];

/** A year-by-year table of days that are not what their weekday says. */
export type CalendarData = Readonly<{
  zone: string;
  firstYear: number;
  lastYear: number;
  /** Years of which a day may still be moved by the authorities. */
  provisionalYears: readonly number[];
  /** Saturdays and Sundays made working by a transfer. */
  workingWeekends: readonly LocalDate[];
  off: readonly Readonly<{ date: LocalDate; kind: OffDayKind; name: string }>[];
}>;
