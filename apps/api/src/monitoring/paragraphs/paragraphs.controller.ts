import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ParagraphDetailDto, ParagraphsDto, ParagraphsQuery } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { ParagraphsReader } from './paragraphs-reader.js';

/** The Order, paragraph by paragraph: what is owed and was missed under it, and what carries its rules. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/paragraphs')
export class ParagraphsController {
  constructor(private readonly paragraphs: ParagraphsReader) {}

  @Get()
  @Allow('duties:monitor')
  @ApiOperation({
    summary: 'Each paragraph of the Order: duties open, due soon, overdue and missed under it, and its rules',
  })
  @ApiOkResponse({ type: ParagraphsDto })
  all(@Query() query: ParagraphsQuery, @Asking() asking: QueryRequest) {
    return this.paragraphs.all(query, asking);
  }

  @Get(':paragraph')
  @Allow('duties:monitor')
  @ApiOperation({ summary: 'One paragraph in its own words, with the code and the tests that carry each of its rules' })
  @ApiOkResponse({ type: ParagraphDetailDto })
  one(@Param('paragraph') paragraph: string, @Query() query: ParagraphsQuery, @Asking() asking: QueryRequest) {
    return this.paragraphs.one(paragraph, query, asking);
  }
}
