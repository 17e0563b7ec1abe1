import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Shape } from './extent.js';

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

/** A field as it was declared: what a form is made of. */
export type DeclaredField = Readonly<{ schema: Schema; optional: boolean; example: unknown }>;

const key = Symbol('field');

/** Throws where a field of a body was declared by something else than the decorators beside this. */
export const declaredField = (shape: Shape, name: string): DeclaredField => {
  const declared = declaredIn(shape, name);
  if (declared === undefined) throw new Error(`the field ${name} is not declared`);
  return declared;
};

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
  const declare: PropertyDecorator = (target, name) =>
    Reflect.defineMetadata(key, { schema, optional, example } satisfies DeclaredField, target, name);
  return applyDecorators(ApiProperty(shown), declare, ...(optional ? [IsOptional()] : []), ...checks);
};

/** Whether a field of a shape is a number, which an address writes as text. */
export const isNumberField = (shape: Shape, name: string): boolean =>
  declaredIn(shape, name)?.schema['type'] === 'integer';

const declaredIn = ({ prototype }: Shape, name: string): DeclaredField | undefined =>
  // only `field` defines it
  Reflect.getMetadata(key, prototype as object, name) as DeclaredField | undefined;
