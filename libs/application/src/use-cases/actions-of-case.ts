import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { actionsOf, type CaseAction, type KnownCase, type SubmittedCase } from '@app/domain';
import { CaseStreams, type HeldByAnother } from '../case-streams.js';

/** What may be done next with a case, and what stands in the way of the rest, at a revision of it. */
export type CaseActionsAt = Readonly<{
  revision: number;
  state: KnownCase & SubmittedCase;
  actions: readonly CaseAction[];
}>;

type Asking = Readonly<{
  actor: string;
  /** The one office whose cases the actor sees; null where it sees every office's. */
  office: string | null;
  /** ISO 8601. */
  now: string;
}>;

/** Asks what somebody may do next with a case, of the decider itself and of the log, so that the answer never lags. */
export class ActionsOfCase extends Query<CaseActionsAt> {
  constructor(
    readonly caseId: string,
    readonly asking: Asking,
  ) {
    super();
  }
}

@QueryHandler(ActionsOfCase)
export class ActionsOfCaseHandler implements IQueryHandler<ActionsOfCase> {
  constructor(private readonly cases: CaseStreams) {}

  /** Throws `CaseNotFound`, or what the pipeline throws. */
  async execute({ caseId, asking }: ActionsOfCase): Promise<CaseActionsAt> {
    const { actor, office, now } = asking;
    const { state, revision } = await this.cases.seenBy(office, caseId);
    const settings = await this.cases.settings();
    const held = await this.cases.heldByAnother(caseId, state);
    const actions = actionsOf(state, { at: now, enteredAt: now, by: actor }, settings);
    return { revision, state, actions: actions.map((action) => unlessHeld(action, held)) };
  }
}

/** A reopened case waits for the one that holds its dwelling by now. */
const unlessHeld = (action: CaseAction, held: HeldByAnother): CaseAction => {
  const refusal = action.allowed ? held(action.command) : null;
  if (refusal === null) return action;
  const { code, rule, paragraph, facts } = refusal;
  return { ...action, allowed: false, refusal: { code, rule, paragraph, facts } };
};
