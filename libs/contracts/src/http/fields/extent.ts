import 'reflect-metadata';

/** A class of the contract that a value is checked against. */
export type Shape = new () => object;

/** How much a field may hold, and in which form: looked at before anything within it is checked. */
export type Extent =
  | Readonly<{ form: 'value' }>
  /** An amount of tenge as text, which to the domain is one of tiyn. */
  | Readonly<{ form: 'money' }>
  | Readonly<{ form: 'text'; max: number }>
  | Readonly<{ form: 'texts'; max: number; maxItems: number }>
  | Readonly<{ form: 'object'; shapeOf: (value: object) => Shape; oneOf?: OneOf }>
  | Readonly<{ form: 'objects'; shape: () => Shape; maxItems: number }>
  /** An object of any shape; `maxValues` counts all that is in it, at any depth. */
  | Readonly<{ form: 'free'; maxValues: number }>;

/** Shapes that are told apart by a word in one of their fields. */
export type OneOf = Readonly<{ by: string; shapes: Readonly<Record<string, Shape>> }>;

const key = Symbol('extent');

/** Says of a field how much it may hold; one that says nothing holds one value. */
export const Holds =
  (extent: Extent): PropertyDecorator =>
  (target, name) =>
    Reflect.defineMetadata(key, extent, target, name);

/** How much a field of a shape may hold. */
export const extentOf = ({ prototype }: Shape, name: string): Extent =>
  // only `Holds` defines it
  (Reflect.getMetadata(key, prototype as object, name) as Extent | undefined) ?? { form: 'value' };
