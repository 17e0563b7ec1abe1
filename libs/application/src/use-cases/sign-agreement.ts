import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EdsSignature, Party } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records the signature of one party under the agreement (R-28, para 6). */
export class SignAgreement extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly signature: Readonly<{ party: Party; eds?: EdsSignature | null }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SignAgreement)
export class SignAgreementHandler implements ICommandHandler<SignAgreement> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, signature, context }: SignAgreement): Promise<CommandResult> {
    const { party, eds } = signature;
    return this.cases.handle(caseId, { type: 'SignAgreement', ...actOf(context), party, eds: eds ?? null }, context);
  }
}
