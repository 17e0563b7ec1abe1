import { badValue } from '../errors.js';
import { fieldPath } from '../bson/path.js';
import { fieldsOf, numberOf, type Value } from '../bson/value.js';
import type { KeyField } from '../indexes/index-keys.js';
import { refuseTooManyValues } from '../matching/most-values.js';

/** Reads `{field: 1 | -1, …}`. Throws BadValue (2) on other directions. */
export const parseSort = (sort: Value | undefined): KeyField[] => {
  if (!sort) return [];
  refuseTooManyValues(sort, 'a sort');
  return [...fieldsOf(sort)].map(([name, value]) => {
    const direction = numberOf(value);
    if (direction !== 1 && direction !== -1) throw badValue(`$sort key ordering must be 1 or -1, for ${name}`);
    if (name === '' || name.startsWith('$')) throw badValue(`a sort on '${name}'`);
    return { path: fieldPath(name), descending: direction < 0 };
  });
};
