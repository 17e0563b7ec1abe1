import { CommandError, notImplemented } from '../errors.js';
import { keyOf } from '../bson/key.js';
import { documentValue, fieldsOf, Type, type Value } from '../bson/value.js';
import type { Filter } from '../matching/filter.js';
import { idOf, withIdFirst } from '../storage/collection.js';
import { Editable, placeFor } from './editable.js';
import { parseModifiers, type Modifier } from './modifiers.js';

/** An update, ready to be applied: other content, or changes to single fields. */
export type Update = Readonly<
  { kind: 'replacement'; document: Value } | { kind: 'modifiers'; modifiers: readonly Modifier[] }
>;

/** Reads an update. Throws NotImplemented (238) naming operators, FailedToParse (9), ConflictingUpdateOperators (40). */
export const parseUpdate = (update: Value): Update => {
  if (update.type === Type.array) throw notImplemented('an update by an aggregation pipeline');
  if (update.type !== Type.object) throw new CommandError(9, 'Update argument must be either an object or an array');
  const names = [...fieldsOf(update).keys()];
  if (!names[0]?.startsWith('$')) return { kind: 'replacement', document: withoutOperators(update, names) };
  return { kind: 'modifiers', modifiers: parseModifiers(update) };
};

const withoutOperators = (document: Value, names: readonly string[]): Value => {
  const operator = names.find((name) => name.startsWith('$'));
  if (operator) throw new CommandError(52, `The dollar ($) prefixed field '${operator}' is not valid for storage.`);
  return document;
};

/** The document as it is after the update. Throws ImmutableField (66) where `_id` would change. */
export const applyUpdate = (update: Update, old: Buffer): Buffer => {
  const id = idOf(old);
  const bytes =
    update.kind === 'replacement'
      ? withIdFirst(update.document, id)
      : modified(update.modifiers, Editable.of(documentValue(old)), false);
  checkId(id, bytes);
  return bytes;
};

/** The document that an upsert inserts: what the filter says is equal, then the update. Throws like `describedBy`. */
export const upsertedDocument = (update: Update, filter: Filter): Buffer => {
  const base = describedBy(filter);
  const id = base.get('_id');
  const bytes =
    update.kind === 'replacement'
      ? withIdFirst(update.document, id)
      : withIdFirst(documentValue(modified(update.modifiers, base, true)));
  if (id) checkId(id, bytes);
  return bytes;
};

const modified = (modifiers: readonly Modifier[], document: Editable, inserting: boolean): Buffer => {
  for (const modifier of modifiers) modifier(document, inserting);
  return document.toBytes();
};

const checkId = (id: Value, bytes: Buffer): void => {
  if (!keyOf(idOf(bytes)).equals(keyOf(id)))
    throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
};

/** The document that a filter describes by its equalities: what an upsert starts from. Throws NotSingleValueField (54) on two for one field. */
const describedBy = (filter: Filter): Editable => {
  const document = new Editable();
  const taken = new Set<string>();
  for (const [path, value] of equalities(filter)) {
    if (taken.has(path))
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    taken.add(path);
    const { parent, name } = placeFor(document, path.split('.'));
    parent.set(name, value);
  }
  return document;
};

function* equalities(filter: Filter): Generator<[string, Value]> {
  if (filter.kind === 'leaf' && filter.equals) yield [filter.path.text, filter.equals];
  if (filter.kind === 'and') for (const part of filter.parts) yield* equalities(part);
}
