import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Keeps a complaint back whose demands the provider met in full (R-85, para 12). */
export class AdoptFavourableAct extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly input: Readonly<{ act: string; fully: boolean }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AdoptFavourableAct)
export class AdoptFavourableActHandler implements ICommandHandler<AdoptFavourableAct> {
  constructor(private readonly complaints: ComplaintStreams) {}

  execute({ complaintId, input, context }: AdoptFavourableAct): Promise<CommandResult> {
    return this.complaints.handle(
      complaintId,
      { type: 'AdoptFavourableAct', ...actOf(context), act: input.act, fully: input.fully },
      context,
    );
  }
}
