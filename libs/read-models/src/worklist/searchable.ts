/** A name or key as it is compared: one case, one space between words, one form of each letter. */
export const searchable = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** What somebody looks for, as it is compared: without characters that are not seen, and with the digits of every script as 0 to 9. */
export const sought = (words: string): string =>
  searchable(words.normalize('NFKC').replace(invisible, '')).replace(/\p{Nd}/gu, digitOf);

/** Marks of direction, joiners, soft hyphens, fillers, variation selectors and the like, and what controls a screen; white space is kept. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;

/** Unicode puts the ten digits of a script in a row, 0 first, so that rows follow each other by tens at most. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
};
