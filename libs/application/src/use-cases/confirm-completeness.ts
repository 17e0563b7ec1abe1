import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Confirms that the package of documents is complete (R-41, para 9). */
export class ConfirmCompleteness extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly completeness: Readonly<{ note?: string | null }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConfirmCompleteness)
export class ConfirmCompletenessHandler implements ICommandHandler<ConfirmCompleteness> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, completeness, context }: ConfirmCompleteness): Promise<CommandResult> {
    const { note } = completeness;
    return this.cases.handle(caseId, { type: 'ConfirmCompleteness', ...actOf(context), note: note ?? null }, context);
  }
}
