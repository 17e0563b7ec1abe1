import 'reflect-metadata';
import type { Shape } from './extent.js';

/** How a value of the contract becomes the domain's. */
type Becoming = (value: never) => unknown;

const key = Symbol('becomes');

/** Says of a field how its value becomes the domain's; one that says nothing goes on as it is. */
export const Becomes =
  (becoming: Becoming): PropertyDecorator =>
  (target, name) =>
    Reflect.defineMetadata(key, becoming, target, name);

/** What the value of a field is to the domain. */
export const becoming = ({ prototype }: Shape, name: string, value: unknown): unknown => {
  // only `Becomes` defines it, and the checks of the field have let the value through
  const given = Reflect.getMetadata(key, prototype as object, name) as ((value: unknown) => unknown) | undefined;
  return given ? given(value) : value;
};
