import { stageOf, type CaseStage, type CaseState, type CaseStatus } from '@app/domain';
import type { Recorded } from '@app/event-store';

/** That an event brought a case to another stage. Without personal data. */
export type StageChange = Readonly<{
  /** The id of the event. */
  id: string;
  officeId: string | null;
  route: string | null;
  from: CaseStage | null;
  stage: CaseStage;
  status: CaseStatus | null;
  effectiveAt: string;
  recordedAt: string;
  logPosition: number;
}>;

/** The changes of stage with that of one event more, if it is one. */
export const withStage = (
  stages: readonly StageChange[],
  recorded: Recorded,
  { before, state }: Readonly<{ before: CaseState; state: CaseState }>,
): readonly StageChange[] => {
  const from = stageOf(before);
  const stage = stageOf(state);
  if (stage === null || stage === from) return stages;
  const change = {
    id: recorded.id,
    officeId: state.application?.officeId ?? null,
    route: state.application?.route ?? null,
    from,
    stage,
    status: state.status,
    effectiveAt: recorded.metadata.effectiveAt,
    recordedAt: recorded.metadata.recordedAt,
    logPosition: recorded.position,
  };
  return [...stages, change];
};
