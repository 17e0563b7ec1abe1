/**
 * An id or a number without what people write differently: letters of one look are one letter, large or small, Cyrillic or
 * Latin (docs/law/rules.md A25).
 */
export const oneSpelling = (text: string): string =>
  [...text.trim().normalize('NFC').toUpperCase()].map((letter) => latinOf[letter] ?? letter).join('');

/** Capital letters of the Cyrillic alphabets of Kazakhstan that look like a Latin one. */
const latinOf: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  І: 'I',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Һ: 'H',
  Ј: 'J',
  Ѕ: 'S',
};
