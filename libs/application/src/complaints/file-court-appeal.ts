import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Records an appeal to a court after the complaint (R-93, para 15). */
export class FileCourtAppeal extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{ court: string; appealNumber: string; lawReference?: string | null }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FileCourtAppeal)
export class FileCourtAppealHandler implements ICommandHandler<FileCourtAppeal> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: FileCourtAppeal): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      {
        type: 'FileCourtAppeal',
        ...actOf(context),
        court: input.court,
        appealNumber: input.appealNumber,
        lawReference: input.lawReference ?? null,
      },
      context,
    );
  }
}
