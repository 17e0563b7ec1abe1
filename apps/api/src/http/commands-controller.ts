import {
  applyDecorators,
  Body,
  Controller,
  HttpCode,
  Param,
  Post,
  Query,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFieldsOf, LanguageQuery, type CommandAnswerDto, type DryRunDto } from '@app/contracts';
import type { CommandContext, CommandResult } from '@app/event-store';
import { Allow, AllowBy } from './auth/allow.decorator.js';
import { contextOf, FromRequest, Commands, type CommandRequest } from './commands.js';
import type { About, ByItself, CommandRow } from './command-rows.js';

/** The commands about one kind of thing. */
type CommandTable = Readonly<{
  tag: string;
  /** `api/v1/cases` */
  base: string;
  rows: Readonly<Record<string, CommandRow>>;
  /** How an address names what a command is about; null where there is only one of it. */
  about: Readonly<{ parameter: string; pipe: Type<PipeTransform> }> | null;
  /** Carries out whatever has no handler of its own. */
  actOn: new (id: string, said: never, context: CommandContext) => Command<CommandResult>;
}>;

type Carrying = Readonly<{ commands: Commands }>;

/** A controller with a route for each row, guarded, checked and shown as a handwritten one would be. */
export const commandsController = (table: CommandTable): Type => {
  @ApiTags(table.tag)
  @Controller(table.base)
  class CommandsController {
    constructor(readonly commands: Commands) {}
  }
  for (const [name, row] of Object.entries(table.rows)) addRoute(CommandsController, name, row, table);
  return CommandsController;
};

const addRoute = (controller: Type<Carrying>, name: string, row: CommandRow, table: CommandTable): void => {
  const { prototype } = controller;
  const begins = row.path === '' || table.about === null;
  const command = commandOf(name, row, table);
  const routes = {
    // Nest finds a handler's parameters by the name of the function
    async [name](
      this: Carrying,
      id: string,
      body: object,
      request: CommandRequest,
    ): Promise<CommandAnswerDto | DryRunDto> {
      const said = commandFieldsOf(row.body, body);
      const context = contextOf(request);
      const answer = await this.commands.run(name, command({ id, said: said as never, context }), request);
      if (row.path === '') tellPlace(table, answer, request);
      return answer;
    },
  };
  Object.assign(prototype, routes);
  applyDecorators(
    Post(begins ? row.path : `:${table.about?.parameter}/${row.path}`),
    HttpCode(row.path === '' ? 201 : 200),
    allow(row),
    ApiOperation({ summary: row.summary, operationId: row.operationId }),
  )(prototype, name, Object.getOwnPropertyDescriptor(prototype, name));
  // the language of a refusal; the filter reads it
  Query()(prototype, name, 3);
  FromRequest()(prototype, name, 2);
  Body()(prototype, name, 1);
  if (!begins && table.about) Param(table.about.parameter, table.about.pipe)(prototype, name, 0);
  // what the compiler writes for a handwritten method: by it the pipe and OpenAPI know the class of the body
  Reflect.defineMetadata('design:paramtypes', [String, row.body, Object, LanguageQuery], prototype, name);
};

/** Where to find what was begun; nothing of what was only tried. */
const tellPlace = (
  { base, about }: CommandTable,
  answer: CommandAnswerDto | DryRunDto,
  { reply }: CommandRequest,
): void => {
  const id = about && Object.entries(answer).find(([name]) => name === about.parameter)?.[1];
  if (id) reply.header('location', `/${base}/${id}`);
};

type Sending = Readonly<{ id: string; said: never; context: CommandContext }>;

const commandOf = (name: string, { by, path }: CommandRow, { about, actOn }: CommandTable) => {
  // the row says the class of its own handler, and `commandRows` that the body says what this class takes
  if (by && (path === '' || about === null)) return ({ said, context }: Sending) => new (by as ByItself)(said, context);
  if (by) return ({ id, said, context }: Sending) => new (by as About)(id, said, context);
  return ({ id, said, context }: Sending) => new actOn(id, { type: name, ...(said as object) } as never, context);
};

const allow = ({ permission }: CommandRow): MethodDecorator =>
  typeof permission === 'string' ? Allow(permission) : AllowBy(permission.field, permission.permissions);
