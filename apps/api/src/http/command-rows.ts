import type { Command } from '@nestjs/cqrs';
import type { SaidIn } from '@app/application';
import type { CommandBody, FieldsOf } from '@app/contracts';
import type { CommandContext, CommandResult } from '@app/event-store';
import type { Permission } from '@app/platform';
import type { PermissionByField } from './auth/allow.decorator.js';

/** One command over HTTP: whatever names it, shows it or guards it reads this row. */
export type CommandRow = Readonly<{
  /** Of its route, below the case or complaint; empty where it begins one. */
  path: string;
  /** Where it depends on a word of the body: by that word. */
  permission: Permission | PermissionByField;
  body: new () => CommandBody;
  summary: string;
  /** In OpenAPI; never changes. */
  operationId: string;
  /** Where its handler gathers facts, or it is about nothing that has a name: the command of that handler. */
  by?: ByItself | About;
}>;

export type ByItself = new (said: never, context: CommandContext) => Command<CommandResult>;
export type About = new (id: string, said: never, context: CommandContext) => Command<CommandResult>;

/**
 * The rows of some commands of the domain. Compiles only where the body of each has the very fields that its command says: the
 * domain's own, or those that the command of its own handler takes.
 */
export const commandRows =
  <Domain extends Readonly<{ type: string }>>() =>
  <Rows extends Readonly<Record<string, CommandRow>>>(
    rows: Rows & { readonly [Name in keyof Rows]: Agreeing<Rows[Name], SaidBy<Domain, Name, Rows[Name]>> },
  ): Rows =>
    rows;

type Agreeing<Row extends CommandRow, Wanted> =
  Same<FieldsOf<InstanceType<Row['body']>>, Wanted> extends true
    ? unknown
    : Readonly<{ body: Readonly<{ 'has other fields than its command': Wanted }> }>;

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

type SaidBy<Domain extends Readonly<{ type: string }>, Name, Row extends CommandRow> =
  Row extends Readonly<{ by: new (said: infer Said, context: CommandContext) => unknown }>
    ? Said
    : Row extends Readonly<{ by: new (id: string, said: infer Said, context: CommandContext) => unknown }>
      ? Said
      : Name extends Domain['type']
        ? SaidIn<Domain, Name>
        : never;
