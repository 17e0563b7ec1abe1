import { badValue } from '../errors.js';
import { Fields } from '../bson/fields.js';
import { Type } from '../bson/types.js';
import { textOf, type Value } from '../bson/value.js';
import type { KeyField } from '../indexes/index-keys.js';
import type { Hint } from '../indexes/planner.js';
import { parseFilter } from '../matching/parse-filter.js';
import type { Filter } from '../matching/filter.js';
import { parseSort } from '../reading/parse-sort.js';
import { idIndex, type Collection } from '../storage/collection.js';
import { emptyDocument, type Input } from './command.js';

/** The filter under a name; everything where none is given. */
export const filterIn = (input: Input, name: string): Filter => parseFilter(input.document(name) ?? emptyDocument);

/** Reads a hint: an index by name or pattern, or `{$natural: 1 | -1}`. Throws BadValue (2) where there is no such index. */
export const parseHint = (hint: Value | undefined, collection: Collection | undefined): Hint | undefined => {
  if (!hint || !collection) return undefined;
  if (hint.type === Type.string) return { index: textOf(hint) };
  if (hint.type !== Type.object) throw badValue('a hint must be a string or a document');
  const natural = Fields.of(hint).number('$natural');
  return natural === undefined ? { index: nameOf(hint, collection) } : { natural: natural < 0 ? -1 : 1 };
};

/** The name of the index with this pattern; the pattern itself where there is none. */
const nameOf = (hint: Value, collection: Collection): string => {
  const pattern = fieldsText(parseSort(hint));
  const index = [idIndex, ...collection.indexes].find(({ fields }) => fieldsText(fields) === pattern);
  return index?.name ?? pattern;
};

const fieldsText = (fields: readonly KeyField[]): string =>
  fields.map(({ path, descending }) => `${path.text}_${descending ? -1 : 1}`).join('_');
