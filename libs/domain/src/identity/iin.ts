import { isDate } from '../calendar/day-number.js';
import type { LocalDate } from '../case/case.types.js';

/** What an individual identification number says of its holder (docs/law/rules.md section 5). */
export type Iin = Readonly<{
  birthDate: LocalDate;
  sex: 'MALE' | 'FEMALE';
  /**
   * Digit 7 is 0: issued to a foreigner; century and sex are not in the number then, and read as a 20th-century male.
   */
  foreigner: boolean;
}>;

/** Why a number is not an IIN. `business` is a BIN, the number of a legal entity. */
export type IinFault = 'format' | 'business' | 'date' | 'century' | 'future' | 'check-digit';

export type IinOptions = Readonly<{
  /** A birth after this date is refused; not checked where absent. */
  notAfter?: LocalDate;
  /** Digit 7 = 0 is accepted only where configured. */
  acceptForeigners?: boolean;
}>;

/** Reads an IIN; the fault where it is none. */
export const parseIin = (text: string, options: IinOptions = {}): Readonly<{ iin: Iin } | { fault: IinFault }> => {
  if (!/^\d{12}$/.test(text)) return { fault: 'format' };
  const digits = [...text].map(Number);
  if (isBusinessNumber(digits)) return { fault: 'business' };

  const fault = birthFault(text, options) ?? (checkDigit(digits) === digits[11] ? null : 'check-digit');
  return fault === null ? { iin: holderOf(text) } : { fault };
};

/** Whether a text is an IIN. */
export const isValidIin = (text: string, options?: IinOptions): boolean => 'iin' in parseIin(text, options);

/** Whether a text holds an IIN among its signs, a foreigner's too, in whatever form its digits are written (NFKC). */
export const holdsIin = (text: string): boolean =>
  (text.normalize('NFKC').match(/(?<!\d)\d{12}(?!\d)/g) ?? []).some((digits) =>
    isValidIin(digits, { acceptForeigners: true }),
  );

/** An IIN for lists and logs: `7910****2728`. What is not twelve digits shows nothing of itself. */
export const maskIin = (text: string): string =>
  /^\d{12}$/.test(text) ? `${text.slice(0, 4)}****${text.slice(8)}` : '************';

/**
 * Whether a person is of age on a date: 18 years old (docs/law/rules.md A23). Compared as dates are written, so that
 * one born on 29 February comes of age on 1 March of a common year.
 */
export const isAdultOn = (birthDate: LocalDate, date: LocalDate): boolean =>
  `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` <= date;

type Century = Readonly<{ years: string; sex: Iin['sex']; foreigner: boolean }>;

const centuryOf = (text: string): Century | undefined => centuries[Number(text[6])];

const birthDateOf = (text: string, century: Century | undefined): LocalDate =>
  `${century?.years ?? ''}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;

const birthFault = (text: string, { notAfter, acceptForeigners = false }: IinOptions): IinFault | null => {
  const century = centuryOf(text);
  if (century === undefined || (century.foreigner && !acceptForeigners)) return 'century';
  const birthDate = birthDateOf(text, century);
  if (!isDate(birthDate)) return 'date';
  return notAfter !== undefined && birthDate > notAfter ? 'future' : null;
};

const holderOf = (text: string): Iin => {
  const century = centuryOf(text);
  return {
    birthDate: birthDateOf(text, century),
    sex: century?.sex ?? 'MALE',
    foreigner: century?.foreigner ?? false,
  };
};

/** By digit 7; a missing entry is no century. */
const centuries: readonly Century[] = [
  { years: '19', sex: 'MALE', foreigner: true },
  { years: '18', sex: 'MALE', foreigner: false },
  { years: '18', sex: 'FEMALE', foreigner: false },
  { years: '19', sex: 'MALE', foreigner: false },
  { years: '19', sex: 'FEMALE', foreigner: false },
  { years: '20', sex: 'MALE', foreigner: false },
  { years: '20', sex: 'FEMALE', foreigner: false },
];

/** A BIN has 4 to 6 in its fifth digit, where an IIN has the tens of a day. */
const isBusinessNumber = (digits: readonly number[]): boolean => {
  const fifth = digits[4] ?? 0;
  return fifth >= 4 && fifth <= 6;
};

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

/** Null where both passes leave 10: such a number is never issued. */
const checkDigit = (digits: readonly number[]): number | null => {
  const first = weighedSum(digits, firstWeights) % 11;
  if (first < 10) return first;
  const second = weighedSum(digits, secondWeights) % 11;
  return second < 10 ? second : null;
};

const weighedSum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
