import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarYearDto } from '@app/contracts';
import { dayNumberOf, kzCalendar } from '@app/domain';
import { ProblemError } from '@app/platform';
import { Allow } from '../auth/allow.decorator.js';

/** The working-day calendar that every term is counted with. */
@ApiTags('Admin')
@Controller('api/v1/admin/calendar')
export class CalendarController {
  @Get(':year')
  @Allow('calendar:read')
  @ApiOperation({ summary: 'The working-day calendar of a year' })
  @ApiOkResponse({ type: CalendarYearDto })
  year(@Param('year') year: string): CalendarYearDto {
    return calendarOf(year);
  }
}

const calendarOf = (text: string): CalendarYearDto => {
  const year = kzCalendar.years.find((one) => String(one) === text);
  if (year === undefined) {
    const years = `${kzCalendar.years.at(0)} to ${kzCalendar.years.at(-1)}`;
    throw new ProblemError('calendar-not-found', `There are calendars for ${years}; no term is counted without one.`);
  }
  const days = daysOf(year);
  return {
    year,
    provisional: kzCalendar.provisionalYears.includes(year),
    workingDays: days.filter((day) => kzCalendar.offReason(day) === null).length,
    off: days.flatMap(offDay),
    workingWeekends: days.filter(kzCalendar.isWorkingWeekend).map(kzCalendar.dateOf),
  };
};

const daysOf = (year: number): readonly number[] => {
  const first = dayNumberOf(`${year}-01-01`);
  return Array.from({ length: dayNumberOf(`${year}-12-31`) - first + 1 }, (_, index) => first + index);
};

const offDay = (day: number): CalendarYearDto['off'] => {
  const reason = kzCalendar.offReason(day);
  return reason === null || reason.kind === 'weekend' ? [] : [{ date: kzCalendar.dateOf(day), ...reason }];
};
