import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CaseActionsDto,
  CaseAttributionDto,
  CaseDto,
  CaseDutiesDto,
  CasePageDto,
  CasesQuery,
  ListQuery,
  LongListQuery,
  TimelinePageDto,
  WhyDto,
  WhyQuery,
} from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { CaseActions } from './case-actions.js';
import { CaseReader } from './case-reader.js';

/** Everything that may be read of cases. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class CaseQueriesController {
  constructor(
    private readonly cases: CaseReader,
    private readonly actions: CaseActions,
  ) {}

  @Get()
  @Allow('case:read')
  @ApiOperation({ summary: 'The worklist' })
  @ApiOkResponse({ type: CasePageDto })
  list(@Query() query: CasesQuery, @Asking() asking: QueryRequest) {
    return this.cases.list(query, asking);
  }

  @Get(':caseId')
  @Allow('case:read')
  @ApiOperation({ summary: 'One case' })
  @ApiOkResponse({ type: CaseDto })
  one(@Param('caseId', CaseIdPipe) id: string, @Asking() asking: QueryRequest) {
    return this.cases.one(id, asking);
  }

  @Get(':caseId/actions')
  @Allow('case:read')
  @ApiOperation({ summary: 'What the caller may do next, and for each thing that may not be done what is in the way' })
  @ApiOkResponse({ type: CaseActionsDto })
  actionsOf(@Param('caseId', CaseIdPipe) id: string, @Asking() asking: QueryRequest) {
    return this.actions.of(id, asking);
  }

  @Get(':caseId/timeline')
  @Allow('case:read')
  @ApiOperation({ summary: 'What happened, oldest first' })
  @ApiOkResponse({ type: TimelinePageDto })
  timeline(@Param('caseId', CaseIdPipe) id: string, @Query() query: ListQuery, @Asking() asking: QueryRequest) {
    return this.cases.timeline(id, query, asking);
  }

  @Get(':caseId/duties')
  @Allow('case:read')
  @ApiOperation({ summary: 'What is owed by whom until when' })
  @ApiOkResponse({ type: CaseDutiesDto })
  duties(@Param('caseId', CaseIdPipe) id: string, @Query() query: LongListQuery, @Asking() asking: QueryRequest) {
    return this.cases.duties(id, query, asking);
  }

  @Get(':caseId/duties/:rule/why')
  @Allow('case:read')
  @ApiOperation({ summary: 'Why a date is what it is, day by day and in words' })
  @ApiOkResponse({ type: WhyDto })
  why(
    @Param('caseId', CaseIdPipe) id: string,
    @Param('rule') rule: string,
    @Query() query: WhyQuery,
    @Asking() asking: QueryRequest,
  ) {
    return this.cases.why(id, rule, query, asking);
  }

  @Get(':caseId/attribution')
  @Allow('case:read')
  @ApiOperation({ summary: 'Who held the case on each day, and by whose days duties were late' })
  @ApiOkResponse({ type: CaseAttributionDto })
  attribution(@Param('caseId', CaseIdPipe) id: string, @Asking() asking: QueryRequest) {
    return this.cases.attribution(id, asking);
  }
}
