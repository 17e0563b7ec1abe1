import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { complaintActionsOf, type ComplaintAction } from '@app/domain';
import { CommandPipeline } from '@app/event-store';
import { ComplaintStreams } from './complaint-streams.js';
import { whoActedOn } from './who-acted.js';

/** What may be done next about a complaint, and what stands in the way of the rest, at a revision of it. */
export type ComplaintActionsAt = Readonly<{ revision: number; caseId: string; actions: readonly ComplaintAction[] }>;

type Asking = Readonly<{
  actor: string;
  /** The one office whose complaints the actor sees; null where it sees every office's. */
  office: string | null;
  /** ISO 8601. */
  now: string;
}>;

/** Asks what somebody may do next about a complaint, of the decider itself and of the log, so that the answer never lags. */
export class ActionsOfComplaint extends Query<ComplaintActionsAt> {
  constructor(
    readonly complaintId: string,
    readonly asking: Asking,
  ) {
    super();
  }
}

@QueryHandler(ActionsOfComplaint)
export class ActionsOfComplaintHandler implements IQueryHandler<ActionsOfComplaint> {
  constructor(
    private readonly complaints: ComplaintStreams,
    private readonly pipeline: CommandPipeline,
  ) {}

  /** Throws `ComplaintNotFound`, or what the pipeline throws. */
  async execute({ complaintId, asking }: ActionsOfComplaint): Promise<ComplaintActionsAt> {
    const { actor: by, office, now } = asking;
    const { state, revision, settings } = await this.complaints.seenBy(office, complaintId);
    const { caseId } = state.filing;
    const actedBy = await whoActedOn(caseId, this.pipeline);
    return { revision, caseId, actions: complaintActionsOf(state, { at: now, enteredAt: now, by, actedBy }, settings) };
  }
}
