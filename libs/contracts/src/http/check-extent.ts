import { getMetadataStorage } from 'class-validator';
import { extentOf, type Extent, type Shape } from './fields/extent.js';

export type InvalidField = Readonly<{ path: string; message: string }>;

/** What is told of a field that the shape does not name. */
export const unknownField = 'is not a field that is known here';

/** A field that is wrong. `light`: one value, and a short one, which validation names among the others. */
type Wrong = InvalidField & Readonly<{ light: boolean }>;

/**
 * Tells fields that are not known, hold too much, or have another form than the shape says; nothing where what there is can be
 * validated. It does not look inside a wrong value, so its cost is bounded by what the contract allows.
 */
export const wrongExtents = (shape: Shape, given: object, mostLight: number): readonly InvalidField[] => {
  const wrong = wrongFields(shape, given, '');
  const canBeValidated = wrong.length < mostLight && wrong.every(({ light }) => light);
  return canBeValidated ? [] : wrong.map(({ path, message }) => ({ path, message }));
};

const wrongFields = (shape: Shape, given: object, parent: string): readonly Wrong[] => {
  const known = namesOf(shape);
  // A body is JSON: an object by its names
  const values: Readonly<Record<string, unknown>> = { ...given };
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => ({
      path: pathOf(parent, name),
      message: unknownField,
      light: isLight(values[name]),
    })),
    ...[...known]
      .filter((name) => Object.hasOwn(values, name))
      .flatMap((name) => wrongWithin(extentOf(shape, name), values[name], pathOf(parent, name))),
  ];
};

const wrongWithin = (extent: Extent, value: unknown, path: string): readonly Wrong[] => {
  // Whether it may be left out, validation says
  if (value === null || value === undefined) return [];
  const message = wrongIn(extent, value);
  if (message !== null) return [{ path, message, light: isLight(value) }];
  if (extent.form === 'object' && isObject(value)) return wrongFields(extent.shapeOf(value), value, path);
  if (extent.form !== 'objects' || !Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((item, index) => wrongFields(extent.shape(), item, `${path}.${index}`));
};

/** Why a value is not looked into; null where it may be. */
const wrongIn = (extent: Extent, value: unknown): string | null => {
  switch (extent.form) {
    case 'value':
    case 'money':
      return typeof value === 'object' ? 'must be one value, not a list or an object' : null;
    case 'text':
      return wrongText(extent.max, value);
    case 'free':
      return wrongFree(extent.maxValues, value);
    case 'object':
      return isObject(value) ? null : 'must be an object';
    default:
      return wrongList(extent, value);
  }
};

const wrongText = (max: number, value: unknown): string | null => {
  if (typeof value === 'object') return 'must be a string';
  if (typeof value !== 'string' || value.length <= max * mostUnits) return null;
  return `must be shorter than or equal to ${max} characters`;
};

/** What counts as one character takes two units, and one more that says how it is shown. */
const mostUnits = 3;

const wrongList = (extent: Extract<Extent, { maxItems: number }>, value: unknown): string | null => {
  if (!Array.isArray(value)) return 'must be a list';
  if (value.length > extent.maxItems) return `must hold at most ${extent.maxItems}`;
  if (extent.form === 'objects') return value.every(isObject) ? null : 'each must be an object';
  const wrong = value.map((item) => wrongText(extent.max, item)).find((one) => one !== null);
  return wrong === undefined ? null : `each ${wrong}`;
};

/** Counts level by level, and no further than it must. */
const wrongFree = (most: number, value: unknown): string | null => {
  if (!isObject(value)) return 'must be an object';
  let level: unknown[] = [value];
  let values = 0;
  while (level.length > 0 && values <= most) {
    values += level.length;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return values <= most ? null : `must hold at most ${most} values`;
};

/** Whether a value costs next to nothing, whatever is done with it. */
const isLight = (value: unknown): boolean =>
  typeof value === 'string' ? value.length <= shortText : typeof value !== 'object';

const shortText = 1_000;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathOf = (parent: string, name: string): string => (parent === '' ? name : `${parent}.${name}`);

/** The names of the fields of a shape, in their order. */
export const namesOf = (shape: Shape): ReadonlySet<string> => {
  const known = fields.get(shape) ?? new Set(metadataOf(shape).map(({ propertyName }) => propertyName));
  fields.set(shape, known);
  return known;
};

const metadataOf = (shape: Shape) => getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);

const fields = new Map<Shape, ReadonlySet<string>>();
