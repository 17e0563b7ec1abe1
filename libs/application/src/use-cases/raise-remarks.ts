import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DocumentType } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** A remark; `documentType` is left out where it is on the application as a whole. */
type RemarkInput = Readonly<{ documentType?: DocumentType | null; text: string }>;

/** Records the reasoned remarks of the executor on the documents (R-75, para 10). */
export class RaiseRemarks extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly raised: Readonly<{ remarks: readonly RemarkInput[] }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RaiseRemarks)
export class RaiseRemarksHandler implements ICommandHandler<RaiseRemarks> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, raised, context }: RaiseRemarks): Promise<CommandResult> {
    const remarks = raised.remarks.map(({ documentType, text }) => ({ documentType: documentType ?? null, text }));
    return this.cases.handle(caseId, { type: 'RaiseRemarks', ...actOf(context), remarks }, context);
  }
}
