import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AddCalendarYear, CalendarBook, ChangeCalendarDay } from '@app/application';
import {
  AddCalendarYearDto,
  CalendarYearDto,
  ChangeCalendarDayDto,
  commandFieldsOf,
  LanguageQuery,
} from '@app/contracts';
import {
  addsYear,
  correctionsIn,
  dayNumberOf,
  type AddedYear,
  type Calendars,
  type WorkingCalendar,
} from '@app/domain';
import { ProblemError } from '@app/platform';
import { Allow } from '../http/auth/allow.decorator.js';
import { Commands, contextOf, FromRequest, type CommandRequest } from '../http/commands.js';
import { Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

/** The working-day calendar that every term is counted with. */
@ApiTags('Admin')
@Controller('api/v1/admin/calendar')
export class CalendarController {
  constructor(
    private readonly book: CalendarBook,
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get(':year')
  @Allow('calendar:read')
  @ApiOperation({ summary: 'Read the working-day calendar of a year, with its corrections' })
  @ApiOkResponse({ type: CalendarYearDto })
  async year(@Param('year') year: string, @Asking() asking: QueryRequest): Promise<CalendarYearDto> {
    await this.queries.assertInLog(asking);
    return calendarYear(await this.book.known(), year);
  }

  @Post('days')
  @HttpCode(200)
  @Allow('calendar:correct')
  @ApiOperation({ summary: 'Correct a day of the calendar. Open duties move and say so; closed ones stay' })
  change(@Body() body: ChangeCalendarDayDto, @FromRequest() request: CommandRequest, @Query() _lang: LanguageQuery) {
    const command = new ChangeCalendarDay(commandFieldsOf(ChangeCalendarDayDto, body), contextOf(request));
    return this.commands.run('ChangeCalendarDay', command, request);
  }

  @Post('years/:year')
  @HttpCode(200)
  @Allow('calendar:correct')
  @ApiOperation({ summary: 'Add a year to the calendar. Dates that were pending for want of it are set' })
  add(
    @Param('year') year: string,
    @Body() body: AddCalendarYearDto,
    @FromRequest() request: CommandRequest,
    @Query() _lang: LanguageQuery,
  ) {
    const added = { ...commandFieldsOf(AddCalendarYearDto, body), year: yearNamed(year) };
    return this.commands.run('AddCalendarYear', new AddCalendarYear(added, contextOf(request)), request);
  }
}

const yearNamed = (text: string): number => {
  if (/^2\d{3}$/.test(text)) return Number(text);
  throw new ProblemError('calendar-not-found', `"${text}" is no year such as 2028.`);
};

/** A year of the calendar as it is known now. Throws a problem 404 for a year without a calendar. */
const calendarYear = ({ current, changes }: Calendars, text: string): CalendarYearDto => {
  const year = current.years.find((one) => String(one) === text);
  if (year === undefined) {
    const years = `${current.years.at(0)} to ${current.years.at(-1)}`;
    throw new ProblemError('calendar-not-found', `There are calendars for ${years}; no term is counted without one.`);
  }
  const days = daysOf(year);
  return {
    year,
    provisional: current.provisionalYears.includes(year),
    workingDays: days.filter((day) => current.offReason(day) === null).length,
    off: days.flatMap((day) => offDay(current, day)),
    workingWeekends: days.filter(current.isWorkingWeekend).map(current.dateOf),
    added: addedBy(changes.filter(addsYear).find((one) => one.year === year)),
    corrections: correctionsIn(changes).filter(({ date }) => date.startsWith(`${year}-`)),
  };
};

const addedBy = (added: AddedYear | undefined): CalendarYearDto['added'] => {
  if (added === undefined) return null;
  const { source, knownFrom, enteredAt } = added;
  return { source, knownFrom, enteredAt };
};

const daysOf = (year: number): readonly number[] => {
  const first = dayNumberOf(`${year}-01-01`);
  return Array.from({ length: dayNumberOf(`${year}-12-31`) - first + 1 }, (_, index) => first + index);
};

const offDay = (calendar: WorkingCalendar, day: number): CalendarYearDto['off'] => {
  const reason = calendar.offReason(day);
  return reason === null || reason.kind === 'weekend' ? [] : [{ date: calendar.dateOf(day), ...reason }];
};
