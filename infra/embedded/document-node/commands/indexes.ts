import { badValue, CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/types.js';
import { Fields } from '../bson/fields.js';
import { textOf, type Value } from '../bson/value.js';
import { Pace } from '../reading/pace.js';
import { sourceOf } from '../reading/query.js';
import { keyFields, type IndexDefinition } from '../storage/catalog.js';
import { idIndex, type Collection } from '../storage/collection.js';
import type { Index } from '../storage/index-store.js';
import { okAnswer } from '../wire/message.js';
import type { Command, Input, Node } from './command.js';

/** Makes indexes, all or none. The documents that are there are put in before it answers; other writes wait. */
export const createIndexes: Command = {
  options: ['indexes', 'commitQuorum'],
  run: (node, input) => {
    const { namespace } = input;
    const definitions = input.list('indexes').map(parseDefinition);
    if (definitions.length === 0) throw badValue('Must specify at least one index to create');
    return node.writes.alone(() => {
      const existed = node.catalog.find(namespace) !== undefined;
      const collection = node.catalog.ensure(namespace);
      const before = collection.indexes.length + 1;
      const added = definitions.filter((definition) => !isKnown(collection, definition));
      if (added.length > 0) node.catalog.addIndexes(collection, added);
      return okAnswer((answer) =>
        answer
          .int('numIndexesBefore', before)
          .int('numIndexesAfter', before + added.length)
          .bool('createdCollectionAutomatically', !existed),
      );
    });
  },
};

/** Version and background are spoken of by drivers and mean nothing here. */
const definitionOptions = new Set(['key', 'name', 'unique', 'v', 'background']);

const parseDefinition = (definition: Value): IndexDefinition => {
  const fields = Fields.of(definition).allowOnly(definitionOptions, 'an index');
  const pattern = fields.required('key', fields.document).raw;
  keyFields(pattern);
  return {
    name: fields.required('name', fields.text),
    pattern: Buffer.from(pattern),
    unique: fields.flag('unique'),
  };
};

/** Throws IndexOptionsConflict (85) or IndexKeySpecsConflict (86) where another index stands in the way. */
const isKnown = (collection: Collection, wanted: IndexDefinition): boolean => {
  if (samePattern(wanted.pattern, idIndex.pattern)) return true;
  const sameName = collection.indexes.find(({ name }) => name === wanted.name);
  const sameKeys = collection.indexes.find(({ pattern }) => samePattern(pattern, wanted.pattern));
  if (sameName && sameName !== sameKeys)
    throw new CommandError(86, `An existing index has the same name as the requested index: ${wanted.name}`);
  if (sameKeys && !sameName) throw new CommandError(85, `Index already exists with a different name: ${sameKeys.name}`);
  if (sameKeys && sameKeys.unique !== wanted.unique)
    throw new CommandError(86, `An existing index has the same name but other options: ${wanted.name}`);
  return sameKeys !== undefined;
};

const samePattern = (a: Buffer, b: Buffer): boolean => patternText(a) === patternText(b);

const patternText = (pattern: Buffer): string =>
  keyFields(pattern)
    .map(({ path, descending }) => `${path.text}:${descending}`)
    .join();

const collectionOf = (node: Node, input: Input): Collection => {
  const collection = node.catalog.find(input.namespace);
  if (!collection) throw new CommandError(26, `ns does not exist: ${input.namespace}`);
  return collection;
};

/** The indexes of a collection as a cursor. */
export const listIndexes: Command = {
  options: ['cursor'],
  run: (node, input) => {
    const collection = collectionOf(node, input);
    const documents = [idIndex, ...collection.indexes].map(describe);
    return node.cursors.first(input.namespace, sourceOf(documents), { size: undefined, pace: new Pace() });
  },
};

const describe = (index: Pick<Index, 'name' | 'pattern'> & Partial<Index>): Buffer => {
  const writer = new DocumentWriter()
    .begin()
    .int('v', 2)
    .raw(Type.object, 'key', index.pattern)
    .string('name', index.name);
  if (index.unique) writer.bool('unique', true);
  return writer.end().finish();
};

/** Drops an index by name or pattern, several by a list of names, or all but that on `_id` (`*`). */
export const dropIndexes: Command = {
  options: ['index'],
  run: (node, input) =>
    node.writes.alone(() => {
      const collection = collectionOf(node, input);
      const before = collection.indexes.length + 1;
      node.catalog.dropIndexes(collection, chosen(collection, input));
      return okAnswer((answer) => answer.int('nIndexesWas', before));
    }),
};

const chosen = (collection: Collection, input: Input): readonly Index[] => {
  const wanted = input.value('index');
  if (wanted?.type === Type.object)
    return [found(collection, ({ pattern }) => samePattern(pattern, wanted.raw), 'that pattern')];
  if (wanted?.type === Type.array) return input.list('index').map((name) => named(collection, textOf(name)));
  const name = input.text('index') ?? '';
  return name === '*' ? collection.indexes : [named(collection, name)];
};

const named = (collection: Collection, name: string): Index => {
  if (name === idIndex.name) throw new CommandError(72, 'cannot drop _id index');
  return found(collection, (index) => index.name === name, name);
};

const found = (collection: Collection, test: (index: Index) => boolean, what: string): Index => {
  const index = collection.indexes.find(test);
  if (!index) throw new CommandError(27, `index not found with name [${what}]`);
  return index;
};
