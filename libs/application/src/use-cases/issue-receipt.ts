import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Issues the receipt for an application that the State Corporation accepted (R-19, para 5). */
export class IssueReceipt extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly receipt: Readonly<{ receiptNumber: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueReceipt)
export class IssueReceiptHandler implements ICommandHandler<IssueReceipt> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, receipt, context }: IssueReceipt): Promise<CommandResult> {
    const { receiptNumber } = receipt;
    return this.cases.handle(caseId, { type: 'IssueReceipt', ...actOf(context), receiptNumber }, context);
  }
}
