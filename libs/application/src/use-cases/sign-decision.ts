import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EdsSignature } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Registers and signs the decision of the commission (R-45, R-46, para 9). */
export class SignDecision extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly signature: Readonly<{ decisionNumber: string; eds: EdsSignature }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SignDecision)
export class SignDecisionHandler implements ICommandHandler<SignDecision> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, signature, context }: SignDecision): Promise<CommandResult> {
    const { decisionNumber, eds } = signature;
    return this.cases.handle(caseId, { type: 'SignDecision', ...actOf(context), decisionNumber, eds }, context);
  }
}
