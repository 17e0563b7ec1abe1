import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LaterCommand } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type Said } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Has a case carry out a command that says all that its decision needs. */
export class ActOnCase extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly said: Said<LaterCommand>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ActOnCase)
export class ActOnCaseHandler implements ICommandHandler<ActOnCase> {
  constructor(private readonly cases: CaseStreams) {}

  /** Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  execute({ caseId, said, context }: ActOnCase): Promise<CommandResult> {
    return this.cases.handle(caseId, { ...said, ...actOf(context) }, context);
  }
}
