import { getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { Holds, type Shape } from './extent.js';
import { field, type FieldOptions } from './field.js';

/** An object of a shape of its own. */
export const NestedField = (shape: () => Shape, options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: () => shape() },
    Holds({ form: 'object', shapeOf: shape }),
    IsObject({ message: 'must be an object' }),
    ValidateNested(),
    Type(shape),
  );

/** A list of such objects. A list in the list is refused: class-validator alone would look through it. */
export const NestedListField = (
  shape: () => Shape,
  { min = 0, max, ...options }: FieldOptions & Readonly<{ min?: number; max: number }>,
): PropertyDecorator =>
  field(
    options,
    { type: () => shape(), isArray: true, minItems: min, maxItems: max },
    Holds({ form: 'objects', shape, maxItems: max }),
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(min, { message: `must hold at least ${min}` }),
    ArrayMaxSize(max, { message: `must hold at most ${max}` }),
    IsObject({ each: true, message: 'each must be an object' }),
    ValidateNested({ each: true }),
    Type(shape),
  );

/** An object whose shape is told by one of its fields. `base` checks that field where it names none of the shapes. */
export const OneOfField = (
  base: Shape,
  by: string,
  shapes: Readonly<Record<string, Shape>>,
  options: FieldOptions = {},
): PropertyDecorator => {
  const named = Object.entries(shapes);
  const known = new Map(named);
  return field(
    options,
    {
      oneOf: named.map(([, shape]) => ({ $ref: getSchemaPath(shape) })),
      discriminator: {
        propertyName: by,
        mapping: Object.fromEntries(named.map(([name, shape]) => [name, getSchemaPath(shape)])),
      },
    },
    Holds({ form: 'object', shapeOf: (value) => known.get(wordIn(value, by)) ?? base, oneOf: { by, shapes } }),
    IsObject({ message: 'must be an object' }),
    ValidateNested(),
    Type(() => base, {
      keepDiscriminatorProperty: true,
      discriminator: { property: by, subTypes: named.map(([name, value]) => ({ name, value })) },
    }),
  );
};

/** Empty where it is no text. */
const wordIn = (value: object, by: string): string => {
  const word: unknown = Object.entries(value).find(([name]) => name === by)?.[1];
  return typeof word === 'string' ? word : '';
};
