import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportQuery, ExportsDto } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { ExportsReader } from './exports-reader.js';

const header = (description: string, type: string = 'integer') => ({ description, schema: { type } });

/** Datasets of the log for the body that monitors quality: the same range gives the same bytes for ever. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/exports')
export class ExportsController {
  constructor(private readonly exports: ExportsReader) {}

  @Get()
  @Allow('exports:read')
  @ApiOperation({ summary: 'What may be exported, with its columns' })
  @ApiOkResponse({ type: ExportsDto })
  all(@Asking() asking: QueryRequest): Promise<ExportsDto> {
    return this.exports.all(asking);
  }

  @Get(':dataset')
  @Allow('exports:read')
  @ApiOperation({ summary: 'Rows of a dataset in the order of the log, as NDJSON or CSV, without personal data' })
  @ApiOkResponse({
    description: 'One row a line; CSV under a line of names, with cells that begin like a formula after an apostrophe.',
    content: {
      'application/x-ndjson': { schema: { type: 'string' } },
      'text/csv': { schema: { type: 'string' } },
    },
    headers: {
      'Content-Digest': header('SHA-256 of the bytes (RFC 9530).', 'string'),
      Link: header('The page after this one, as `rel="next"`.', 'string'),
      'X-Export-After': header('The position that was asked after.'),
      'X-Export-Next': header('Every row up to this position has been given: what to ask after next.'),
      'X-Export-Count': header('How many rows these are.'),
      'X-Export-End': header('Whether there was nothing more: `true` or `false`.', 'string'),
      'X-Export-Log-End': header('Where the log ended.'),
      'X-Export-Held-Back-At': header('Where the rest waits for a case that the read models hold back; else absent.'),
    },
  })
  page(@Param('dataset') name: string, @Query() query: ExportQuery, @Asking() asking: QueryRequest) {
    return this.exports.page(name, query, asking);
  }
}
