import { claimDwelling, releaseDwelling } from '@app/application';
import { type CaseState, caseDecider, Refusal, type ReleaseDwelling, stageOf } from '@app/domain';
import type { CommandContext, CommandPipeline } from '@app/event-store';
import type { HeldClaim, ReadModels, ReopenedCase } from '@app/read-models';

type Reason = ReleaseDwelling['reason'];

export type ReconcilerParts = Readonly<{
  readModels: Pick<ReadModels, 'cases' | 'claims' | 'position'>;
  pipeline: CommandPipeline;
  /** How long a claim may wait for its case. */
  claimGraceMs: number;
  /** Now, ISO 8601. */
  now: () => string;
  /** Told of each claim released. */
  onReleased?: (claim: HeldClaim, reason: Reason) => void;
}>;

/**
 * Releases claims on dwellings that hold nothing: those whose case never came (older than the grace), and those whose case has
 * closed; claims the dwelling again of a case that was reopened. Looks at each claim, closing and reopening once, and after a start
 * at all of them again; done twice is done once.
 */
export class Reconciler {
  #claimsSeen: number | null = null;
  #closingsSeen: number | null = null;
  #reopenedSeen: number | null = null;

  constructor(private readonly parts: ReconcilerParts) {}

  /** One look at what is new. Throws where a store is away; the next pass goes on from there. */
  async pass(): Promise<void> {
    const included = await this.parts.readModels.position();
    if (included === null) return;
    await this.#claimReopened(included);
    await this.#releaseClosed(included);
    await this.#releaseNeverCame(included);
  }

  /** A case that goes on holds its dwelling again, unless another does by now: it then waits, and claims with its next act. */
  async #claimReopened(included: number): Promise<void> {
    for (;;) {
      const found = await this.parts.readModels.cases.reopenedAfter(this.#reopenedSeen);
      const reopened = found.filter(({ reopenedPosition }) => reopenedPosition <= included);
      const last = reopened.at(-1);
      if (!last) return;
      for (const one of reopened) await this.#claim(one);
      this.#reopenedSeen = last.reopenedPosition;
    }
  }

  async #claim({ caseId, dwellingId }: ReopenedCase): Promise<void> {
    const { pipeline, now } = this.parts;
    if (await this.#isClosed(caseId)) return;
    const context = contextOf(caseId, `claim ${dwellingId} again for ${caseId}`, now());
    try {
      const claim = { dwellingId, caseId, context, isReopened: true };
      await claimDwelling(pipeline, claim, (holder) => this.#stateOf(holder));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** Only closings that every projection includes: the claims of those cases are known then. */
  async #releaseClosed(included: number): Promise<void> {
    const { cases, claims } = this.parts.readModels;
    for (;;) {
      const closed = (await cases.closedAfter(this.#closingsSeen)).filter((one) => one.closedPosition <= included);
      const last = closed.at(-1);
      if (!last) return;
      const held = await claims.heldBy(closed.map(({ caseId }) => caseId));
      for (const claim of held) if (await this.#isClosed(claim.caseId)) await this.#release(claim, 'CASE_CLOSED');
      this.#closingsSeen = last.closedPosition;
    }
  }

  async #releaseNeverCame(included: number): Promise<void> {
    const { cases, claims } = this.parts.readModels;
    for (;;) {
      const ripe = (await claims.heldAfter(this.#claimsSeen)).filter((claim) => this.#isRipe(claim, included));
      const last = ripe.at(-1);
      if (!last) return;
      const known = new Set(await cases.known(ripe.map(({ caseId }) => caseId)));
      for (const claim of ripe)
        if (!known.has(claim.caseId) && !(await this.#isInLog(claim.caseId)))
          await this.#release(claim, 'CASE_NEVER_CAME');
      this.#claimsSeen = last.position;
    }
  }

  #isRipe({ claimedAt, position }: HeldClaim, included: number): boolean {
    const { now, claimGraceMs } = this.parts;
    return position <= included && Date.parse(claimedAt) + claimGraceMs <= Date.parse(now());
  }

  /** The read models may hold a case back; the log decides. */
  async #isInLog(caseId: string): Promise<boolean> {
    return (await this.parts.pipeline.load(`case-${caseId}`, caseDecider)).revision !== 'none';
  }

  /** It may have been reopened since the read models knew it. */
  async #isClosed(caseId: string): Promise<boolean> {
    return stageOf(await this.#stateOf(caseId)) === 'CLOSED';
  }

  async #stateOf(caseId: string): Promise<CaseState> {
    return (await this.parts.pipeline.load(`case-${caseId}`, caseDecider)).state;
  }

  async #release(claim: HeldClaim, reason: Reason): Promise<void> {
    const { pipeline, now, onReleased } = this.parts;
    const { dwellingId, caseId, claimId } = claim;
    // The claim's own event id makes the key: every projector that finds the same claim sends the same request.
    const context = {
      ...contextOf(claimId, `release ${dwellingId} from ${caseId}: ${reason}`, now()),
      idempotencyKey: `release ${claimId}`,
    };
    const { events } = await releaseDwelling(pipeline, { dwellingId, caseId, reason }, context);
    if (events.length > 0) onReleased?.(claim, reason);
  }
}

const contextOf = (cause: string, request: string, at: string): CommandContext => ({
  actor: 'reconciler',
  onBehalfOf: null,
  office: null,
  correlationId: cause,
  causationId: cause,
  idempotencyKey: request,
  expectedRevision: null,
  request,
  recordedAt: at,
  effectiveAt: at,
});
