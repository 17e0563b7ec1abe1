/** A name or key as it is compared: one case, one space between words, one form of each letter. */
export const searchable = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** What somebody looks for, as it is compared: the digits of every script are 0 to 9. */
export const sought = (words: string): string => searchable(words).replace(/\p{Nd}/gu, digitOf);

/** Unicode puts the ten digits of a script in a row, 0 first, so that rows follow each other by tens at most. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
};
