import { Injectable } from '@nestjs/common';
import type { CaseEvent, Decider } from '@app/domain';
import { CommandPipeline, type Recorded } from '@app/event-store';

/** Who acted on a case: nobody decides a complaint about an act of their own. */
@Injectable()
export class CaseActors {
  constructor(private readonly pipeline: CommandPipeline) {}

  /** Everyone who recorded anything on a case, from its stream. Throws what the pipeline throws. */
  async of(caseId: string): Promise<readonly string[]> {
    const { state } = await this.pipeline.load(`case-${caseId}`, actors);
    return state;
  }
}

/** Folds who recorded what; decides nothing, so that it only ever sees events as they were recorded. */
const actors: Decider<never, readonly string[], Recorded<CaseEvent>> = {
  initial: [],
  decide: () => [],
  evolve: (known, { metadata: { actor } }) => (known.includes(actor) ? known : [...known, actor]),
};
