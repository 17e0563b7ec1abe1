import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto, WhatIfAnswerDto, WhatIfDto } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { WhatIfReader } from './what-if-reader.js';

/** Duties if something were otherwise; never a change. */
@ApiTags('Casework')
@Controller('api/v1/what-if')
export class WhatIfController {
  constructor(private readonly whatIf: WhatIfReader) {}

  @Post()
  @HttpCode(200)
  @Allow('what-if:read')
  @ApiOperation({
    summary: 'Duties under another calendar, other terms, or facts that are only supposed; writes nothing',
  })
  @ApiOkResponse({ type: WhatIfAnswerDto })
  @ApiConflictResponse({
    description: 'A rule refused what is supposed.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  })
  ask(@Body() body: WhatIfDto, @Asking() asking: QueryRequest) {
    return this.whatIf.ask(body, asking);
  }
}
