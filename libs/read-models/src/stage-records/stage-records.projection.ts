import { evolveCase, initialCase, stageOf, type CaseStage, type CaseState, type CaseStatus } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { caseEvent, caseIdOf, caseOfRow } from '../case-view/case-event.js';
import type { Projection } from '../engine/projection.js';

/** That a case came to another stage: what the monitoring information system is told (R-82, para 11). Without personal data. */
export type StageRecord = Readonly<{
  /** The id of the event that brought the case there: the same for ever, in every rebuild. */
  id: string;
  caseId: string;
  officeId: string | null;
  route: string | null;
  from: CaseStage | null;
  stage: CaseStage;
  status: CaseStatus | null;
  effectiveAt: string;
  recordedAt: string;
  logPosition: number;
}>;

/** What the records of a case are made of. */
export type CaseStages = Readonly<{ state: CaseState; records: readonly StageRecord[] }>;

/** One row per change of stage. */
export const stageRecords: Projection<CaseStages> = {
  name: 'stage-records',
  version: 1,
  streams: ['case-'],
  idOf: caseIdOf,
  evolve: (document, recorded) => {
    const before = document?.state ?? initialCase;
    const state = evolveCase(before, caseEvent(recorded));
    const records = document?.records ?? [];
    const stage = stageOf(state);
    const from = stageOf(before);
    return stage === null || stage === from
      ? { state, records }
      : { state, records: [...records, recordOf(recorded, state, { from, stage })] };
  },
  rows: ({ records }) => records,
  documentOf: caseOfRow,
  indexes: [{ keys: { logPosition: 1 } }, { keys: { caseId: 1, logPosition: 1 } }],
};

type Change = Readonly<{ from: CaseStage | null; stage: CaseStage }>;

const recordOf = (recorded: Recorded, { application, status }: CaseState, change: Change): StageRecord => ({
  id: recorded.id,
  caseId: caseIdOf(recorded),
  officeId: application?.officeId ?? null,
  route: application?.route ?? null,
  ...change,
  status,
  effectiveAt: recorded.metadata.effectiveAt,
  recordedAt: recorded.metadata.recordedAt,
  logPosition: recorded.position,
});
