import 'reflect-metadata';
import type { Shape } from './extent.js';

/** What a form asks of a field that the contract lets be left out, because a rule refuses a command without it. */
export type Need = Readonly<{
  /** The words of another field of its shape for which that is so; null: always. */
  where: Readonly<{ field: string; words: readonly (string | boolean)[] }> | null;
  /** Whether it is needed there. */
  needed: boolean;
  /** Whether it has no place elsewhere. */
  only: boolean;
}>;

const key = Symbol('need');

const needs =
  (need: Need): PropertyDecorator =>
  (target, name) =>
    Reflect.defineMetadata(key, need, target, name);

type Words = readonly (string | boolean)[];

/** Always needed. */
export const Needed = (): PropertyDecorator => needs({ where: null, needed: true, only: false });

/** Needed where another field says one of these words. */
export const NeededWhere = (field: string, words: Words): PropertyDecorator =>
  needs({ where: { field, words }, needed: true, only: false });

/** Needed there, and out of place elsewhere. */
export const OnlyWhere = (field: string, words: Words): PropertyDecorator =>
  needs({ where: { field, words }, needed: true, only: true });

/** Not needed there, but out of place elsewhere. */
export const PlacedWhere = (field: string, words: Words): PropertyDecorator =>
  needs({ where: { field, words }, needed: false, only: true });

/** Null where a field is as its declaration says, whatever the others say. */
export const needOf = ({ prototype }: Shape, name: string): Need | null =>
  // only the decorators above define it
  (Reflect.getMetadata(key, prototype as object, name) as Need | undefined) ?? null;
