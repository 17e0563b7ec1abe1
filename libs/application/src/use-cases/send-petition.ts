import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records the akim's petition to the body for state property (R-53, para 9(3)). */
export class SendPetition extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly petition: Readonly<{ petitionNumber: string; akim: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SendPetition)
export class SendPetitionHandler implements ICommandHandler<SendPetition> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, petition, context }: SendPetition): Promise<CommandResult> {
    const { petitionNumber, akim } = petition;
    return this.cases.handle(caseId, { type: 'SendPetition', ...actOf(context), petitionNumber, akim }, context);
  }
}
