import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommissionRules, LaterCommand } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { OfficeDirectory } from '../offices/office-directory.js';

/** Forms the housing commission for a case, which votes by the rules of the case's office (R-43, para 9). */
export class FormCommission extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly commission: Omit<SaidIn<LaterCommand, 'FormCommission'>, 'rules'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FormCommission)
export class FormCommissionHandler implements ICommandHandler<FormCommission> {
  constructor(
    private readonly cases: CaseStreams,
    private readonly offices: OfficeDirectory,
  ) {}

  async execute({ caseId, commission, context }: FormCommission): Promise<CommandResult> {
    const rules = await this.rulesFor(caseId);
    const command = { type: 'FormCommission', ...commission, rules, ...actOf(context) } as const;
    return this.cases.handle(caseId, command, context);
  }

  /** Of the office that the case belongs to, which never changes; null where it has none, or there is no such case. */
  private async rulesFor(caseId: string): Promise<CommissionRules | null> {
    const { application } = await this.cases.stateOf(caseId);
    const office = application && (await this.offices.find(application.officeId));
    return office?.commission ?? null;
  }
}
