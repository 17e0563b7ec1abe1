import { Injectable } from '@nestjs/common';
import { oneSpelling, type Refusal } from '@app/domain';
import { CommandPipeline, type CommandContext } from '@app/event-store';
import { CaseStreams } from './case-streams.js';
import { claimDwelling, keyed, refusalOfClaim, releaseDwelling } from './dwelling-streams.js';

export type Claim = Readonly<{ dwellingId: string; caseId: string; context: CommandContext }>;

/** Who holds the one active application for a dwelling (docs/law/rules.md, A25). */
@Injectable()
export class DwellingClaims {
  constructor(
    private readonly pipeline: CommandPipeline,
    private readonly cases: CaseStreams,
  ) {}

  /** Claims a dwelling for a case; nothing happens where the case holds it already. Throws a `Refusal` where another, open case does. */
  async claim({ dwellingId, caseId, context }: Claim): Promise<void> {
    const stateOf = (holder: string) => this.cases.stateOf(holder);
    await claimDwelling(this.pipeline, { dwellingId, caseId, context, isReopened: false }, stateOf);
  }

  /** What a claim would meet; null where nothing stands in its way. Claims nothing. */
  refusalOf({ dwellingId, caseId }: Claim): Promise<Refusal | null> {
    const stateOf = (holder: string) => this.cases.stateOf(holder);
    return refusalOfClaim(this.pipeline, { dwellingId, caseId, isReopened: false }, stateOf);
  }

  /** Gives up the claim of a case that never came. */
  async release({ dwellingId, caseId, context }: Claim): Promise<void> {
    const release = { dwellingId: oneSpelling(dwellingId), caseId, reason: 'CASE_NEVER_CAME' } as const;
    await releaseDwelling(this.pipeline, release, keyed(context));
  }
}
