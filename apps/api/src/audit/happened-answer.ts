import type { TimelineEntryDto } from '@app/contracts';
import type { Recorded } from '@app/event-store';

/** An event and what it says in words, with who, when and where; no personal data. */
export const happenedAnswer = (event: Recorded, what: string): TimelineEntryDto => {
  const { id: eventId, revision, position, type, metadata } = event;
  const { actor, onBehalfOf, office, recordedAt, effectiveAt } = metadata;
  return { eventId, revision, position, type, what, actor, onBehalfOf, office, recordedAt, effectiveAt };
};
