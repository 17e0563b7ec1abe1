import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contestedCaseOf, type ComplaintCommand } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseNotFound, CaseStreams } from '../case-streams.js';
import { complaintIdFor } from './complaint-id.js';
import { ComplaintStreams } from './complaint-streams.js';

/** A complaint as it is handed in: it names its case. */
export type ComplaintInput = Omit<SaidIn<ComplaintCommand, 'FileComplaint'>, 'complaintId' | 'contestedCase'> &
  Readonly<{ caseId: string }>;

/** Files a complaint against a decision, action or inaction of the provider (R-83, para 12). */
export class FileComplaint extends Command<CommandResult> {
  constructor(
    readonly complaint: ComplaintInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FileComplaint)
export class FileComplaintHandler implements ICommandHandler<FileComplaint> {
  constructor(
    private readonly complaints: ComplaintStreams,
    private readonly cases: CaseStreams,
  ) {}

  /** Throws `CaseNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ complaint, context }: FileComplaint): Promise<CommandResult> {
    const { caseId, ...said } = complaint;
    const { state } = await this.cases.seenBy(context.office, caseId);
    const contestedCase = contestedCaseOf(state, (await this.cases.settings()).calendar);
    if (contestedCase === null) throw new CaseNotFound(caseId);
    const complaintId = complaintIdFor(context);
    const command = { type: 'FileComplaint', ...said, complaintId, contestedCase, ...actOf(context) } as const;
    return this.complaints.handle(complaintId, command, context);
  }
}
