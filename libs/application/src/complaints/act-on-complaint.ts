import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LaterComplaintCommand } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type Said } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Has a complaint carry out a command that says all that its decision needs. */
export class ActOnComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly said: Said<LaterComplaintCommand>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ActOnComplaint)
export class ActOnComplaintHandler implements ICommandHandler<ActOnComplaint> {
  constructor(private readonly complaints: ComplaintStreams) {}

  /** Throws `ComplaintNotFound`, a `Refusal`, or what the pipeline throws. */
  execute({ complaintId, said, context }: ActOnComplaint): Promise<CommandResult> {
    return this.complaints.handle(complaintId, { ...said, ...actOf(context) }, context);
  }
}
