import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { tiynFromTenge, type InstalmentTerms, type Medium } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Offers the agreement to the recipient (R-48, para 9). `price` is in tenge, `1250000.00`. */
export class OfferAgreement extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly offer: Readonly<{
      agreementNumber: string;
      price: string;
      medium: Medium;
      instalments?: InstalmentTerms | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OfferAgreement)
export class OfferAgreementHandler implements ICommandHandler<OfferAgreement> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, offer, context }: OfferAgreement): Promise<CommandResult> {
    const { agreementNumber, price, medium, instalments } = offer;
    return this.cases.handle(
      caseId,
      {
        type: 'OfferAgreement',
        ...actOf(context),
        agreementNumber,
        price: tiynFromTenge(price),
        medium,
        instalments: instalments ?? null,
      },
      context,
    );
  }
}
