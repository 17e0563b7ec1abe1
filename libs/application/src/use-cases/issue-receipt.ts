import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Identification } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Issues the receipt for an application that the State Corporation accepted: identified, copied, originals given back (R-19, R-22 to R-24, para 5). */
export class IssueReceipt extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly receipt: Readonly<{
      receiptNumber: string;
      identification: Identification;
      copiesMade: boolean;
      originalsReturned: boolean;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueReceipt)
export class IssueReceiptHandler implements ICommandHandler<IssueReceipt> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, receipt, context }: IssueReceipt): Promise<CommandResult> {
    const { receiptNumber, identification, copiesMade, originalsReturned } = receipt;
    return this.cases.handle(
      caseId,
      { type: 'IssueReceipt', ...actOf(context), receiptNumber, identification, copiesMade, originalsReturned },
      context,
    );
  }
}
