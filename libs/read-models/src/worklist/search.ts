import type { Filter } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import { searchable } from './searchable.js';
import type { WorklistDocument } from './worklist.projection.js';

/** What a search looks for: one case exactly, or applicants whose name begins so. */
export type Search = Readonly<{ by: 'key' | 'name'; filter: Filter<Stored<WorklistDocument>> }>;

/**
 * The rows that a search means, found by an index: words with a digit in them name one case exactly (its id, its registration
 * number, its applicant's IIN), others begin an applicant's name. Null where nothing is searched for.
 */
export const searchFor = (q: string | undefined): Search | null => {
  const words = searchable(q ?? '');
  if (words === '') return null;
  return /\d/.test(words)
    ? { by: 'key', filter: { keys: words } }
    : { by: 'name', filter: { nameOrder: { $gte: words, $lt: `${words}${afterEveryLetter}` } } };
};

const afterEveryLetter = '\uffff';
