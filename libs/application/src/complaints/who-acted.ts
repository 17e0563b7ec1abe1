import type { CaseEvent, Decider } from '@app/domain';
import type { CommandPipeline, Recorded } from '@app/event-store';

/** Everyone who recorded anything on a case: nobody decides a complaint about an act of their own. */
export const whoActedOn = async (caseId: string, pipeline: CommandPipeline): Promise<readonly string[]> =>
  (await pipeline.load(`case-${caseId}`, actors)).state;

/** It decides nothing, so that it only ever sees events as they were recorded. */
const actors: Decider<never, readonly string[], Recorded<CaseEvent>> = {
  initial: [],
  decide: () => [],
  evolve: (known, { metadata: { actor } }) => (known.includes(actor) ? known : [...known, actor]),
};
