import { CommandError, notImplemented } from '../errors.js';
import { fieldPath, isNumber } from '../bson/path.js';
import { documentValue, fieldsOf, numberOf } from '../bson/value.js';
import type { KeyField } from '../indexes/index-keys.js';
import { Collection } from './collection.js';
import type { Environment } from './environment.js';
import type { Index } from './index-store.js';

/** What an index is asked to be. */
export type IndexDefinition = Readonly<{ name: string; pattern: Buffer }>;

/** How a collection is written down; byte strings are base64. */
type CollectionEntry = Readonly<{
  namespace: string;
  number: number;
  indexes: readonly Readonly<{
    name: string;
    number: number;
    pattern: string;
    /** What an earlier version wrote of a unique or a partial index; absent, false or null for any other. */
    unique?: boolean;
    partial?: string | null;
    holdsArrays?: boolean;
    /** How an earlier version wrote down `holdsArrays`: per field, how deep arrays lay. */
    arrayDepths?: readonly (readonly number[])[];
    /** Absent in what was written before keys were clipped. */
    clipped?: boolean;
  }>[];
}>;

/**
 * Which collections and indexes there are. What changes it runs alone in the write queue; what is in memory changes only
 * after the transaction that wrote it down.
 */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private readonly withNews = new Set<Collection>();
  private nextNumber: number;

  constructor(private readonly environment: Environment) {
    // Only this class writes these entries.
    this.nextNumber = (environment.catalog.get('next') as number | undefined) ?? 1;
    for (const { value } of environment.catalog.getRange({ start: 'collection:', end: 'collection;' }))
      this.load(value as CollectionEntry);
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  /** The collection, made where there is none. Throws InvalidNamespace (73). */
  ensure(namespace: string): Collection {
    const known = this.collections.get(namespace);
    if (known) return known;
    checkNamespace(namespace);
    const number = this.takeNumber();
    const store = this.environment.openStore(`c${number}`);
    const collection = new Collection({ namespace, number, store, indexes: [] }, this.onLearnt);
    this.environment.transact(() => this.save(collection));
    this.collections.set(namespace, collection);
    return collection;
  }

  /** Takes collections away with all they hold, in one transaction. */
  drop(collections: readonly Collection[]): void {
    this.environment.transact(() => this.removeAll(collections));
    this.forget(collections);
  }

  /** Makes indexes and fills them, all or none. Throws 238 where a document has arrays out of place. */
  addIndexes(collection: Collection, definitions: readonly IndexDefinition[]): void {
    const before = collection.indexes;
    const added = definitions.map((definition) =>
      this.openIndex(definition, this.takeNumber(), { holdsArrays: false, clipped: false }),
    );
    try {
      this.environment.transact(() => {
        for (const { key: id, value: bytes } of collection.store.all())
          for (const index of added) collection.addToIndex(index, { id, bytes });
        collection.indexes = [...before, ...added];
        this.save(collection);
      });
    } catch (error) {
      collection.indexes = before;
      this.environment.transact(() => added.forEach(({ store }) => store.drop()));
      throw error;
    }
  }

  /** Writes down, inside a transaction, what indexes learnt of their keys. */
  saveNews(): void {
    for (const collection of this.withNews) this.save(collection);
  }

  newsIsSaved(): void {
    this.withNews.clear();
  }

  private readonly onLearnt = (collection: Collection): void => {
    this.withNews.add(collection);
  };

  private removeAll(collections: readonly Collection[]): void {
    for (const collection of collections) {
      this.environment.catalog.removeSync(entryKey(collection));
      for (const { store } of collection.indexes) store.drop();
      collection.store.drop();
    }
  }

  private forget(collections: readonly Collection[]): void {
    for (const collection of collections) {
      collection.dropped = true;
      this.withNews.delete(collection);
      this.collections.delete(collection.namespace);
    }
  }

  private takeNumber(): number {
    const number = this.nextNumber;
    this.nextNumber += 1;
    this.environment.transact(() => this.environment.catalog.putSync('next', this.nextNumber));
    return number;
  }

  private openIndex(definition: IndexDefinition, number: number, known: Index['known']): Index {
    const store = this.environment.openStore(`i${number}`);
    return { ...definition, number, fields: keyFields(definition.pattern), known, store };
  }

  private load(entry: CollectionEntry): void {
    const foreign = entry.indexes.find((one) => one.unique || typeof one.partial === 'string');
    if (foreign) throw new Error(foreignIndex(entry.namespace, foreign.name));
    const indexes = entry.indexes.map((one) =>
      this.openIndex({ name: one.name, pattern: Buffer.from(one.pattern, 'base64') }, one.number, {
        holdsArrays: one.holdsArrays ?? one.arrayDepths?.some(({ length }) => length > 0) ?? false,
        clipped: one.clipped ?? false,
      }),
    );
    const store = this.environment.openStore(`c${entry.number}`);
    const collection = new Collection(
      { namespace: entry.namespace, number: entry.number, store, indexes },
      this.onLearnt,
    );
    this.collections.set(entry.namespace, collection);
  }

  private save(collection: Collection): void {
    const entry: CollectionEntry = {
      namespace: collection.namespace,
      number: collection.number,
      indexes: collection.indexes.map(({ name, number, pattern, known }) => ({
        name,
        number,
        pattern: pattern.toString('base64'),
        ...known,
      })),
    };
    this.environment.catalog.putSync(entryKey(collection), entry);
  }
}

const foreignIndex = (namespace: string, name: string): string =>
  `The index ${name} of ${namespace} is a unique or a partial one, which this document node does not keep. Start the version that made it, drop the index, and start this one again.`;

const entryKey = ({ number }: Collection): string => `collection:${number}`;

/** The fields of an index pattern. Throws CannotCreateIndex (67), or NotImplemented (238) for kinds other than 1. */
export const keyFields = (pattern: Buffer): KeyField[] => {
  const fields: KeyField[] = [];
  for (const [name, value] of fieldsOf(documentValue(pattern))) {
    if (name === '') throw new CommandError(67, 'an index on a field without a name');
    if (numberOf(value) !== 1) throw notImplemented(`an index on ${name} of another kind than 1`);
    if (name.includes('$') || name.split('.').some(isNumber)) throw notImplemented(`an index on ${name}`);
    fields.push({ path: fieldPath(name), descending: false });
  }
  if (fields.length === 0) throw new CommandError(67, 'an index needs at least one field');
  return fields;
};

const checkNamespace = (namespace: string): void => {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  if (name === '' || name.includes('$') || name.startsWith('system.') || name.includes('\0') || namespace.length > 255)
    throw new CommandError(73, `Invalid namespace specified '${namespace}'`);
};
