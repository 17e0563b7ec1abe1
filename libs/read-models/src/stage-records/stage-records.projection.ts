import { caseOfRow } from '../case-view/case-event.js';
import { caseView, type CaseDerived, type CaseViewDocument } from '../case-view/case-view.projection.js';
import type { StageChange } from '../case-view/stage-change.js';
import type { View } from '../engine/projection.js';

/**
 * That a case came to another stage: what the monitoring information system is told (R-82, para 11). Its id is that of the event: the
 * same for ever, in every rebuild. Without personal data.
 */
export type StageRecord = StageChange & Readonly<{ caseId: string }>;

/** One row per change of stage. */
export const stageRecords: View<CaseViewDocument, CaseDerived> = {
  name: 'stage-records',
  version: 2,
  of: caseView,
  streams: caseView.streams,
  rows: ({ caseId, stages }): readonly StageRecord[] => stages.map((change) => ({ ...change, caseId })),
  documentOf: caseOfRow,
  indexes: [{ keys: { logPosition: 1 } }, { keys: { caseId: 1, logPosition: 1 } }],
};
