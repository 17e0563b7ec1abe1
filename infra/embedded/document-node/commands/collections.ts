import { badValue, CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Fields } from '../bson/fields.js';
import { documentValue, Type, type Value } from '../bson/value.js';
import { textOfFields } from '../indexes/index-keys.js';
import { matches } from '../matching/filter.js';
import { Pace } from '../reading/pace.js';
import { sourceOf } from '../reading/query.js';
import { keyFields, type IndexDefinition } from '../storage/catalog.js';
import { idFields, idIndex, type Collection } from '../storage/collection.js';
import { okAnswer } from '../wire/message.js';
import { filterIn, type Command, type Node } from './command.js';

/** Drops a collection; one that is not there is no error. */
export const drop: Command = {
  options: [],
  run: (node, input) =>
    node.writes.alone(() => {
      const collection = node.catalog.find(input.namespace);
      if (!collection) return okAnswer();
      node.catalog.drop([collection]);
      return okAnswer((answer) =>
        answer.string('ns', input.namespace).int('nIndexesWas', collection.indexes.length + 1),
      );
    }),
};

export const dropDatabase: Command = {
  options: [],
  run: (node, input) =>
    node.writes.alone(() => {
      const collections = inDatabase(node, input.database);
      if (collections.length > 0) node.catalog.drop(collections);
      return okAnswer((answer) => answer.string('dropped', input.database));
    }),
};

/** The collections of a database as a cursor. */
export const listCollections: Command = {
  options: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run: (node, input) => {
    const nameOnly = input.flag('nameOnly');
    const filter = filterIn(input);
    const documents = inDatabase(node, input.database)
      .map(({ namespace }) => describe(namespace, nameOnly))
      .filter((document) => matches(filter, documentValue(document)));
    const namespace = `${input.database}.$cmd.listCollections`;
    return node.cursors.first(namespace, sourceOf(documents), { size: undefined, pace: new Pace() });
  },
};

const describe = (namespace: string, nameOnly: boolean): Buffer => {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  const writer = new DocumentWriter().begin().string('name', name).string('type', 'collection');
  if (!nameOnly) {
    writer.beginField(Type.object, 'options').end();
    writer.beginField(Type.object, 'info').bool('readOnly', false).end();
    writer.beginField(Type.object, 'idIndex').int('v', 2).raw(Type.object, 'key', idIndex.pattern);
    writer.string('name', idIndex.name).end();
  }
  return writer.end().finish();
};

const inDatabase = (node: Node, database: string): Collection[] =>
  node.catalog.all().filter(({ namespace }) => namespace.startsWith(`${database}.`));

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
const definitionOptions = new Set(['key', 'name', 'v', 'background']);

const parseDefinition = (definition: Value): IndexDefinition => {
  const fields = Fields.of(definition).allowOnly(definitionOptions, 'an index');
  const pattern = fields.required('key', fields.document).raw;
  keyFields(pattern);
  return {
    name: fields.required('name', fields.text),
    pattern: Buffer.from(pattern),
  };
};

/** Throws IndexOptionsConflict (85) or IndexKeySpecsConflict (86) where another index stands in the way. */
const isKnown = (collection: Collection, wanted: IndexDefinition): boolean => {
  const keys = textOfFields(keyFields(wanted.pattern));
  if (keys === textOfFields(idFields)) return true;
  const sameName = collection.indexes.find(({ name }) => name === wanted.name);
  const sameKeys = collection.indexes.find(({ fields }) => textOfFields(fields) === keys);
  if (sameName && sameName !== sameKeys)
    throw new CommandError(86, `An existing index has the same name as the requested index: ${wanted.name}`);
  if (sameKeys && !sameName) throw new CommandError(85, `Index already exists with a different name: ${sameKeys.name}`);
  return sameKeys !== undefined;
};
