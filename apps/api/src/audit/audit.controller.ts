import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseDiffDto, CaseStateDto, DiffQuery, LongListQuery, RawEventsDto, StateQuery } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { AuditReader } from './audit-reader.js';

/** Histories of cases, folded from the log itself: for auditors, across offices. */
@ApiTags('Audit')
@Controller('api/v1/audit/cases')
export class AuditController {
  constructor(private readonly audit: AuditReader) {}

  @Get(':caseId/events')
  @Allow('audit:read')
  @ApiOperation({ summary: 'The raw events with metadata, hashes and positions, and whether their chain is intact' })
  @ApiOkResponse({ type: RawEventsDto })
  events(@Param('caseId', CaseIdPipe) id: string, @Query() query: LongListQuery, @Asking() asking: QueryRequest) {
    return this.audit.events(id, query, asking);
  }

  @Get(':caseId/state')
  @Allow('audit:read')
  @ApiOperation({
    summary: 'The case at a revision, as recorded or as effective at a moment, with its duties as they stood',
  })
  @ApiOkResponse({ type: CaseStateDto })
  state(@Param('caseId', CaseIdPipe) id: string, @Query() query: StateQuery, @Asking() asking: QueryRequest) {
    return this.audit.state(id, query, asking);
  }

  @Get(':caseId/diff')
  @Allow('audit:read')
  @ApiOperation({ summary: 'What changed between two revisions, in terms that people read' })
  @ApiOkResponse({ type: CaseDiffDto })
  diff(@Param('caseId', CaseIdPipe) id: string, @Query() query: DiffQuery, @Asking() asking: QueryRequest) {
    return this.audit.diff(id, query, asking);
  }
}
