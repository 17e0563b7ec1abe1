/** A name or key as it is compared: one case, one space between words, one form of each letter. */
export const searchable = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
