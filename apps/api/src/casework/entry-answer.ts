import type { TimelineEntryDto } from '@app/contracts';
import type { Language, Spoken } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { TimelineEntry } from '@app/read-models';

/** An entry of a timeline in a language; those of an older version, which are shown until the new ones are filled, are English. */
export const entryAnswer = (entry: TimelineEntry, language: Language): TimelineEntryDto => {
  const what: Spoken | string = entry.what;
  return { ...entry, what: typeof what === 'string' ? what : what[language] };
};

/** An event and what it says in words, with who, when and where; no personal data. */
export const happenedAnswer = (event: Recorded, what: string): TimelineEntryDto => {
  const { id: eventId, revision, position, type, metadata } = event;
  const { actor, onBehalfOf, office, recordedAt, effectiveAt } = metadata;
  return { eventId, revision, position, type, what, actor, onBehalfOf, office, recordedAt, effectiveAt };
};
