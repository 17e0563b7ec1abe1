import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { unknownField, wrongExtents, type InvalidField } from './check-extent.js';

export type { InvalidField } from './check-extent.js';
type Shape<T extends object> = new () => T;
export type Checked<T> = Readonly<{ value: T; errors: readonly InvalidField[] }>;

/** So many are told; a body of nonsense is not answered with a longer one. */
const maxErrors = 100;

/**
 * Checks a value against a shape: sizes and forms first, and where they are right every field, nested ones by their path
 * (`familyMembers.0.iin`). A field that the shape does not name is an error, never ignored. `value` is the shape's instance, for use only where `errors` is empty.
 */
export const checkFields = <T extends object>(shape: Shape<T>, given: unknown): Checked<T> => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { value: new shape(), errors: [{ path: '', message: 'must be a JSON object' }] };
  }
  const wrong = wrongExtents(shape, given, maxErrors);
  const inherited = wrong.length > 0 ? wrong : inheritedNames(given, '');
  if (inherited.length > 0) return { value: new shape(), errors: inherited.slice(0, maxErrors) };
  const value = plainToInstance(shape, given);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return { value, errors: errors.flatMap((error) => told(error, '')).slice(0, maxErrors) };
};

/** Names that every object has (`constructor`, `__proto__`): class-transformer would pass them over in silence. */
const inheritedNames = (value: unknown, parent: string): InvalidField[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    return name in Object.prototype ? [{ path, message: unknownField }] : inheritedNames(item, path);
  });
};

const told = ({ property, constraints = {}, children = [] }: ValidationError, parent: string): InvalidField[] => {
  const path = parent === '' ? property : `${parent}.${property}`;
  const own = Object.entries(constraints).map(([name, message]) => ({
    path,
    message: inOurWords(name, message, property),
  }));
  return [...own, ...children.flatMap((child) => told(child, path))];
};

/** class-validator begins its sentences with the field's name, which the path tells already. */
const inOurWords = (name: string, message: string, property: string): string => {
  if (name === 'whitelistValidation') return unknownField;
  if (message.startsWith(`each value in ${property} `)) return message.replace(`each value in ${property} `, 'each ');
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
};
