import type { PersonalDataViewed } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Fold } from '../engine/projection.js';
import { utc } from '../instants.js';

/** One look at personal data. Persons by the ids of their keys. */
export type AccessRecord = Readonly<{
  eventId: string;
  /** When it was recorded, ISO 8601 in UTC. */
  at: string;
  who: string;
  role: string;
  office: string | null;
  outcome: PersonalDataViewed['data']['outcome'];
  refusal: string | null;
  subjects: readonly string[];
  cases: readonly string[];
  what: string;
  /** Null where none was given, and where it was erased. */
  why: string | null;
}>;

/** The looks of one stream: a process writes no more than some dozens to one. */
export type AccessStream = Readonly<{ stream: string; records: readonly AccessRecord[] }>;

/** Who looked, as the streams have it. */
export const accessStreams: Fold<AccessStream> = {
  name: 'access-streams',
  version: 1,
  streams: ['access-'],
  idOf: ({ stream }) => stream,
  evolve: (document, recorded) => {
    const { stream, records } = document ?? { stream: recorded.stream, records: [] };
    // An access stream holds the looks of a process; types that this version does not know leave it as it is.
    const event = recorded as Recorded<PersonalDataViewed>;
    return { stream, records: event.type === 'PersonalDataViewed' ? [...records, recordOf(event)] : records };
  },
  indexes: [],
};

const recordOf = ({ id, data, metadata }: Recorded<PersonalDataViewed>): AccessRecord => ({
  eventId: id,
  at: utc(metadata.recordedAt),
  who: data.who,
  role: data.role,
  office: data.office,
  outcome: data.outcome,
  refusal: data.refusal,
  subjects: data.subjects,
  cases: data.cases,
  what: data.what,
  why: typeof data.why === 'string' ? data.why : null,
});
