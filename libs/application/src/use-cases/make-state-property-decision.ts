import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records the decision of the body for state property on the transfer (R-54, para 9(3)). */
export class MakeStatePropertyDecision extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly decision: Readonly<{ decisionNumber: string; body: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MakeStatePropertyDecision)
export class MakeStatePropertyDecisionHandler implements ICommandHandler<MakeStatePropertyDecision> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, decision, context }: MakeStatePropertyDecision): Promise<CommandResult> {
    const { decisionNumber, body } = decision;
    return this.cases.handle(
      caseId,
      { type: 'MakeStatePropertyDecision', ...actOf(context), decisionNumber, body },
      context,
    );
  }
}
