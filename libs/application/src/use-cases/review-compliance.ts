import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records the examination against the Law, the Decree and the Rules (R-42, para 9). */
export class ReviewCompliance extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly review: Readonly<{ findings: readonly string[] }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviewCompliance)
export class ReviewComplianceHandler implements ICommandHandler<ReviewCompliance> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, review, context }: ReviewCompliance): Promise<CommandResult> {
    const { findings } = review;
    return this.cases.handle(caseId, { type: 'ReviewCompliance', ...actOf(context), findings }, context);
  }
}
