import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  contestedCaseOf,
  type Addressee,
  type Complainant,
  type ContestedKind,
  type LocalDate,
  type LodgedWith,
  type Medium,
} from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseNotFound, CaseStreams } from '../case-streams.js';
import { complaintIdFor } from './complaint-id.js';
import { ComplaintStreams } from './complaint-streams.js';

/** A complaint as it is handed in; what may be left out may also be null. */
export type ComplaintInput = Readonly<{
  caseId: string;
  addressee: Addressee;
  lodgedWith: LodgedWith;
  medium: Medium;
  complainant: Complainant;
  contested: Readonly<{ kind: ContestedKind; what: string; on?: LocalDate | null; rule?: string | null }>;
  learnedOn: LocalDate;
  demands: string;
}>;

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
    const { caseId, addressee, lodgedWith, medium, complainant, contested, learnedOn, demands } = complaint;
    const { state } = await this.cases.seenBy(context.office, caseId);
    const contestedCase = contestedCaseOf(state, (await this.cases.settings()).calendar);
    if (contestedCase === null) throw new CaseNotFound(caseId);
    const complaintId = complaintIdFor(context);
    return this.complaints.handle(
      complaintId,
      {
        type: 'FileComplaint',
        ...actOf(context),
        complaintId,
        contestedCase,
        addressee,
        lodgedWith,
        medium,
        complainant,
        contested: { ...contested, on: contested.on ?? null, rule: contested.rule ?? null },
        learnedOn,
        demands,
      },
      context,
    );
  }
}
