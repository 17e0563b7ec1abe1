import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Sends a complaint to the body that considers it (R-84, para 12). */
export class ForwardComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{ forwardingNumber: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ForwardComplaint)
export class ForwardComplaintHandler implements ICommandHandler<ForwardComplaint> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: ForwardComplaint): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      { type: 'ForwardComplaint', ...actOf(context), forwardingNumber: input.forwardingNumber },
      context,
    );
  }
}
