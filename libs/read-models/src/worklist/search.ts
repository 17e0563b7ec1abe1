import type { Filter } from 'mongodb';
import { sought } from './searchable.js';
import type { WorklistDocument } from './worklist.projection.js';

/** What a search looks for: one case exactly, or applicants whose name begins so. */
export type Search = Readonly<{ by: 'key' | 'name'; filter: Filter<WorklistDocument & Readonly<{ _id: string }>> }>;

/**
 * The rows that a search means, found by an index: words with a digit in them name one case exactly (its id, its registration
 * number, its applicant's IIN), others begin an applicant's name. Null where nothing is searched for.
 */
export const searchFor = (q: string | undefined): Search | null => {
  const words = sought(q ?? '');
  if (words === '') return null;
  return isKey(words)
    ? { by: 'key', filter: { keys: { $in: [...new Set([words, joined(words)])] } } }
    : { by: 'name', filter: { nameOrder: { $gte: words, $lt: `${words}${afterEveryLetter}` } } };
};

/** Whether a search finds cases by their applicant, by name or IIN: told of the very words that are compared. */
export const looksForAPerson = (q: string | undefined): boolean => {
  const words = sought(q ?? '');
  return words !== '' && (!isKey(words) || iinSought(q).length > 0);
};

/** The IIN that a search looks for; none where it looks for something else. */
export const iinSought = (q: string | undefined): readonly string[] => {
  const words = joined(sought(q ?? ''));
  return /^\d{12}$/.test(words) ? [words] : [];
};

const isKey = (words: string): boolean => /\d/.test(words);

/** As people write a long number: in groups. */
const joined = (words: string): string => words.replace(/[\s\p{Pd}.,/_]/gu, '');

const afterEveryLetter = '\uffff';
