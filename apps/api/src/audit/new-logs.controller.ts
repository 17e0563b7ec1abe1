import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtension, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NewLogs } from '@app/application';
import { LanguageQuery, NewLogDto, NewLogPageDto, NewLogsQuery, RequestNewLogDto } from '@app/contracts';
import { newLogStream, type KnownNewLog } from '@app/domain';
import type { CommandResult, StoredEvent } from '@app/event-store';
import { ProofLogReader } from '@app/proof-log';
import { nobody } from '../http/access/persons.js';
import { Allow, AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { contextOf, FromRequest, type CommandRequest } from '../http/commands.js';
import { pageOfAll, Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { newLogAnswer } from './new-log-answer.js';

/** New names of the proof log, where the log that was signed is lost: by two administrators. */
@ApiTags('Audit')
@Controller('api/v1/audit/new-logs')
export class NewLogsController {
  constructor(
    private readonly newLogs: NewLogs,
    private readonly proofLog: ProofLogReader,
    private readonly queries: Queries,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('proof-log:begin')
  @ApiExtension('x-command', true)
  @ApiOperation({ summary: 'Ask for the proof log to go on under a new name. Refused while heads are signed' })
  @ApiCreatedResponse({ type: NewLogDto })
  async request(
    @Body() { reason }: RequestNewLogDto,
    @FromRequest() request: CommandRequest,
    @Asking() asking: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<NewLogDto> {
    const done = await this.newLogs.request(reason, contextOf(request));
    return this.#answer(this.newLogs.idOf(request.sender), done, asking);
  }

  @Post(':newLogId/confirmation')
  @HttpCode(200)
  @Allow('proof-log:begin')
  @ApiExtension('x-command', true)
  @ApiOperation({ summary: 'Confirm a new name of the proof log that another administrator asked for' })
  @ApiOkResponse({ type: NewLogDto })
  async confirm(
    @Param('newLogId') newLogId: string,
    @FromRequest() request: CommandRequest,
    @Asking() asking: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<NewLogDto> {
    return this.#answer(newLogId, await this.newLogs.confirm(newLogId, contextOf(request)), asking);
  }

  @Get()
  @AllowToSeePersons('new-logs:read')
  @ApiOperation({ summary: 'List the new names of the proof log, oldest first, each with the last head before it' })
  @ApiOkResponse({ type: NewLogPageDto })
  async list(@Query() query: NewLogsQuery, @Asking() asking: QueryRequest): Promise<NewLogPageDto> {
    await this.queries.assertInLog(asking);
    const position = await this.queries.logEnd();
    const { items, nextCursor } = pageOfAll('new-logs', await this.newLogs.all(), query);
    const events = await this.#events(asking);
    const answers = items.map((one) => this.#shown(one, events, seesReason(one, asking)));
    return { items: await Promise.all(answers), nextCursor, position };
  }

  /** Whoever sent the reason knows it. */
  async #answer(newLogId: string, done: CommandResult, asking: QueryRequest): Promise<NewLogDto> {
    asking.reply.header('etag', `"${done.revision}"`).header('x-log-position', done.position);
    return this.#shown(await this.newLogs.named(newLogId), await this.#events(asking), false);
  }

  #shown(newLog: KnownNewLog, events: readonly StoredEvent[], sees: boolean): Promise<NewLogDto> {
    return newLogAnswer(newLog, { events, proofLog: this.proofLog, seesReason: sees });
  }

  #events(asking: QueryRequest): Promise<readonly StoredEvent[]> {
    return this.queries.ask(asking, (_, { eventStore }) => eventStore.read(newLogStream));
  }
}

const seesReason = ({ newLogId }: KnownNewLog, { looking }: QueryRequest): boolean =>
  looking.at({ caseId: newLogId, route: null, persons: nobody })('FREE_TEXT');
