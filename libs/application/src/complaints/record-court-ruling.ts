import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ComplaintEffect, ComplaintOutcome } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Records the ruling of a court on the appeal (R-93, para 15). */
export class RecordCourtRuling extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{
      rulingNumber: string;
      outcome: ComplaintOutcome;
      summary: string;
      effect?: ComplaintEffect | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordCourtRuling)
export class RecordCourtRulingHandler implements ICommandHandler<RecordCourtRuling> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: RecordCourtRuling): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      {
        type: 'RecordCourtRuling',
        ...actOf(context),
        rulingNumber: input.rulingNumber,
        outcome: input.outcome,
        summary: input.summary,
        effect: input.effect ?? null,
      },
      context,
    );
  }
}
