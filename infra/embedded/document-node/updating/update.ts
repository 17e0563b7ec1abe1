import { CommandError, notImplemented } from '../errors.js';
import { keyOf } from '../bson/key.js';
import { objectValue } from '../bson/scalars.js';
import { Type } from '../bson/types.js';
import { fieldsOf, type Value } from '../bson/value.js';
import { idOf, withIdFirst } from '../storage/collection.js';
import { Editable } from './editable.js';
import type { Modifier } from './modifier.js';
import { parseModifiers } from './modifiers.js';

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
export const applyUpdate = (update: Update, old: Buffer, document: Value): Buffer => {
  const id = idOf(old);
  const bytes =
    update.kind === 'replacement'
      ? withIdFirst(update.document, () => id)
      : modified(update.modifiers, document, false);
  checkId(id, bytes);
  return bytes;
};

/** The document that an upsert inserts: what the filter says is equal, then the update. */
export const upsertedDocument = (update: Update, base: Editable, makeId: () => Value): Buffer => {
  const known = base.get('_id');
  const chosenId = known && !(known instanceof Editable) ? known : undefined;
  if (update.kind === 'replacement') {
    const bytes = withIdFirst(update.document, () => chosenId ?? makeId());
    if (chosenId) checkId(chosenId, bytes);
    return bytes;
  }
  const bytes = modified(update.modifiers, base, true);
  if (chosenId) checkId(chosenId, bytes);
  return withIdFirst(objectValue(bytes), makeId);
};

const modified = (modifiers: readonly Modifier[], document: Value | Editable, inserting: boolean): Buffer => {
  const editable = document instanceof Editable ? document : Editable.of(document);
  for (const modifier of modifiers) modifier(editable, inserting);
  return editable.toBytes();
};

const checkId = (id: Value, bytes: Buffer): void => {
  if (!keyOf(idOf(bytes)).equals(keyOf(id)))
    throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
};
