import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Addressee, Medium } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Informs the complainant of the extension, in the medium of the complaint (R-90, R-91, para 14). */
export class SendExtensionNotice extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{ actingFor: Addressee; noticeNumber: string; medium: Medium }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SendExtensionNotice)
export class SendExtensionNoticeHandler implements ICommandHandler<SendExtensionNotice> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: SendExtensionNotice): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      {
        type: 'SendExtensionNotice',
        ...actOf(context),
        actingFor: input.actingFor,
        noticeNumber: input.noticeNumber,
        medium: input.medium,
      },
      context,
    );
  }
}
