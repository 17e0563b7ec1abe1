import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Side } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records the signature of one side under the transfer deed (R-49, R-55, para 9). */
export class SignTransferDeed extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly signature: Readonly<{ side: Side; signedBy: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SignTransferDeed)
export class SignTransferDeedHandler implements ICommandHandler<SignTransferDeed> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, signature, context }: SignTransferDeed): Promise<CommandResult> {
    const { side, signedBy } = signature;
    return this.cases.handle(caseId, { type: 'SignTransferDeed', ...actOf(context), side, signedBy }, context);
  }
}
