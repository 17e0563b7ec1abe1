import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CaseEvent, ComplaintCommand, Decider } from '@app/domain';
import { type CommandContext, CommandPipeline, type CommandResult, type Recorded } from '@app/event-store';
import { actOf, type SaidIn } from '../act.js';
import { ComplaintStreams } from './complaint-streams.js';

/** Decides a complaint (R-86, R-87, R-88, para 13). The decision rests on who acted on the case. */
export class DecideComplaint extends Command<CommandResult> {
  constructor(
    readonly complaintId: string,
    readonly decision: Omit<SaidIn<ComplaintCommand, 'DecideComplaint'>, 'actedBy'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideComplaint)
export class DecideComplaintHandler implements ICommandHandler<DecideComplaint> {
  constructor(
    private readonly complaints: ComplaintStreams,
    private readonly pipeline: CommandPipeline,
  ) {}

  /** Throws `ComplaintNotFound`, a `Refusal`, or what the pipeline throws. */
  async execute({ complaintId, decision, context }: DecideComplaint): Promise<CommandResult> {
    const caseId = await this.complaints.caseIdOf(complaintId, context.office);
    const { state: actedBy } = await this.pipeline.load(`case-${caseId}`, actors);
    const command = { type: 'DecideComplaint', ...decision, actedBy, ...actOf(context) } as const;
    return this.complaints.handle(complaintId, command, context);
  }
}

/**
 * Everyone who recorded anything on a case: nobody decides a complaint about an act of their own. It decides nothing, so that it
 * only ever sees events as they were recorded.
 */
const actors: Decider<never, readonly string[], Recorded<CaseEvent>> = {
  initial: [],
  decide: () => [],
  evolve: (known, { metadata: { actor } }) => (known.includes(actor) ? known : [...known, actor]),
};
