import { Matches, ValidateBy } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { parseIin } from '@app/domain';
import { Holds } from './extent.js';
import { field, type FieldOptions } from './field.js';
import { WholeNumberField } from './values.js';

/** Twelve digits that can be an IIN (docs/law/rules.md section 5); whether they are of somebody who may be named here is the domain's to say. */
export const IinField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '010115100004', ...options },
    { type: 'string', format: 'iin', pattern: '^\\d{12}$' },
    Matches(/^\d{12}$/, { message: 'must be an IIN: twelve digits' }),
    ValidateBy(
      { name: 'isIin', validator: { validate: isNumberOfSomebody } },
      { message: 'is no IIN: its birth date, century or check digit is not right' },
    ),
  );

/** What is not twelve digits is told elsewhere; that a BIN is of nobody, a rule says, and whether a foreigner's is taken, the installation. */
const isNumberOfSomebody = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^\d{12}$/.test(value)) return true;
  const parsed = parseIin(value, { acceptForeigners: true });
  return 'iin' in parsed || parsed.fault === 'business';
};

/** The text of an amount: tenge with two decimals. Its `unit` is there for the compiler alone, which tells it from other texts. */
export type Tenge = string & Readonly<{ unit?: 'tenge' }>;

/** Tenge with two decimals as text, at most 9999999999999.99; to the domain an amount of tiyn. */
export const MoneyField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '1250000.00', ...options },
    { type: 'string', format: 'money', pattern: '^(0|[1-9]\\d{0,12})\\.\\d{2}$' },
    Matches(/^(0|[1-9]\d{0,12})\.\d{2}$/, {
      message: 'must be an amount of tenge with two decimals, such as "1250000.00"',
    }),
    Holds({ form: 'money' }),
  );

export const Sha256Field = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', ...options },
    { type: 'string', format: 'sha256', pattern: '^[0-9a-f]{64}$' },
    Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 digest: 64 hexadecimal digits in lower case' }),
  );

/** A name that becomes part of a stream's name or a query: letters, digits, dot, hyphen, underscore. */
export const KeyField = (options: FieldOptions = {}): PropertyDecorator => keyField(options, {});

/** The name of an office. */
export const OfficeField = (options: FieldOptions = {}): PropertyDecorator => keyField(options, { format: 'office' });

/** The name of a member of the commission. */
export const MemberField = (options: FieldOptions = {}): PropertyDecorator => keyField(options, { format: 'member' });

const keyField = (options: FieldOptions, format: Readonly<{ format?: string }>): PropertyDecorator =>
  field(
    options,
    { type: 'string', ...format, pattern: '^[\\w.-]{1,100}$' },
    Matches(/^[\w.-]{1,100}$/, { message: 'must be 1 to 100 letters, digits, dots, hyphens or underscores' }),
  );

/** An id of a register outside: Latin and Cyrillic letters. */
export const RegisterKeyField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', pattern: '^[A-Za-z0-9_Ѐ-ӿ.-]{1,100}$' },
    Matches(/^[A-Za-z0-9_Ѐ-ӿ.-]{1,100}$/, {
      message: 'must be 1 to 100 Latin or Cyrillic letters, digits, dots, hyphens or underscores',
    }),
  );

/** `YYYY-MM-DD`, a day that exists, from 1900 to 2099. */
export const LocalDateField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2025-03-07', ...options },
    { type: 'string', format: 'date' },
    check('isLocalDate', isLocalDate, 'must be a date, YYYY-MM-DD'),
  );

/** As RFC 3339 has it: with seconds, to the millisecond at most, and with its offset. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2025-03-07T11:30:00+05:00', ...options },
    { type: 'string', format: 'date-time' },
    check('isInstant', isInstant, 'must be an instant with seconds and offset, such as "2025-03-07T11:30:00+05:00"'),
  );

/** An instant that has come. */
export const PastInstantField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2025-03-07T11:30:00+05:00', ...options },
    { type: 'string', format: 'date-time' },
    check('isInstant', isInstant, 'must be an instant with seconds and offset, such as "2025-03-07T11:30:00+05:00"'),
    check('isPast', (value) => !isInstant(value) || Date.parse(value) <= Date.now(), 'must not lie in the future'),
  );

/** A whole number in an address, where it is a text of digits: no sign, no exponent, no zeros before it. */
export const QueryNumberField = (options: Parameters<typeof WholeNumberField>[0]): PropertyDecorator =>
  applyDecorators(
    WholeNumberField(options),
    // what is no such text stays as it is, and is no whole number to the check
    Transform(({ value }: { value: unknown }) => (isDigits(value) ? Number(value) : value)),
  );

/** A month, `YYYY-MM`, or one of further words. */
export const MonthField = ({ or = [], ...options }: FieldOptions & Readonly<{ or?: readonly string[] }> = {}) => {
  const pattern = [String.raw`(19|20)\d\d-(0[1-9]|1[0-2])`, ...or].join('|');
  const message = ['must be a month, YYYY-MM', ...or].join(', or ');
  return field(
    { example: '2025-03', ...options },
    { type: 'string', pattern: `^(${pattern})$` },
    Matches(new RegExp(`^(${pattern})$`), { message }),
  );
};

/** A log position as answers give it; a text of digits in an address. */
export const PositionField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    check('isPosition', isPosition, 'must be a log position, as answers give it'),
  );

/** Some of the words that the contract knows, none twice, with commas between them. */
export const ChoicesField = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator => {
  const word = `(${choices.join('|')})`;
  return field(
    { example: choices.slice(1, 3).join(','), ...options },
    { type: 'string', pattern: `^${word}(,${word})*$` },
    check('areChoices', (value) => areOf(choices, value), `must be some of ${choices.join(', ')}, none twice`),
  );
};

const check = (name: string, validate: (value: unknown) => boolean, message: string): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });

const datePattern = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const isLocalDate = (value: unknown): value is string => {
  const [, year, month, day] = (typeof value === 'string' && datePattern.exec(value)) || [];
  return year !== undefined && Number(day) <= daysIn(Number(year), Number(month));
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const instantPattern = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && isLocalDate(instantPattern.exec(value)?.[1]);

const isPosition = (value: unknown): boolean => isDigits(value) && Number.isSafeInteger(Number(value));

const isDigits = (value: unknown): boolean => typeof value === 'string' && /^(0|[1-9]\d{0,15})$/.test(value);

const areOf = (choices: readonly string[], value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const words = value.split(',');
  return words.every((word) => choices.includes(word)) && new Set(words).size === words.length;
};
