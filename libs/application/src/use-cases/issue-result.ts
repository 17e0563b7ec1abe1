import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LaterCommand } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Issues a result; a representative's power of attorney is sealed for who applied (R-20, R-21, para 5). */
export class IssueResult extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly result: Omit<SaidIn<LaterCommand, 'IssueResult'>, 'applicantIin'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueResult)
export class IssueResultHandler implements ICommandHandler<IssueResult> {
  constructor(private readonly cases: CaseStreams) {}

  async execute({ caseId, result, context }: IssueResult): Promise<CommandResult> {
    const applicantIin = result.powerOfAttorney === null ? null : await this.cases.applicantOf(caseId);
    return this.cases.handle(caseId, { type: 'IssueResult', ...result, applicantIin, ...actOf(context) }, context);
  }
}
