import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ComplaintCommand, contestedCaseOf } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseNotFound, CaseStreams } from '../case-streams.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Sets the record of a complaint right (R-10, para 2; A36). The filing in it is judged by the case as it is known. */
export class CorrectComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly correction: Omit<SaidIn<ComplaintCommand, 'CorrectComplaint'>, 'contestedCase'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectComplaint)
export class CorrectComplaintHandler implements ICommandHandler<CorrectComplaint> {
  constructor(
    private readonly complaints: ComplaintStreams,
    private readonly cases: CaseStreams,
  ) {}

  /** Throws `ComplaintNotFound`, `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ complaintId, correction, context }: CorrectComplaint): Promise<CommandResult> {
    const caseId = await this.complaints.caseIdOf(complaintId, context.office);
    const { state } = await this.cases.seenBy(context.office, caseId);
    const contestedCase = contestedCaseOf(state, (await this.cases.settings()).calendars);
    if (contestedCase === null) throw new CaseNotFound(caseId);
    const command = { type: 'CorrectComplaint', ...correction, contestedCase, ...actOf(context) } as const;
    return this.complaints.handle(complaintId, command, context);
  }
}
