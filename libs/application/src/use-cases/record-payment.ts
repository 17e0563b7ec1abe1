import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { tiynFromTenge, type LocalDate } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records a payment of the price (R-36, para 8). `amount` is in tenge, `1250000.00`. */
export class RecordPayment extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly payment: Readonly<{ amount: string; paidOn: LocalDate; reference: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordPayment)
export class RecordPaymentHandler implements ICommandHandler<RecordPayment> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, payment, context }: RecordPayment): Promise<CommandResult> {
    const { amount, paidOn, reference } = payment;
    return this.cases.handle(
      caseId,
      { type: 'RecordPayment', ...actOf(context), amount: tiynFromTenge(amount), paidOn, reference },
      context,
    );
  }
}
