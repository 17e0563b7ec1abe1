import type { ResolvedEvent } from '@eventstore/db-client';
import type { EventMetadata, JsonObject, Position, StoredEvent } from '../event-store.js';

/** What the server writes for "no position" (and, in a checkpoint, for the end of the log): storing it would skip all that follows. */
const none = 18_446_744_073_709_551_615n;

/** The position as a number; null where there is none. Throws where it is beyond 2^53. */
export const positionFrom = (commit: bigint | undefined): Position | null => {
  if (commit === undefined || commit === 0n || commit === none) return null;
  const position = Number(commit);
  if (!Number.isSafeInteger(position)) throw new Error(`log position ${commit} is not a safe integer`);
  return position;
};

/** An event whose position the server did not tell. */
export type Unplaced = Omit<StoredEvent, 'position'> & Readonly<{ position: Position | null }>;

/** An event as the client read it. Its id is the one in its metadata; one that this system did not write has only the log's. */
export const storedEvent = ({ event, commitPosition }: ResolvedEvent): Unplaced => {
  if (!event) throw new Error('the event store sent an event without a record');
  const { type, revision, streamId: stream } = event;
  // Anybody may write to a stream: the codec looks at what this really is before anything is made of it.
  const data = event.data as unknown as JsonObject;
  const metadata = (event.metadata ?? {}) as unknown as EventMetadata;
  const id = typeof metadata.eventId === 'string' ? metadata.eventId : event.id;
  const position = positionFrom(event.position?.commit ?? commitPosition);
  return { id, type, data, metadata, stream, revision: Number(revision), position };
};
