import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Addressee, ExtensionGround } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Extends the term of consideration, once (R-89, R-92, para 14). */
export class ExtendComplaintTerm extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{
      actingFor: Addressee;
      ground: ExtensionGround;
      workingDays: number;
      reasons?: string | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ExtendComplaintTerm)
export class ExtendComplaintTermHandler implements ICommandHandler<ExtendComplaintTerm> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: ExtendComplaintTerm): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      {
        type: 'ExtendComplaintTerm',
        ...actOf(context),
        actingFor: input.actingFor,
        ground: input.ground,
        workingDays: input.workingDays,
        reasons: input.reasons ?? null,
      },
      context,
    );
  }
}
