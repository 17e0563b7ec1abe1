import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Addressee, ComplaintEffect, ComplaintOutcome } from '@app/domain';
import type { CommandContext, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CaseActors } from './case-actors.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Decides a complaint (R-86, R-87, R-88, para 13). */
export class DecideComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly decision: Readonly<{
      actingFor: Addressee;
      outcome: ComplaintOutcome;
      reasons?: string | null;
      effect?: ComplaintEffect | null;
    }>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideComplaint)
export class DecideComplaintHandler implements ICommandHandler<DecideComplaint> {
  constructor(
    private readonly complaints: ComplaintStreams,
    private readonly actors: CaseActors,
  ) {}

  /** Throws `ComplaintNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ complaintId, decision, context }: DecideComplaint): Promise<CommandResult> {
    const { actingFor, outcome, reasons, effect } = decision;
    const actedBy = await this.actors.of(await this.complaints.caseIdOf(complaintId, context.office));
    return this.complaints.handle(
      complaintId,
      {
        type: 'DecideComplaint',
        ...actOf(context),
        actingFor,
        outcome,
        reasons: reasons ?? null,
        effect: effect ?? null,
        actedBy,
      },
      context,
    );
  }
}
