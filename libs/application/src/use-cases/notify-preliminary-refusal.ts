import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { HearingPlan, InstantString, RefusalGround } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Notifies the recipient of the preliminary decision to refuse, with time and place of the hearing (R-75, R-76, para 10). */
export class NotifyPreliminaryRefusal extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly notice: Readonly<{
      ground: RefusalGround;
      facts: string;
      reasons: string;
      hearing: HearingPlan;
      receivedAt: InstantString;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(NotifyPreliminaryRefusal)
export class NotifyPreliminaryRefusalHandler implements ICommandHandler<NotifyPreliminaryRefusal> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, notice, context }: NotifyPreliminaryRefusal): Promise<CommandResult> {
    const { ground, facts, reasons, hearing, receivedAt } = notice;
    return this.cases.handle(
      caseId,
      { type: 'NotifyPreliminaryRefusal', ...actOf(context), ground, facts, reasons, hearing, receivedAt },
      context,
    );
  }
}
