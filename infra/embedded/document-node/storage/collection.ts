import { badValue, CommandError, notImplemented } from '../errors.js';
import { keyOf } from '../bson/key.js';
import { fieldPath } from '../bson/path.js';
import { checkSize } from '../bson/checks.js';
import { documentValue, Elements, fieldOf, numberOf, textOf, Type, typeNames, type Value } from '../bson/value.js';
import { longestKey } from '../indexes/clipping.js';
import type { KeyField } from '../indexes/index-keys.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { entriesOf, type Index } from './index-store.js';
import type { Store } from './store.js';

/** A stored document with the key it is stored under. */
export type Stored = Readonly<{ id: Buffer; bytes: Buffer }>;

const idName = Buffer.from('_id');

/** The fields of the index that every collection has: its own order. */
export const idFields: readonly KeyField[] = [{ path: fieldPath('_id'), descending: false }];

const idPattern = new DocumentWriter().begin().int('_id', 1).end().finish();

/** The index on `_id`, as listings show it. */
export const idIndex = { name: '_id_', pattern: idPattern };

/** What a write does to one index. */
type IndexChange = Readonly<{ index: Index; remove: readonly Buffer[]; add: readonly Buffer[] }>;

type Parts = Readonly<{ namespace: string; number: number; store: Store; indexes: readonly Index[] }>;

/**
 * Documents by the encoding of their `_id`, and the indexes that are kept with them. Every method that writes is called inside
 * the write queue's transaction; it checks everything first and then writes, so that a refused write leaves nothing behind.
 */
export class Collection {
  /** Set once dropped: cursors on it end. */
  dropped = false;

  indexes: readonly Index[];
  readonly namespace: string;
  readonly number: number;
  readonly store: Store;

  constructor(
    { namespace, number, store, indexes }: Parts,
    private readonly onLearnt: (collection: Collection) => void,
  ) {
    this.namespace = namespace;
    this.number = number;
    this.store = store;
    this.indexes = indexes;
  }

  /** Nothing is stored under a key that is too long. */
  get(id: Buffer): Stored | undefined {
    if (id.length > longestKey) return undefined;
    const bytes = this.store.get(id);
    return bytes && { id, bytes };
  }

  /** Throws DuplicateKey (11000), InvalidIdField (53), DollarPrefixedFieldName (52), BSONObjectTooLarge (10334). */
  insert(bytes: Buffer): void {
    const id = this.idKeyOf(bytes);
    if (this.store.has(id)) throw duplicateId(this.namespace, idOf(bytes));
    const changes = this.indexes.map((index) => ({ index, remove: [], add: this.entries(index, bytes, id) }));
    this.write({ id, bytes }, changes);
  }

  /** Puts other content in a document's place. The `_id` is the same. Throws like `insert`. */
  replace(old: Stored, bytes: Buffer): void {
    checkSize(bytes);
    const changes = this.indexes.map((index) => this.changeOf(index, old, bytes));
    this.write({ id: old.id, bytes }, changes);
  }

  remove({ id, bytes }: Stored): void {
    for (const index of this.indexes) for (const key of this.entries(index, bytes, id)) index.store.remove(key);
    this.store.remove(id);
  }

  /** Adds the entries of one document to a new index. Throws 238 on arrays out of place. */
  addToIndex(index: Index, { id, bytes }: Stored): void {
    for (const key of this.entries(index, bytes, id)) index.store.put(key, id);
  }

  private changeOf(index: Index, old: Stored, bytes: Buffer): IndexChange {
    const before = this.entries(index, old.bytes, old.id);
    const after = this.entries(index, bytes, old.id);
    if (before.length === 1 && after.length === 1 && before[0]?.equals(after[0] as Buffer))
      return { index, remove: [], add: [] };
    return { index, remove: without(before, after), add: without(after, before) };
  }

  private write({ id, bytes }: Stored, changes: readonly IndexChange[]): void {
    for (const { index, remove, add } of changes) {
      for (const key of remove) index.store.remove(key);
      for (const key of add) index.store.put(key, id);
    }
    this.store.put(id, bytes);
  }

  private entries(index: Index, bytes: Buffer, id: Buffer): Buffer[] {
    return entriesOf(index, bytes, id, () => this.onLearnt(this));
  }

  private idKeyOf(bytes: Buffer): Buffer {
    checkSize(bytes);
    const id = idOf(bytes);
    checkId(id);
    const key = keyOf(id);
    if (key.length > longestKey) throw notImplemented(`an _id of ${key.length} bytes (at most ${longestKey})`);
    return key;
  }
}

/** The E11000 error. */
const duplicateId = (namespace: string, id: Value): CommandError =>
  new CommandError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: _id_ dup key: { _id: ${textOfValue(id)} }`,
    { keyPattern: idPattern, keyValue: new DocumentWriter().begin().value('_id', id).end().finish() },
  );

/** A value as the server's messages show it; the exact one stands in `keyValue`. */
const textOfValue = (value: Value): string =>
  value.type === Type.string ? JSON.stringify(textOf(value)) : String(numberOf(value) ?? typeNames[value.type]);

/** The `_id` of a document that has one. */
export const idOf = (bytes: Buffer): Value => {
  const id = fieldOf(bytes, 0, idName);
  if (!id) throw new CommandError(53, 'a document without an _id');
  return id;
};

const noIds = new Set<number>([Type.array, Type.regex, Type.undefined]);

const checkId = (id: Value): void => {
  if (noIds.has(id.type)) throw new CommandError(53, `The '_id' value cannot be of type ${typeNames[id.type]}`);
  if (id.type !== Type.object) return;
  const elements = new Elements(id.bytes, id.at);
  while (elements.next()) if (elements.name.startsWith('$')) throw dollarInId(elements.name);
};

const dollarInId = (name: string): CommandError =>
  new CommandError(52, `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`);

/** A document's `_id`, where it has one. Throws BadValue (2) on a second one. */
const onlyIdOf = (document: Value): Value | undefined => {
  let found: Value | undefined;
  const elements = new Elements(document.bytes, document.at);
  while (elements.next()) {
    if (!elements.isNamed(idName)) continue;
    if (found) throw badValue("can't have multiple _id fields in one document");
    found = elements.value;
  }
  return found;
};

/**
 * A document's bytes with `_id` first, as they are stored. The `_id` given is put in where it has none. Throws BadValue (2) on two, and
 * NotImplemented (238) where there is none: the driver makes one for every insert.
 */
export const withIdFirst = (document: Value, given?: Value): Buffer => {
  const own = onlyIdOf(document);
  const id = own ?? given;
  if (!id) throw notImplemented('making an _id');
  if (own && own.at === document.at + 4 + 1 + idName.length + 1) return document.raw;
  const writer = new DocumentWriter(document.end - document.at + 32).begin().value('_id', id);
  if (!own)
    return writer
      .copy(document.bytes, document.at + 4, document.end - 1)
      .end()
      .finish();
  const ownFrom = own.at - idName.length - 2;
  writer.copy(document.bytes, document.at + 4, ownFrom).copy(document.bytes, own.end, document.end - 1);
  return writer.end().finish();
};

const without = (keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] =>
  keys.filter((key) => !others.some((other) => other.equals(key)));

/** A document value over whole bytes. */
export const asValue = ({ bytes }: Stored): Value => documentValue(bytes);
