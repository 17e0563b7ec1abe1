import type { Position } from '../event-store.js';

/** What the server writes for "no position" (and, in a checkpoint, for the end of the log): storing it would skip all that follows. */
const none = 18_446_744_073_709_551_615n;

/** The position as a number; null where there is none. Throws where it is beyond 2^53. */
export const positionFrom = (commit: bigint | undefined): Position | null => {
  if (commit === undefined || commit === 0n || commit === none) return null;
  const position = Number(commit);
  if (!Number.isSafeInteger(position)) throw new Error(`log position ${commit} is not a safe integer`);
  return position;
};
