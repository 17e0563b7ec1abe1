import {
  evolveCase,
  initialCase,
  knownDutiesOf,
  stageOf,
  type CaseEvent,
  type CaseStage,
  type CaseState,
  type CaseStatus,
  type KnownDuty,
} from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Fold } from '../engine/projection.js';
import { utc } from '../instants.js';
import { caseEvent, caseIdOf } from './case-event.js';
import { factsAfter, noFacts, type CaseFacts } from './case-facts.js';
import { withStage, type StageChange } from './stage-change.js';

/** A duty without the steps that led to its date. */
export type DutyView = Omit<KnownDuty, 'derivation' | 'acceptance' | 'paragraphText'>;

/** What is folded of a case. */
export type FoldedCase = Readonly<{
  caseId: string;
  state: CaseState;
  facts: CaseFacts;
  /** When its last event was recorded, ISO 8601 in UTC. */
  updatedAt: string;
  /** Log position of the event that closed it; null while it is open. */
  closedPosition: number | null;
  /** Log position of the event that reopened it; null where none did, or it is closed again. */
  reopenedPosition: number | null;
  /** How it came from stage to stage, oldest first. */
  stages: readonly StageChange[];
}>;

/** What views show of a case is made of its document and of its duties, with every step that led to their dates. */
export type CaseDerived = readonly KnownDuty[];

/** One case with everything that is shown of it. Holds personal data. */
export type CaseViewDocument = FoldedCase &
  Readonly<{
    officeId: string | null;
    status: CaseStatus | null;
    stage: CaseStage | null;
    duties: readonly DutyView[];
  }>;

/** A case before its first event. */
const nothingYet = { state: initialCase, facts: noFacts, stages: [], closedPosition: null, reopenedPosition: null };

/** One document per case: what is known, where it stands, and what is owed by whom until when. The lists of cases are views of it. */
export const caseView: Fold<FoldedCase, CaseViewDocument, CaseDerived> = {
  name: 'case-view',
  version: 7,
  streams: ['case-'],
  idOf: caseIdOf,
  evolve: (document, recorded) => {
    const { state: before, facts, stages, closedPosition, reopenedPosition } = document ?? nothingYet;
    const event = caseEvent(recorded);
    const state = evolveCase(before, event, recorded.metadata.recordedAt);
    return {
      caseId: caseIdOf(recorded),
      state,
      facts: factsAfter(facts, event, state),
      updatedAt: utc(recorded.metadata.recordedAt),
      ...endedOrNot(recorded, event, { closedPosition, reopenedPosition }),
      stages: withStage(stages, recorded, { before, state }),
    };
  },
  derive: ({ state }, calendars) => knownDutiesOf(state, calendars),
  show: ({ caseId, state, facts, updatedAt, closedPosition, reopenedPosition, stages }, duties) => ({
    caseId,
    officeId: state.application?.officeId ?? null,
    status: state.status,
    stage: stageOf(state),
    state,
    facts,
    duties: duties.map(dutyView),
    updatedAt,
    closedPosition,
    reopenedPosition,
    stages,
  }),
  indexes: [
    { keys: { closedPosition: 1 } },
    { keys: { reopenedPosition: 1 } },
    { keys: { officeId: 1, closedPosition: 1 } },
  ],
};

type Ended = Pick<FoldedCase, 'closedPosition' | 'reopenedPosition'>;

const endedOrNot = ({ position }: Recorded, { type }: CaseEvent, before: Ended): Ended => {
  if (type === 'CaseReopened') return { closedPosition: null, reopenedPosition: position };
  return type === 'CaseClosed' ? { closedPosition: position, reopenedPosition: null } : before;
};

/** A duty without the steps that led to its date. */
export const dutyView = ({
  derivation: _days,
  acceptance: _acceptance,
  paragraphText: _text,
  ...view
}: KnownDuty): DutyView => view;
