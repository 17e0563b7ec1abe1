import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records that the applicant withdrew the application; not in the Order, and marked so (A25). */
export class WithdrawApplication extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly withdrawal: Readonly<{ reason: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawApplication)
export class WithdrawApplicationHandler implements ICommandHandler<WithdrawApplication> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, withdrawal, context }: WithdrawApplication): Promise<CommandResult> {
    const { reason } = withdrawal;
    return this.cases.handle(caseId, { type: 'WithdrawApplication', ...actOf(context), reason }, context);
  }
}
