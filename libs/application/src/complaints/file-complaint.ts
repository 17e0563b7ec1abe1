import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { type ComplaintCommand, contestedCaseOf } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { CaseNotFound, CaseStreams } from '../case-streams.js';
import { ComplaintStreams } from './complaint-streams.js';

/** A complaint as it is handed in: it names its case. */
export type ComplaintInput = Omit<SaidIn<ComplaintCommand, 'FileComplaint'>, 'complaintId' | 'contestedCase'> &
  Readonly<{ caseId: string }>;

/** Fixed for ever: another namespace would give a repeated filing another complaint. */
const namespace = '3c1a5b0e-9d3f-5a47-8b1c-6f0d2e7a94b5';

/** The id of the complaint that a filing makes: the same for a repeat of it, so that the repeat reaches the same stream. */
export const complaintIdFor = ({ idempotencyKey }: CommandContext): string => v5(idempotencyKey, namespace);

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
    const contestedCase = contestedCaseOf(state, (await this.cases.settings()).calendars);
    if (contestedCase === null) throw new CaseNotFound(caseId);
    const complaintId = complaintIdFor(context);
    const command = { type: 'FileComplaint', ...said, complaintId, contestedCase, ...actOf(context) } as const;
    return this.complaints.handle(complaintId, command, context);
  }
}
