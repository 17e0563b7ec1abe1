import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Channel, EdsSignature, Identification, ResultKind } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseStreams } from '../case-streams.js';

/** Issues a result to the recipient: at the counter on receipt and identity, on the portal under the EDS of the head (R-20, R-21, R-26, R-34, R-35, paras 5 and 7). */
export class IssueResult extends Command<CommandResult> {
  constructor(
    readonly caseId: string,
    readonly issue: Readonly<{
      result: ResultKind;
      channel: Channel;
      issuedTo: 'RECIPIENT' | 'REPRESENTATIVE';
      identification?: Identification | null;
      receiptNumber?: string | null;
      powerOfAttorneyNumber?: string | null;
      eds?: EdsSignature | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueResult)
export class IssueResultHandler implements ICommandHandler<IssueResult> {
  constructor(private readonly cases: CaseStreams) {}

  execute({ caseId, issue, context }: IssueResult): Promise<CommandResult> {
    const { result, channel, issuedTo, identification, receiptNumber, powerOfAttorneyNumber, eds } = issue;
    return this.cases.handle(
      caseId,
      {
        type: 'IssueResult',
        ...actOf(context),
        result,
        channel,
        issuedTo,
        identification: identification ?? null,
        receiptNumber: receiptNumber ?? null,
        powerOfAttorneyNumber: powerOfAttorneyNumber ?? null,
        eds: eds ?? null,
      },
      context,
    );
  }
}
