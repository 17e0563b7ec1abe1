import { CommandError, notImplemented } from '../errors.js';
import type { DocumentWriter } from '../bson/document-writer.js';
import { Fields } from '../bson/fields.js';
import { Type, type Value } from '../bson/value.js';
import { okAnswer, writeError } from '../wire/message.js';
import { parseUpdate } from '../updating/update.js';
import { filterIn, type Command } from './command.js';
import {
  change,
  changeDocument,
  findFirst,
  insertion,
  removal,
  runStatements,
  totalOf,
  type Outcome,
  type Statement,
} from './statements.js';

/** Puts new documents into a collection, which is made where there is none. */
export const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: async (node, input) => {
    const { namespace } = input;
    const statements = input.statements('documents').map((document) => insertion(namespace, document));
    return answerTo(await runStatements(node, statements, input.ordered));
  },
};

/** Changes documents, and inserts where told to and none is there. */
export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  run: async (node, input) => {
    const { namespace } = input;
    const statements = input.statements('updates').map((statement) => readUpdate(namespace, statement));
    const outcomes = await runStatements(node, statements, input.ordered);
    return answerTo(outcomes, totalOf(outcomes, 'modified'));
  },
};

/** Removes documents: all that pass (`limit` 0) or the first (`limit` 1). */
export const deleteCommand: Command = {
  options: ['deletes', 'ordered'],
  run: async (node, input) => {
    const { namespace } = input;
    const statements = input.statements('deletes').map((statement) => readDelete(namespace, statement));
    return answerTo(await runStatements(node, statements, input.ordered));
  },
};

const updateOptions = new Set(['q', 'u', 'upsert', 'multi']);

const readUpdate = (namespace: string, statement: Value): Statement => {
  const fields = Fields.of(statement).allowOnly(updateOptions, 'an update');
  return change(namespace, {
    filter: fields.required('q', fields.document),
    update: fields.required('u', fields.value),
    upsert: fields.flag('upsert'),
    multi: fields.flag('multi'),
  });
};

const deleteOptions = new Set(['q', 'limit']);

/** Throws FailedToParse (9) on a limit other than 0 and 1. */
const readDelete = (namespace: string, statement: Value): Statement => {
  const fields = Fields.of(statement).allowOnly(deleteOptions, 'a delete');
  const limit = fields.required('limit', fields.number);
  if (limit !== 0 && limit !== 1)
    throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  const filter = fields.required('q', fields.document);
  return removal(namespace, { filter, multi: limit === 0 });
};

/** The answer to insert and delete (`n`), or with `nModified` to update. */
const answerTo = (outcomes: readonly Outcome[], modified?: number): Buffer => {
  const upserts = outcomes.flatMap(({ upserted }, index) => (upserted ? [{ index, id: upserted }] : []));
  const refusals = outcomes.flatMap(({ error }, index) => (error ? [{ index, error }] : []));
  return okAnswer((answer) => {
    answer.int('n', totalOf(outcomes, 'n'));
    if (modified !== undefined) answer.int('nModified', modified);
    writeList(answer, 'upserted', upserts, ({ index, id }) => answer.int('index', index).value('_id', id));
    writeList(answer, 'writeErrors', refusals, ({ index, error }) => writeError(answer.int('index', index), error));
  });
};

/** A list of documents, where there are any. */
const writeList = <T>(answer: DocumentWriter, name: string, items: readonly T[], write: (item: T) => void): void => {
  if (items.length === 0) return;
  answer.beginField(Type.array, name);
  items.forEach((item, i) => {
    answer.beginField(Type.object, String(i));
    write(item);
    answer.end();
  });
  answer.end();
};

/** Changes one document, and answers it as it was before or is after. */
export const findAndModify: Command = {
  options: ['query', 'update', 'new', 'remove', 'upsert', 'bypassDocumentValidation'],
  run: async (node, input) => {
    for (const flag of ['remove', 'upsert']) if (input.flag(flag)) throw notImplemented(`findAndModify with ${flag}`);
    const filter = filterIn(input, 'query');
    const wanted = parseUpdate(input.required('update', input.value));
    const document = await node.writes.run(() => {
      const collection = node.catalog.find(input.namespace);
      const [found] = collection ? findFirst(collection, filter) : [];
      if (!collection || !found) return undefined;
      changeDocument(collection, found, wanted);
      return input.flag('new') ? collection.get(found.id)?.bytes : found.bytes;
    });
    return okAnswer((answer) => {
      answer.beginField(Type.object, 'lastErrorObject').int('n', document ? 1 : 0);
      answer.bool('updatedExisting', document !== undefined).end();
      if (document) answer.raw(Type.object, 'value', document);
      else answer.nothing('value');
    });
  },
};
