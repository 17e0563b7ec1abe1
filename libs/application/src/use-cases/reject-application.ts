import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Defect } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Rejects an application that is incomplete or rests on expired documents (R-33, para 6). */
export class RejectApplication extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly rejection: Readonly<{ defects: readonly Defect[] }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RejectApplication)
export class RejectApplicationHandler implements ICommandHandler<RejectApplication> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, rejection, context }: RejectApplication): Promise<CommandResult> {
    const { defects } = rejection;
    return this.cases.handle(caseId, { type: 'RejectApplication', ...actOf(context), defects }, context);
  }
}
