import { caseEventTold, type Spoken } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Fold } from '../engine/projection.js';
import { caseEvent, caseIdOf } from '../case-view/case-event.js';

/** One thing that happened in a case. `recordedAt` is when it was entered, `effectiveAt` when it happened (ISO 8601). */
export type TimelineEntry = Readonly<{
  eventId: string;
  revision: number;
  position: number;
  type: string;
  /** What happened, in words without personal data, in each language. */
  what: Spoken;
  actor: string;
  onBehalfOf: string | null;
  office: string | null;
  recordedAt: string;
  effectiveAt: string;
}>;

/** What happened in one case, oldest first. */
export type TimelineDocument = Readonly<{ caseId: string; officeId: string | null; entries: readonly TimelineEntry[] }>;

/** What happened when and by whom, in plain words. */
export const timeline: Fold<TimelineDocument> = {
  name: 'timeline',
  version: 5,
  streams: ['case-'],
  idOf: caseIdOf,
  evolve: (document, recorded) => ({
    caseId: caseIdOf(recorded),
    officeId: document?.officeId ?? officeOf(recorded),
    entries: [...(document?.entries ?? []), entryOf(recorded, caseEventTold(caseEvent(recorded)))],
  }),
  indexes: [],
};

/** An event and what it says in words, with who, when and where. */
export const entryOf = (recorded: Recorded, what: Spoken): TimelineEntry => ({
  eventId: recorded.id,
  revision: recorded.revision,
  position: recorded.position,
  type: recorded.type,
  what,
  actor: recorded.metadata.actor,
  onBehalfOf: recorded.metadata.onBehalfOf,
  office: recorded.metadata.office,
  recordedAt: recorded.metadata.recordedAt,
  effectiveAt: recorded.metadata.effectiveAt,
});

/** The office that the application was filed at; later events do not move a case. */
const officeOf = (recorded: Recorded): string | null => {
  const event = caseEvent(recorded);
  return event.type === 'ApplicationSubmitted' ? event.data.officeId : null;
};
