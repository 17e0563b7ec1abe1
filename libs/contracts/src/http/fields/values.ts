import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { field, type FieldOptions } from './field.js';

/** One of the words that the contract knows. */
export const ChoiceField = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: choices[0], ...options },
    { type: 'string', enum: [...choices] },
    IsIn([...choices], { message: `must be one of ${choices.join(', ')}` }),
  );

/** One of the numbers that the contract knows. */
export const NumberChoiceField = (choices: readonly number[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: choices[0], ...options },
    { type: 'integer', enum: [...choices] },
    IsIn([...choices], { message: `must be one of ${choices.join(', ')}` }),
  );

export const WholeNumberField = ({
  min,
  max,
  ...options
}: FieldOptions & Readonly<{ min: number; max: number }>): PropertyDecorator =>
  field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt({ message: 'must be a whole number' }),
    Min(min, { message: `must be at least ${min}` }),
    Max(max, { message: `must be at most ${max}` }),
  );

export const FlagField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'boolean' }, IsBoolean({ message: 'must be true or false' }));
