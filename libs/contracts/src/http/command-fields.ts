import { tiynFromTenge, type Tiyn } from '@app/domain';
import { namesOf } from './check-extent.js';
import type { CommandBody } from './command.dto.js';
import { extentOf, type Shape } from './fields/extent.js';
import type { Tenge } from './fields/formats.js';

/**
 * The fields of a body as the domain has them: amounts in tiyn, null for what may be left out, an empty list for a list that
 * may. `effectiveAt` is none of them: it goes into the context of the command.
 */
export type FieldsOf<T extends object> = {
  readonly [K in Exclude<keyof T, keyof CommandBody>]-?: Turned<T[K]>;
};

type Turned<V> = [NonNullable<V>] extends [readonly (infer Item)[]] ? readonly TurnedOne<Item>[] : TurnedOne<V>;

type TurnedOne<V> = V extends null | undefined
  ? null
  : V extends string
    ? keyof Tenge extends keyof V
      ? Tiyn
      : V
    : V extends object
      ? FieldsOf<V>
      : V;

/** The fields of the domain's command, made of a body that was checked against its class. */
export const commandFieldsOf = <T extends CommandBody>(shape: new () => T, body: object): FieldsOf<T> => {
  const { effectiveAt: _, ...fields } = turnedObject(shape, body);
  // each field is turned as the class declares it, which is what the type says
  return fields as FieldsOf<T>;
};

const turnedObject = (shape: Shape, given: object): Record<string, unknown> => {
  const values: Readonly<Record<string, unknown>> = { ...given };
  return Object.fromEntries([...namesOf(shape)].map((name) => [name, turned(shape, name, values[name])]));
};

const turned = (shape: Shape, name: string, value: unknown): unknown => {
  const extent = extentOf(shape, name);
  if (extent.form === 'objects') return objectsIn(value).map((item) => turnedObject(extent.shape(), item));
  if (extent.form === 'texts') return value ?? [];
  if (value === null || value === undefined) return null;
  if (extent.form === 'money') return tiynFromTenge(String(value));
  return extent.form === 'object' ? turnedObject(extent.shapeOf(value), value) : value;
};

/** The checks have let through a list of objects, or nothing. */
const objectsIn = (value: unknown): readonly object[] => (Array.isArray(value) ? value : []);
