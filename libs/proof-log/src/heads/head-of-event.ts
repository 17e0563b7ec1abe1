import type { StoredEvent } from '@app/event-store';
import { Malformed, parseCheckpoint, toBase64 } from '@app/proof';
import { lostBefore, type LogNames } from '../names/log-names.js';
import { chainHashOf } from '../tree/chain-hash-of.js';
import { troubles } from '../trouble.js';
import type { Head } from './head.js';

/** A signed head out of its event. Throws `Malformed` where its checkpoint is none. */
const headOfEvent = (event: StoredEvent, names: LogNames): Head => {
  const { position, data, metadata } = event;
  const checkpoint = String(data['checkpoint']);
  const { origin, size, root } = parseCheckpoint(checkpoint);
  const revision = event.revision + lostBefore(names, origin);
  const signedAt = String(metadata.recordedAt);
  return { revision, origin, size, root: toBase64(root), checkpoint, hash: chainHashOf(event), position, signedAt };
};

/** A signed head out of its event, or why there is none in it. */
export const readHead = (event: StoredEvent, names: LogNames): Head | string => {
  try {
    return headOfEvent(event, names);
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
};

/** The heads in some events, and what is wrong with the first that cannot be read. */
export const readHeads = (
  events: readonly StoredEvent[],
  names: LogNames,
): Readonly<{ heads: readonly Head[]; fault: string | null }> => {
  const read = events.map((event) => readHead(event, names));
  const unreadable = read.findIndex((head) => typeof head === 'string');
  const fault =
    unreadable < 0 ? null : troubles.unreadable(events[unreadable]?.revision ?? -1, String(read[unreadable]));
  return { heads: read.filter((head) => typeof head !== 'string'), fault };
};
