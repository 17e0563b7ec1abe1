import {
  IsBoolean,
  IsIn,
  IsInt,
  Max,
  Min,
  ArrayMaxSize,
  IsArray,
  IsString,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { field, type FieldOptions } from './field.js';
import { Holds } from './extent.js';

/** One of the words that the contract knows. */
export const ChoiceField = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: choices[0], ...options },
    { type: 'string', enum: choices },
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

type TextOptions = FieldOptions & Readonly<{ max: number }>;

/** A text of one to `max` characters that is not blank and holds no control characters but tabs and line ends. */
export const TextField = ({ max, ...options }: TextOptions): PropertyDecorator =>
  field(
    options,
    { type: 'string', minLength: 1, maxLength: max },
    Holds({ form: 'text', max }),
    IsString(),
    MaxLength(max),
    IsReadable(),
  );

/** A list of such texts. */
export const TextListField = ({
  max,
  maxItems,
  ...options
}: TextOptions & Readonly<{ maxItems: number }>): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: max }, maxItems },
    Holds({ form: 'texts', max, maxItems }),
    IsArray(),
    ArrayMaxSize(maxItems),
    IsString({ each: true }),
    MaxLength(max, { each: true }),
    IsReadable(true),
  );

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

const isReadable = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && !unreadable.test(value) && !/\p{Surrogate}/u.test(value);

const IsReadable = (each = false): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isReadable',
      validator: { validate: isReadable, defaultMessage: () => 'must not be blank or hold control characters' },
    },
    { each },
  );
