import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommissionKind, CommissionMember, CommissionRules } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';
import { OfficeDirectory } from '../offices/office-directory.js';

/** A member as told; `conflictOfInterest` is left out by who has none. */
type MemberInput = Readonly<Omit<CommissionMember, 'conflictOfInterest'> & { conflictOfInterest?: string | null }>;

/** Forms the housing commission for a case, which votes by the rules of the case's office (R-43, para 9). */
export class FormCommission extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly commission: Readonly<{
      kind: CommissionKind;
      members: readonly MemberInput[];
      chairId: string;
      secretaryId: string;
    }>,
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
    const { kind, chairId, secretaryId } = commission;
    const members = commission.members.map(({ memberId, fullName, conflictOfInterest }) => ({
      memberId,
      fullName,
      conflictOfInterest: conflictOfInterest ?? null,
    }));
    const rules = await this.rulesFor(caseId);
    return this.cases.handle(
      caseId,
      { type: 'FormCommission', ...actOf(context), kind, members, chairId, secretaryId, rules },
      context,
    );
  }

  /** Of the office that the case belongs to, which never changes; null where it has none, or there is no such case. */
  private async rulesFor(caseId: string): Promise<CommissionRules | null> {
    const { application } = await this.cases.stateOf(caseId);
    const office = application && (await this.offices.find(application.officeId));
    return office?.commission ?? null;
  }
}
