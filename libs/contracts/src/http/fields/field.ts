import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** What every field may say of itself. */
export type FieldOptions = Readonly<{
  /** For the reader of the contract. */
  about?: string;
  example?: unknown;
  /** May be left out or null. */
  optional?: boolean;
}>;

/** A JSON schema; of another shape, `type` is a function that names it (swagger tells it from a class by being called `type`). */
type Schema = Readonly<Record<string, unknown>>;

/** A field as the contract shows it and as it is checked. */
export const field = (
  { about, example, optional = false }: FieldOptions,
  schema: Schema,
  ...checks: PropertyDecorator[]
): PropertyDecorator => {
  const shown = {
    ...schema,
    ...(about === undefined ? {} : { description: about }),
    ...(example === undefined ? {} : { example }),
    ...(optional ? { required: false, nullable: true } : {}),
    // swagger's own type is a union of all kinds of schema; a plain schema is one of them
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(shown), ...(optional ? [IsOptional()] : []), ...checks);
};
