import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarBook, ChangeCalendarDay } from '@app/application';
import { CalendarYearDto, ChangeCalendarDayDto, commandFieldsOf } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { Commands } from '../http/commands.js';
import { Queries } from '../http/queries.js';
import { contextOf, FromRequest, type CommandRequest } from '../http/command-request.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { calendarYear } from './calendar-year.js';

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
  change(@Body() body: ChangeCalendarDayDto, @FromRequest() request: CommandRequest) {
    const command = new ChangeCalendarDay(commandFieldsOf(ChangeCalendarDayDto, body), contextOf(request));
    return this.commands.run('ChangeCalendarDay', command, request);
  }
}
