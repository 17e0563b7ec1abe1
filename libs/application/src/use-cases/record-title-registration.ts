import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records that the title of communal ownership is registered (R-51, R-58, para 9). */
export class RecordTitleRegistration extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly registration: Readonly<{ registrationNumber: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordTitleRegistration)
export class RecordTitleRegistrationHandler implements ICommandHandler<RecordTitleRegistration> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, registration, context }: RecordTitleRegistration): Promise<CommandResult> {
    const { registrationNumber } = registration;
    return this.cases.handle(
      caseId,
      { type: 'RecordTitleRegistration', ...actOf(context), registrationNumber },
      context,
    );
  }
}
