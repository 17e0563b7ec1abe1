import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RegistrationIndex } from '@app/application';
import { RepeatedNumbersDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

/** As many as other answers hold at most. */
const most = 200;

/** Numbers under which offices have registered applications. */
@ApiTags('Admin')
@Controller('api/v1/admin/registration-numbers')
export class RegistrationNumbersController {
  constructor(
    private readonly index: RegistrationIndex,
    private readonly queries: Queries,
  ) {}

  @Get('repeated')
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'List the numbers that an office had given to several applications before they were claimed',
  })
  @ApiOkResponse({ type: RepeatedNumbersDto })
  async repeated(@Asking() asking: QueryRequest): Promise<RepeatedNumbersDto> {
    await this.queries.assertInLog(asking);
    const found = await this.index.repeated();
    return { total: found.length, items: found.slice(0, most) };
  }
}
