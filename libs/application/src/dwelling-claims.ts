import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dwellingDecider, stageOf, type DwellingCommand } from '@app/domain';
import { CommandPipeline, type CommandContext } from '@app/event-store';
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
    await this.tell({ type: 'ClaimDwelling', dwellingId, caseId, at, endedCaseIds }, context);
  }

  /** Gives up the claim of a case that never came. */
  async release({ dwellingId, caseId, context }: Claim): Promise<void> {
    const at = context.recordedAt;
    await this.tell({ type: 'ReleaseDwelling', dwellingId, caseId, reason: 'CASE_NEVER_CAME', at }, context);
  }

  private async endedAmong(caseIds: readonly string[]): Promise<readonly string[]> {
    const states = await Promise.all(caseIds.map((caseId) => this.cases.stateOf(caseId)));
    return caseIds.filter((_, index) => {
      const state = states[index];
      return state !== undefined && stageOf(state) === 'CLOSED';
    });
  }

  /** A key of its own: a claim is repeated by what the stream says, not by the request, which may come again after a release. */
  private async tell(command: DwellingCommand, context: CommandContext): Promise<void> {
    await this.pipeline.handle({
      stream: streamOf(command.dwellingId),
      decider: dwellingDecider,
      command,
      context: { ...context, idempotencyKey: randomUUID(), expectedRevision: null },
    });
  }
}

const streamOf = (dwellingId: string): string => `dwelling-${dwellingId}`;
