import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeadlineBoardDto, DutiesQuery, ProjectionsDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { MonitoringReader } from './monitoring-reader.js';
import { ProjectionsReader } from './projections-reader.js';

/** What the body that monitors quality reads. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring')
export class MonitoringController {
  constructor(
    private readonly monitoring: MonitoringReader,
    private readonly standing: ProjectionsReader,
  ) {}

  @Get('duties')
  @Allow('duties:monitor')
  @ApiOperation({ summary: 'The deadline board: open, due soon, overdue, kept, late, missed' })
  @ApiOkResponse({ type: DeadlineBoardDto })
  duties(@Query() query: DutiesQuery, @Asking() asking: QueryRequest) {
    return this.monitoring.duties(query, asking);
  }

  @Get('projections')
  @Allow('projections:monitor')
  @ApiOperation({ summary: 'Where each projection stands, what it holds back, and whether it is whole' })
  @ApiOkResponse({ type: ProjectionsDto })
  projections(@Asking() asking: QueryRequest) {
    return this.standing.all(asking);
  }
}
