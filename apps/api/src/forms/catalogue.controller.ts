import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CatalogueDto, LanguageQuery } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { answerUnlessKnown } from '../http/known-answer.js';
import { tellLanguage } from '../http/language.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { catalogueIn } from './catalogue.js';

/** Whatever this system calls something. */
@ApiTags('Forms')
@Controller('api/v1/catalogue')
export class CatalogueController {
  @Get()
  @Allow('catalogue:read')
  @ApiOperation({ summary: 'Tell what words, duties, rules, events, commands, refusals and fields are called' })
  @ApiOkResponse({ type: CatalogueDto })
  catalogue(@Query() _lang: LanguageQuery, @Asking() asking: QueryRequest): CatalogueDto | undefined {
    tellLanguage(asking.reply, asking.language);
    return answerUnlessKnown(asking, catalogueIn(asking.language));
  }
}
