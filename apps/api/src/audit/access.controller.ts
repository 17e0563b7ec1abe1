import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AccessPageDto,
  AccessQuery,
  AccessSearchDto,
  PersonAskedDto,
  SubjectExtractDto,
  UnmaskQuery,
} from '@app/contracts';
import { Allow, AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { extractAnswer } from './extract-answer.js';

/** As many as other answers hold at most. */
const most = 200;

/** Who looked at whose data; an IIN comes in a body, as addresses end in logs. */
@ApiTags('Audit')
@Controller('api/v1/audit')
export class AccessController {
  constructor(private readonly queries: Queries) {}

  @Get('access')
  @Allow('access:read')
  @ApiOperation({ summary: 'List who looked at personal data, the newest first' })
  @ApiOkResponse({ type: AccessPageDto })
  looks(
    @Query() { case: caseId, actor, ...query }: AccessQuery,
    @Asking() asking: QueryRequest,
  ): Promise<AccessPageDto> {
    return this.queries.ask(asking, ({ access }) => access.page({ ...query, caseId, who: actor }));
  }

  @Post('access/search')
  @HttpCode(200)
  @AllowToSeePersons('access:read')
  @ApiOperation({ summary: 'List who looked at the data of a person, the newest first' })
  @ApiOkResponse({ type: AccessPageDto })
  async search(
    @Body() { iin, from, to, limit, cursor }: AccessSearchDto,
    @Asking() asking: QueryRequest,
  ): Promise<AccessPageDto> {
    asking.looking.note([iin]);
    const request = { from: from ?? undefined, to: to ?? undefined, limit: limit ?? undefined, cursor };
    return this.queries.ask(asking, async ({ access }, { codec }) =>
      access.page({ ...request, subjects: await codec.allKeyIdsOf(iin) }),
    );
  }

  @Post('subjects/extract')
  @HttpCode(200)
  @AllowToSeePersons('access:read')
  @ApiOperation({ summary: 'Tell what is held of a person, and who looked at it' })
  @ApiOkResponse({ type: SubjectExtractDto })
  async extract(
    @Body() { iin }: PersonAskedDto,
    @Asking() asking: QueryRequest,
    @Query() _query: UnmaskQuery,
  ): Promise<SubjectExtractDto> {
    asking.looking.note([iin]);
    return this.queries.ask(asking, async ({ access, held }, { codec }) => {
      const keyIds = await codec.allKeyIdsOf(iin);
      const [cases, complaints, looks] = await Promise.all([
        held.cases(iin, most),
        held.complaints(iin, most),
        access.page({ subjects: keyIds, limit: most }),
      ]);
      return { keyIds, ...extractAnswer(iin, { cases, complaints }, asking.looking), looks };
    });
  }
}
