import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { tiynFromTenge, type LocalDate, type PriceBasis, type RefusalGround, type Vote } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** What the price rests on; `residualValue` is in tenge, `1250000.00`. */
type PriceBasisInput = Readonly<{
  residualValue: string;
  valuationDate: LocalDate;
  valuationDocumentId: string;
  determinedBy: string;
}>;

/** Records how the commission voted and what it decided (R-44, para 9). */
export class DecideCommission extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly decision: Readonly<{
      outcome: 'PRIVATIZE' | 'REFUSE';
      votes: readonly Readonly<{ memberId: string; vote: Vote }>[];
      ground?: RefusalGround | null;
      facts?: string | null;
      reasons?: string | null;
      priceBasis?: PriceBasisInput | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideCommission)
export class DecideCommissionHandler implements ICommandHandler<DecideCommission> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, decision, context }: DecideCommission): Promise<CommandResult> {
    const { outcome, votes, ground, facts, reasons, priceBasis } = decision;
    return this.cases.handle(
      caseId,
      {
        type: 'DecideCommission',
        ...actOf(context),
        outcome,
        votes,
        ground: ground ?? null,
        facts: facts ?? null,
        reasons: reasons ?? null,
        priceBasis: priceBasis ? priceBasisOf(priceBasis) : null,
      },
      context,
    );
  }
}

const priceBasisOf = (basis: PriceBasisInput): PriceBasis => ({
  residualValue: tiynFromTenge(basis.residualValue),
  valuationDate: basis.valuationDate,
  valuationDocumentId: basis.valuationDocumentId,
  determinedBy: basis.determinedBy,
});
