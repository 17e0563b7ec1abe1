import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ComplaintCommand } from '@app/domain';
import { type CommandContext, CommandPipeline, type CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';
import { whoActedOn } from './who-acted.js';

/** Decides a complaint (R-86, R-87, R-88, para 13). The decision rests on who acted on the case. */
export class DecideComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly decision: Omit<SaidIn<ComplaintCommand, 'DecideComplaint'>, 'actedBy'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideComplaint)
export class DecideComplaintHandler implements ICommandHandler<DecideComplaint> {
  constructor(
    private readonly complaints: ComplaintStreams,
    private readonly pipeline: CommandPipeline,
  ) {}

  /** Throws `ComplaintNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ complaintId, decision, context }: DecideComplaint): Promise<CommandResult> {
    const caseId = await this.complaints.caseIdOf(complaintId, context.office);
    const actedBy = await whoActedOn(caseId, this.pipeline);
    const command = { type: 'DecideComplaint', ...decision, actedBy, ...actOf(context) } as const;
    return this.complaints.handle(complaintId, command, context);
  }
}
