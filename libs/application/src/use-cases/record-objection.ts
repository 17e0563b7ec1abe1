import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Medium } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records an objection to the preliminary decision; a late one too (R-78, para 10). */
export class RecordObjection extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly objection: Readonly<{ text: string; medium: Medium }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordObjection)
export class RecordObjectionHandler implements ICommandHandler<RecordObjection> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, objection, context }: RecordObjection): Promise<CommandResult> {
    const { text, medium } = objection;
    return this.cases.handle(caseId, { type: 'RecordObjection', ...actOf(context), text, medium }, context);
  }
}
