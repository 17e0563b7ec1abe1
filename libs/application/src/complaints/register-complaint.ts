import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Addressee } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Registers a complaint with the body that considers it (R-86, R-87, R-88, para 13). */
export class RegisterComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{ actingFor: Addressee; registrationNumber: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterComplaint)
export class RegisterComplaintHandler implements ICommandHandler<RegisterComplaint> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: RegisterComplaint): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      {
        type: 'RegisterComplaint',
        ...actOf(context),
        actingFor: input.actingFor,
        registrationNumber: input.registrationNumber,
      },
      context,
    );
  }
}
