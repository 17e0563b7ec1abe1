import type { StoredEvent } from '@app/event-store';
import { parseCheckpoint, toBase64 } from '@app/proof';
import { chainHashOf } from '../tree/chain-hash-of.js';
import type { Head } from './head.js';

/** A signed head out of its event. Throws `Malformed` where its checkpoint is none. */
export const headOfEvent = (event: StoredEvent): Head => {
  const { revision, position, data, metadata } = event;
  const checkpoint = String(data['checkpoint']);
  const { origin, size, root } = parseCheckpoint(checkpoint);
  const signedAt = String(metadata.recordedAt);
  return { revision, origin, size, root: toBase64(root), checkpoint, hash: chainHashOf(event), position, signedAt };
};
