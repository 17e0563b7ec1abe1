import type { View } from '../engine/projection.js';
import { accessStreams, type AccessRecord, type AccessStream } from './access-streams.projection.js';

/** One look with what it is found by. No two share an order. */
export type AccessRow = Readonly<{
  id: string;
  stream: string;
  order: string;
  who: string;
  cases: readonly string[];
  subjects: readonly string[];
  record: AccessRecord;
}>;

/** One row a look, for whoever asks who looked. */
export const accessRecords: View<AccessStream> = {
  name: 'access-records',
  version: 1,
  of: accessStreams,
  streams: accessStreams.streams,
  rows: ({ stream, records }) =>
    records.map((record): AccessRow => ({
      id: record.eventId,
      stream,
      order: `${record.at} ${record.eventId}`,
      who: record.who,
      cases: record.cases,
      subjects: record.subjects,
      record,
    })),
  documentOf: (row) => ('stream' in row && typeof row.stream === 'string' ? row.stream : ''),
  indexes: [{ keys: { order: 1 } }, { keys: { who: 1, order: 1 } }, { keys: { cases: 1 } }, { keys: { subjects: 1 } }],
};
