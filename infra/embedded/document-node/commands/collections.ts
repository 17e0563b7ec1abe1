import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/types.js';
import { documentValue } from '../bson/value.js';
import { matches } from '../matching/filter.js';
import { Pace } from '../reading/pace.js';
import { sourceOf } from '../reading/query.js';
import { idIndex, type Collection } from '../storage/collection.js';
import { okAnswer } from '../wire/message.js';
import type { Command, Node } from './command.js';
import { filterIn } from './query-input.js';

/** Makes an empty collection. Throws NamespaceExists (48). */
export const create: Command = {
  options: [],
  run: (node, input) =>
    node.writes.alone(() => {
      if (node.catalog.find(input.namespace))
        throw new CommandError(48, `Collection ${input.namespace} already exists.`);
      node.catalog.ensure(input.namespace);
      return okAnswer();
    }),
};

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

/** Throws NamespaceNotFound (26), NamespaceExists (48). */
export const renameCollection: Command = {
  options: ['to', 'dropTarget'],
  run: (node, input) =>
    node.writes.alone(() => {
      const from = input.text('renameCollection') ?? '';
      const to = input.text('to') ?? '';
      const collection = node.catalog.find(from);
      const target = node.catalog.find(to);
      if (!collection) throw new CommandError(26, `Source collection ${from} does not exist`);
      if (from === to) throw new CommandError(20, "Can't rename a collection to itself");
      if (target && !input.flag('dropTarget')) throw new CommandError(48, 'target namespace exists');
      node.catalog.rename(collection, to, target);
      return okAnswer();
    }),
};

export const listCollections: Command = {
  options: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run: (node, input) => {
    const filter = filterIn(input, 'filter');
    const nameOnly = input.flag('nameOnly');
    const documents = inDatabase(node, input.database)
      .map((collection) => describe(collection, nameOnly))
      .filter((document) => matches(filter, documentValue(document)));
    const namespace = `${input.database}.$cmd.listCollections`;
    return node.cursors.first(namespace, sourceOf(documents), { size: undefined, pace: new Pace() });
  },
};

const describe = ({ namespace }: Collection, nameOnly: boolean): Buffer => {
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

export const listDatabases: Command = {
  options: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: (node, input) => {
    const filter = filterIn(input, 'filter');
    const names = [...new Set(node.catalog.all().map(({ namespace }) => databaseOf(namespace)))].sort();
    const documents = names
      .map((name) =>
        new DocumentWriter().begin().string('name', name).double('sizeOnDisk', 0).bool('empty', false).end().finish(),
      )
      .filter((document) => matches(filter, documentValue(document)));
    return okAnswer((answer) => {
      answer.beginField(Type.array, 'databases');
      documents.forEach((document, i) => answer.raw(Type.object, String(i), document));
      answer.end();
    });
  },
};

const databaseOf = (namespace: string): string => namespace.slice(0, namespace.indexOf('.'));

const inDatabase = (node: Node, database: string): Collection[] =>
  node.catalog.all().filter(({ namespace }) => databaseOf(namespace) === database);
