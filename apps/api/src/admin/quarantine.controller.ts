import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RetryAnswerDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { ProjectionsReader } from '../monitoring/projections-reader.js';

/** Cases that a projection holds back because an event could not be applied. */
@ApiTags('Admin')
@Controller('api/v1/admin/quarantine')
export class QuarantineController {
  constructor(private readonly projections: ProjectionsReader) {}

  @Post(':caseId/retry')
  @HttpCode(200)
  @Allow('projections:administer')
  @ApiOperation({ summary: 'Try the events of a case that is held back once more, in order' })
  @ApiOkResponse({ type: RetryAnswerDto })
  retry(@Param('caseId', CaseIdPipe) caseId: string, @Asking() asking: QueryRequest) {
    return this.projections.retry(caseId, asking);
  }
}
