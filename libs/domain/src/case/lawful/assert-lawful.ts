import type { Refusal } from '../../refusal.js';

/** Throws what a check finds: the gate of a command asks the same as a correction. */
export const assertLawful = (found: Refusal | null): void => {
  if (found !== null) throw found;
};
