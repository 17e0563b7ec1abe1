import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommissionKind, CommissionMember } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Forms the housing commission for a case (R-43, para 9). */
export class FormCommission extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly commission: Readonly<{
      kind: CommissionKind;
      members: readonly CommissionMember[];
      chairId: string;
      secretaryId: string;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FormCommission)
export class FormCommissionHandler implements ICommandHandler<FormCommission> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, commission, context }: FormCommission): Promise<CommandResult> {
    const { kind, members, chairId, secretaryId } = commission;
    return this.cases.handle(
      caseId,
      { type: 'FormCommission', ...actOf(context), kind, members, chairId, secretaryId },
      context,
    );
  }
}
