import {
  evolveCase,
  initialCase,
  knownDutiesOf,
  stageOf,
  type CaseStage,
  type CaseState,
  type CaseStatus,
  type KnownDuty,
  uncorrected,
} from '@app/domain';
import type { Projection } from '../engine/projection.js';
import { utc } from '../instants.js';
import { caseEvent, caseIdOf } from './case-event.js';
import { noFacts, withFact, type CaseFacts } from './case-facts.js';

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
}>;

/** One case with everything that is shown of it. Holds personal data. */
export type CaseViewDocument = FoldedCase &
  Readonly<{
    officeId: string | null;
    status: CaseStatus | null;
    stage: CaseStage | null;
    duties: readonly DutyView[];
    /** With how many corrections of the calendar it was shown. */
    calendar: number;
  }>;

/** One document per case: what is known, where it stands, and what is owed by whom until when. */
export const caseView: Projection<FoldedCase, CaseViewDocument> = {
  name: 'case-view',
  version: 2,
  streams: ['case-'],
  idOf: caseIdOf,
  evolve: (document, recorded) => {
    const event = caseEvent(recorded);
    return {
      caseId: caseIdOf(recorded),
      state: evolveCase(document?.state ?? initialCase, event),
      facts: withFact(document?.facts ?? noFacts, event),
      updatedAt: utc(recorded.metadata.recordedAt),
      closedPosition: event.type === 'CaseClosed' ? recorded.position : (document?.closedPosition ?? null),
    };
  },
  show: ({ caseId, state, facts, updatedAt, closedPosition }, calendars = uncorrected) => ({
    caseId,
    officeId: state.application?.officeId ?? null,
    status: state.status,
    stage: stageOf(state),
    state,
    facts,
    duties: knownDutiesOf(state, calendars).map(dutyView),
    updatedAt,
    closedPosition,
    calendar: calendars.corrections.length,
  }),
  byCalendar: true,
  indexes: [{ keys: { closedPosition: 1 } }, { keys: { officeId: 1, closedPosition: 1 } }],
};

/** A duty without the steps that led to its date. */
export const dutyView = ({
  derivation: _days,
  acceptance: _acceptance,
  paragraphText: _text,
  ...view
}: KnownDuty): DutyView => view;
