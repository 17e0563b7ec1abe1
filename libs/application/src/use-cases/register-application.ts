import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LaterCommand } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { RegistrationNumbers } from '../registration/registration-numbers.js';

/** Registers an application under a number that no other application of the office has (R-15, para 4; A29). */
export class RegisterApplication extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly registration: SaidIn<LaterCommand, 'RegisterApplication'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterApplication)
export class RegisterApplicationHandler implements ICommandHandler<RegisterApplication> {
  constructor(
    private readonly cases: CaseStreams,
    private readonly numbers: RegistrationNumbers,
  ) {}

  /** Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ caseId, registration, context }: RegisterApplication): Promise<CommandResult> {
    const command = { type: 'RegisterApplication', ...registration, ...actOf(context) } as const;
    const carryOut = () => this.cases.handle(caseId, command, context);
    const { application, registrationNumber } = await this.cases.stateOf(caseId);
    if (application === null || registrationNumber !== null) return carryOut();
    if (!context.dryRun) await this.cases.assertMay(caseId, command, context);
    const claim = { officeId: application.officeId, number: registration.registrationNumber, caseId, context };
    return this.numbers.during(claim, carryOut);
  }
}
