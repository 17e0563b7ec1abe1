import { badValue, CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Fields } from '../bson/fields.js';
import { Type } from '../bson/types.js';
import { fieldsOf, type Value } from '../bson/value.js';
import { Pace } from '../reading/pace.js';
import { keptSource } from '../reading/query.js';
import { writeError } from '../wire/message.js';
import type { Command } from './command.js';
import { newestWireVersion } from './handshake.js';
import { change, insertion, removal, runStatements, totalOf, type Outcome, type Statement } from './statements.js';

/**
 * Writes to any number of collections in one command (MongoDB 8.0). Its operations are all read before the first is run: one that is
 * malformed fails the command. What becomes of each is a document of a cursor, or only what was refused (`errorsOnly`).
 */
export const bulkWrite: Command = {
  options: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation'],
  run: async (node, input) => {
    if (node.wireVersion < newestWireVersion) throw new CommandError(59, "no such command: 'bulkWrite'");
    if (input.database !== 'admin') throw new CommandError(13, 'bulkWrite may only be run against the admin database.');
    const namespaces = input.list('nsInfo').map(namespaceIn);
    const statements = input.statements('ops').map((operation) => readOperation(operation, namespaces));
    const outcomes = await runStatements(node, statements, input.ordered);
    const ran = outcomes.map((outcome, index) => ({ ...outcome, index, kind: (statements[index] as Statement).kind }));
    const shown = input.flag('errorsOnly') ? ran.filter(({ error }) => error) : ran;
    const pace = new Pace(input.maxTimeMs);
    const source = keptSource(shown.map(describe), pace);
    return node.cursors.first('admin.$cmd.bulkWrite', source, { size: Infinity, pace }, (answer) =>
      writeTotals(answer, ran),
    );
  },
};

const namespaceOptions = new Set(['ns']);

const namespaceIn = (entry: Value): string => {
  const fields = Fields.of(entry).allowOnly(namespaceOptions, 'nsInfo');
  const namespace = fields.required('ns', fields.text);
  if (!/^[^.]+\../u.test(namespace))
    throw new CommandError(73, `Invalid namespace specified for bulkWrite: '${namespace}'`);
  return namespace;
};

/** An operation's first field names its kind, and by a number its namespace. */
const readOperation = (operation: Value, namespaces: readonly string[]): Statement => {
  const fields = Fields.of(operation);
  const [kind = ''] = fieldsOf(operation).keys();
  const read = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!read) throw notImplemented(`the operation ${kind} of bulkWrite`);
  const namespace = namespaces[fields.count(kind) ?? -1];
  if (namespace === undefined) throw badValue('a bulkWrite operation has an invalid nsInfo index.');
  return read(namespace, fields);
};

const insertOptions = new Set(['insert', 'document']);
const updateOptions = new Set(['update', 'filter', 'updateMods', 'multi', 'upsert']);
const deleteOptions = new Set(['delete', 'filter', 'multi']);

const kinds: Readonly<Record<string, (namespace: string, fields: Fields) => Statement>> = {
  insert: (namespace, fields) => {
    fields.allowOnly(insertOptions, 'an insert');
    return insertion(namespace, fields.required('document', fields.document));
  },
  update: (namespace, fields) => {
    fields.allowOnly(updateOptions, 'an update');
    const update = fields.required('updateMods', fields.value);
    return change(namespace, { ...targetOf(fields), update, upsert: fields.flag('upsert') });
  },
  delete: (namespace, fields) => {
    fields.allowOnly(deleteOptions, 'a delete');
    return removal(namespace, targetOf(fields));
  },
};

const targetOf = (fields: Fields) => ({
  filter: fields.required('filter', fields.document),
  multi: fields.flag('multi'),
});

type Ran = Outcome & Readonly<{ index: number; kind: Statement['kind'] }>;

const describe = ({ index, kind, n, modified, upserted, error }: Ran): Buffer => {
  const writer = new DocumentWriter(64)
    .begin()
    .double('ok', error ? 0 : 1)
    .int('idx', index);
  if (error) writeError(writer, error);
  writer.int('n', n);
  if (kind === 'update') writer.int('nModified', modified);
  if (upserted) writer.beginField(Type.object, 'upserted').value('_id', upserted).end();
  return writer.end().finish();
};

const writeTotals = (answer: DocumentWriter, ran: readonly Ran[]): DocumentWriter => {
  const [upserted, others] = [ran.filter((one) => one.upserted), ran.filter((one) => !one.upserted)];
  const nOf = (kind: Statement['kind']): number =>
    totalOf(
      others.filter((one) => one.kind === kind),
      'n',
    );
  return answer
    .int('nErrors', ran.filter(({ error }) => error).length)
    .int('nInserted', nOf('insert'))
    .int('nMatched', nOf('update'))
    .int('nModified', totalOf(ran, 'modified'))
    .int('nUpserted', upserted.length)
    .int('nDeleted', nOf('delete'));
};
