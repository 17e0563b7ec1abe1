import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Matches, ValidateBy } from 'class-validator';
import { field, type FieldOptions } from './field.js';
import { WholeNumberField } from './values.js';

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

const isPosition = (value: unknown): boolean => isDigits(value) && Number.isSafeInteger(Number(value));

const isDigits = (value: unknown): boolean => typeof value === 'string' && /^(0|[1-9]\d{0,15})$/.test(value);

const areOf = (choices: readonly string[], value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  const words = value.split(',');
  return words.every((word) => choices.includes(word)) && new Set(words).size === words.length;
};
