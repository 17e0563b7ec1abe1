import { setTimeout as after } from 'node:timers/promises';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtension, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Erasures } from '@app/application';
import { ErasureDto, ErasurePageDto, ErasuresQuery, LanguageQuery, RequestErasureDto } from '@app/contracts';
import { erasureNamed, type HeldOf, type KnownErasure } from '@app/domain';
import { ProblemError } from '@app/platform';
import type { CommandResult } from '@app/event-store';
import { Allow, AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { contextOf, FromRequest, type CommandRequest } from '../http/commands.js';
import { pageOfAll, Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { erasureAnswer } from './erasure-answer.js';

/** Erasures of the data of persons, by two administrators. */
@ApiTags('Audit')
@Controller('api/v1/audit/erasures')
export class ErasuresController {
  constructor(
    private readonly erasures: Erasures,
    private readonly queries: Queries,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('personal-data:erase')
  @ApiExtension('x-command', true)
  @ApiOperation({ summary: 'Ask for the data of a person to be erased. Refused while a case goes on or must be kept' })
  @ApiCreatedResponse({ type: ErasureDto })
  async request(
    @Body() { iin, reason, legalBasis }: RequestErasureDto,
    @FromRequest() request: CommandRequest,
    @Asking() asking: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<ErasureDto> {
    const asked = { iin, reason, legalBasis };
    const heldOf = (person: string) => this.#heldOf(person, asking);
    const done = await this.erasures.request(asked, contextOf(request), heldOf);
    return this.#answer(this.erasures.idOf(request.sender), done, request);
  }

  @Post(':erasureId/confirmation')
  @HttpCode(200)
  @Allow('personal-data:erase')
  @ApiExtension('x-command', true)
  @ApiOperation({ summary: 'Confirm an erasure that another administrator asked for: the keys are destroyed' })
  @ApiOkResponse({ type: ErasureDto })
  async confirm(
    @Param('erasureId') erasureId: string,
    @FromRequest() request: CommandRequest,
    @Asking() asking: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<ErasureDto> {
    const heldOf = (person: string) => this.#heldOf(person, asking);
    const done = await this.erasures.confirm(erasureId, contextOf(request), heldOf);
    // It is confirmed: where a store goes away now, the projector does what is left.
    await this.erasures.finish(asking.now).catch(() => []);
    return this.#answer(erasureId, done, request);
  }

  @Get()
  @AllowToSeePersons('erasures:read')
  @ApiOperation({ summary: 'List the erasures, oldest first, with what each left' })
  @ApiOkResponse({ type: ErasurePageDto })
  async list(@Query() query: ErasuresQuery, @Asking() asking: QueryRequest): Promise<ErasurePageDto> {
    await this.queries.assertInLog(asking);
    const position = await this.queries.logEnd();
    const { items, nextCursor } = pageOfAll('erasures', await this.erasures.all(), query);
    return { items: items.map((one) => erasureAnswer(one, seesWords(one, asking))), nextCursor, position };
  }

  /** Whoever sent the words knows them. */
  async #answer(erasureId: string, done: CommandResult, { reply }: CommandRequest): Promise<ErasureDto> {
    reply.header('etag', `"${done.revision}"`).header('x-log-position', done.position);
    return erasureAnswer(erasureNamed(erasureId, await this.erasures.all()), false);
  }

  /** What is held by now: nothing that was filed before this question is missing. Throws a problem 503 where the read models are behind. */
  async #heldOf(iin: string, asking: QueryRequest): Promise<readonly HeldOf[]> {
    return this.queries.ask(asking, async (readModels, { eventStore }) => {
      for (let looks = 0; looks < mostLooks; looks += 1) {
        const behind = await readModels.behind(eventStore, AbortSignal.timeout(longestMs));
        if ([...behind.values()].every(({ events }) => events === 0)) return readModels.erasable.of(iin);
        await after(betweenMs);
      }
      throw new ProblemError('projection-behind', 'The read models do not include all that is in the log yet.', {
        retryAfterSeconds: 1,
      });
    });
  }
}

/** Whether the words of an erasure are seen; the look is noted, with the person whom they may name. */
const seesWords = ({ erasureId, iin, reason }: KnownErasure, { looking }: QueryRequest): boolean => {
  if (reason === null) return false;
  const persons = { applicants: iin === null ? [] : [iin], relatives: [] };
  return looking.at({ caseId: erasureId, route: null, persons })('FREE_TEXT');
};

const mostLooks = 25;
const betweenMs = 200;
const longestMs = 10_000;
