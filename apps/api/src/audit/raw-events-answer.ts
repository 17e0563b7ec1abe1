import { maskedData, type CaseHistory, type Sees } from '@app/application';
import type { ChainDto, LongListQuery, RawEventDto, RawEventsDto } from '@app/contracts';
import { caseEventTold, type Language } from '@app/domain';
import { UndecodableEvent, type StoredEvent } from '@app/event-store';
import { verifyChain } from '@app/proof/node';
import { pageOfAll } from '../http/queries.js';

/** What a reader sees, and in which language they are told what happened. */
type Reading = Readonly<{ sees: Sees; language: Language }>;

/** The events of a case as the log holds them, so many of them, and whether the chain of all is intact. Throws `InvalidCursor`. */
export const rawEventsAnswer = (
  { caseId, stored, entries }: Omit<CaseHistory, 'calendars'>,
  query: LongListQuery,
  { sees, language }: Reading,
): RawEventsDto => ({
  caseId,
  chain: chainAnswer(stored),
  position: stored.at(-1)?.position ?? 0,
  ...pageOfAll(
    `events of ${caseId}`,
    stored.map((event, index) => rawEventAnswer(event, entries[index], { sees, language })),
    query,
  ),
});

const rawEventAnswer = (
  { id, stream, revision, position, type, data, metadata }: StoredEvent,
  entry: CaseHistory['entries'][number] | undefined,
  { sees, language }: Reading,
): RawEventDto => ({
  eventId: id,
  stream,
  revision,
  position,
  type,
  what: entry === undefined || entry instanceof UndecodableEvent ? null : caseEventTold(entry)[language],
  data: dataAnswer(type, data, { entry, sees }),
  metadata,
});

/** In clear as far as the reader sees it, in the shape written now; else as stored, without what stands in clear at a personal place. */
const dataAnswer = (
  type: string,
  stored: object,
  { entry, sees }: Readonly<{ entry: CaseHistory['entries'][number] | undefined; sees: Sees }>,
): object => {
  const isOpen = entry !== undefined && !(entry instanceof UndecodableEvent) && sees('FREE_TEXT');
  return maskedData(type, isOpen ? entry.data : stored, sees);
};

const chainAnswer = (stored: readonly StoredEvent[]): ChainDto => {
  const verdict = verifyChain(stored);
  if (verdict.intact) return { ...verdict.head, intact: true, broken: null };
  return { intact: false, revision: verdict.revision - 1, hash: null, broken: verdict.reason };
};
