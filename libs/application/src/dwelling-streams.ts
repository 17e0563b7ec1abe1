import { randomUUID } from 'node:crypto';
import {
  dwellingDecider,
  oneSpelling,
  Refusal,
  stageOf,
  type CaseState,
  type DwellingCommand,
  type ReleaseDwelling,
} from '@app/domain';
import type { CommandContext, CommandPipeline, CommandResult } from '@app/event-store';

/** `isReopened`: the case had been decided or closed, and goes on. */
export type ClaimOfCase = Readonly<{
  dwellingId: string;
  caseId: string;
  isReopened: boolean;
  context: CommandContext;
}>;

/**
 * Claims a dwelling for a case, from a case that has ended where one still holds it; nothing happens where the case holds it
 * already. Throws a `Refusal` where another, open case does.
 */
export const claimDwelling = async (
  pipeline: CommandPipeline,
  claim: ClaimOfCase,
  stateOf: StateOfCase,
): Promise<void> => {
  const { command } = await claimed(pipeline, claim, stateOf);
  if (command !== null) await tellDwelling(pipeline, command, keyed(claim.context));
};

/** The `Refusal` that a claim would meet now; null where there is none. Claims nothing. */
export const refusalOfClaim = async (
  pipeline: CommandPipeline,
  claim: Omit<ClaimOfCase, 'context'>,
  stateOf: StateOfCase,
): Promise<Refusal | null> => {
  const { command, state } = await claimed(pipeline, { ...claim, context: { recordedAt: '' } }, stateOf);
  if (command === null) return null;
  try {
    dwellingDecider.decide(command, state);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

type StateOfCase = (caseId: string) => Promise<CaseState>;
type Claiming = Omit<ClaimOfCase, 'context'> & Readonly<{ context: Pick<CommandContext, 'recordedAt'> }>;

/** The claim as the dwelling is told of it, null where the case holds it; and what is known of the dwelling. */
const claimed = async (pipeline: CommandPipeline, { context, ...claim }: Claiming, stateOf: StateOfCase) => {
  const dwellingId = oneSpelling(claim.dwellingId);
  const holders = await holdersOf(pipeline, claim.dwellingId);
  const holder = holders.get(dwellingId) ?? null;
  const state = { holder };
  if ([...holders.values()].includes(claim.caseId)) return { command: null, state };
  const endedCaseIds = await endedAmong([...holders.values()], stateOf);
  const otherHolders = [...holders].flatMap(([spelling, other]) => (spelling === dwellingId ? [] : [other]));
  const at = context.recordedAt;
  return { command: { type: 'ClaimDwelling', ...claim, dwellingId, at, otherHolders, endedCaseIds } as const, state };
};

/** Who holds a dwelling, by the spelling of its id: claims of before stand under the id as it was written, large or small. */
const holdersOf = async (pipeline: CommandPipeline, written: string): Promise<ReadonlyMap<string, string>> => {
  const spellings = [...new Set([oneSpelling(written), written, written.toLowerCase()])];
  const found = await Promise.all(
    spellings.map(async (spelling) => {
      const { state } = await pipeline.load(streamOf(spelling), dwellingDecider);
      return state.holder === null ? [] : [[spelling, state.holder] as const];
    }),
  );
  return new Map(found.flat());
};

const endedAmong = async (caseIds: readonly string[], stateOf: StateOfCase): Promise<readonly string[]> => {
  const states = await Promise.all(caseIds.map(async (caseId) => ({ caseId, state: await stateOf(caseId) })));
  return states.flatMap(({ caseId, state }) => (stageOf(state) === 'CLOSED' ? [caseId] : []));
};

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
export const keyed = (context: CommandContext): CommandContext => ({
  ...context,
  idempotencyKey: randomUUID(),
  expectedRevision: null,
});

const streamOf = (dwellingId: string): string => `dwelling-${dwellingId}`;
