import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dwellingDecider, stageOf, type DwellingCommand, type ReleaseDwelling } from '@app/domain';
import { CommandPipeline, type CommandContext, type CommandResult } from '@app/event-store';
import { CaseStreams } from './case-streams.js';

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
    const { state } = await this.pipeline.load(streamOf(dwellingId), dwellingDecider);
    if (state.holder === caseId) return;
    const endedCaseIds = await this.endedAmong(state.holder === null ? [] : [state.holder]);
    const at = context.recordedAt;
    const claim = { type: 'ClaimDwelling', dwellingId, caseId, at, endedCaseIds } as const;
    await tellDwelling(this.pipeline, claim, keyed(context));
  }

  /** Gives up the claim of a case that never came. */
  async release({ dwellingId, caseId, context }: Claim): Promise<void> {
    await releaseDwelling(this.pipeline, { dwellingId, caseId, reason: 'CASE_NEVER_CAME' }, keyed(context));
  }

  private async endedAmong(caseIds: readonly string[]): Promise<readonly string[]> {
    const states = await Promise.all(caseIds.map((caseId) => this.cases.stateOf(caseId)));
    return caseIds.filter((_, index) => {
      const state = states[index];
      return state !== undefined && stageOf(state) === 'CLOSED';
    });
  }
}

/** Why a claim is released. */
type Release = Pick<ReleaseDwelling, 'dwellingId' | 'caseId' | 'reason'>;

/** Releases the claim of a case on a dwelling; no events where the case does not hold it. Throws what the pipeline throws. */
export const releaseDwelling = (
  pipeline: CommandPipeline,
  release: Release,
  context: CommandContext,
): Promise<CommandResult> =>
  tellDwelling(pipeline, { type: 'ReleaseDwelling', ...release, at: context.recordedAt }, context);

const tellDwelling = (
  pipeline: CommandPipeline,
  command: DwellingCommand,
  context: CommandContext,
): Promise<CommandResult> =>
  pipeline.handle({ stream: streamOf(command.dwellingId), decider: dwellingDecider, command, context });

/** A key of its own: a claim is repeated by what the stream says, not by the request, which may come again after a release. */
const keyed = (context: CommandContext): CommandContext => ({
  ...context,
  idempotencyKey: randomUUID(),
  expectedRevision: null,
});

const streamOf = (dwellingId: string): string => `dwelling-${dwellingId}`;
