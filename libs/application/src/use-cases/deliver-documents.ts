import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Records that the State Corporation delivered the documents to the provider (R-18, para 4). */
export class DeliverDocuments extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly delivery: Readonly<{ deliveryNumber: string }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DeliverDocuments)
export class DeliverDocumentsHandler implements ICommandHandler<DeliverDocuments> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, delivery, context }: DeliverDocuments): Promise<CommandResult> {
    const { deliveryNumber } = delivery;
    return this.cases.handle(caseId, { type: 'DeliverDocuments', ...actOf(context), deliveryNumber }, context);
  }
}
