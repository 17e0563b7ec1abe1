import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DroppedDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { ProjectionsReader } from '../monitoring/projections-reader.js';

/** What earlier versions of projections have left is kept until somebody says that it is needed no more. */
@ApiTags('Admin')
@Controller('api/v1/admin/projections')
export class OlderVersionsController {
  constructor(private readonly projections: ProjectionsReader) {}

  @Post(':name/older/drop')
  @HttpCode(200)
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'Drop what earlier versions of a projection have left; not while one of them is still read',
  })
  @ApiOkResponse({ type: DroppedDto })
  drop(@Param('name') name: string, @Asking() asking: QueryRequest) {
    return this.projections.dropOlder(name, asking);
  }
}
