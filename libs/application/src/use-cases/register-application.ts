import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EdsSignature } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Registers the application with the provider (R-15, para 4). */
export class RegisterApplication extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly registration: Readonly<{ registrationNumber: string; eds?: EdsSignature | null }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterApplication)
export class RegisterApplicationHandler implements ICommandHandler<RegisterApplication> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, registration, context }: RegisterApplication): Promise<CommandResult> {
    const { registrationNumber, eds = null } = registration;
    return this.cases.handle(
      caseId,
      { type: 'RegisterApplication', ...actOf(context), registrationNumber, eds },
      context,
    );
  }
}
