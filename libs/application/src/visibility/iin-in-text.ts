import { isValidIin, maskIin } from '@app/domain';

/** Twelve digits standing alone, as a person types them: of any script, with blanks or what is not seen between them. */
const twelveDigits = /(?<![\p{L}\p{Nd}_-])\p{Nd}(?:[\s\p{Cf}]?\p{Nd}){11}(?![\p{L}\p{Nd}_])/gu;

/** The ids that a system makes may end with twelve digits. */
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A text without any valid IIN: `010115100004` becomes `0101****0004`. */
export const withoutIins = (text: string): string =>
  text.length < 12 || uuid.test(text) ? text : text.replace(twelveDigits, (found) => maskedIfIin(found));

/** Whether a text holds a valid IIN, however it is written, or is one with whatever stands between its digits. */
export const looksLikeIin = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(invisible, '');
  return withoutIins(plain) !== plain || isIin(plain.replace(between, ''));
};

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;

/** What people put between digits. */
const between = /[\s\p{Pd}.,/_]/gu;

const maskedIfIin = (found: string): string => {
  const text = found.replace(/\P{Nd}/gu, '');
  return isIin(text) ? maskIin(decimal(text)) : found;
};

const isIin = (text: string): boolean => isValidIin(decimal(text), { acceptForeigners: true });

const decimal = (text: string): string => text.replace(/\p{Nd}/gu, digitOf);

/** Unicode puts the ten digits of a script in a row, 0 first. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
};
