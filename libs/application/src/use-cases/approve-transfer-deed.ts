import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DeedApprover, Side } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records the approval of the transfer deed for one side (R-50, R-56, R-57, para 9). */
export class ApproveTransferDeed extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly approval: Readonly<{ side: Side; approver: DeedApprover; approvedBy: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ApproveTransferDeed)
export class ApproveTransferDeedHandler implements ICommandHandler<ApproveTransferDeed> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, approval, context }: ApproveTransferDeed): Promise<CommandResult> {
    const { side, approver, approvedBy } = approval;
    return this.cases.handle(
      caseId,
      { type: 'ApproveTransferDeed', ...actOf(context), side, approver, approvedBy },
      context,
    );
  }
}
