import { badValue, CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Fields } from '../bson/fields.js';
import { fieldsOf, type Value } from '../bson/value.js';
import { Pace } from '../reading/pace.js';
import { keptSource } from '../reading/query.js';
import { writeError } from '../wire/message.js';
import type { Command } from './command.js';
import { newestWireVersion } from './handshake.js';
import { change, runStatements, totalOf, type Outcome, type Statement } from './statements.js';

/**
 * Updates in any number of collections in one command (MongoDB 8.0). Its operations are all read before the first is run: one that is
 * malformed fails the command. Each one that was refused is a document of a cursor.
 */
export const bulkWrite: Command = {
  options: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation'],
  run: async (node, input) => {
    if (node.wireVersion < newestWireVersion) throw new CommandError(59, "no such command: 'bulkWrite'");
    if (input.database !== 'admin') throw new CommandError(13, 'bulkWrite may only be run against the admin database.');
    if (!input.flag('errorsOnly')) throw notImplemented('bulkWrite that tells of every operation (errorsOnly: false)');
    const namespaces = input.list('nsInfo').map(namespaceIn);
    const statements = input.statements('ops').map((operation) => readOperation(operation, namespaces));
    const outcomes = await runStatements(node, statements, input.ordered);
    const refusals = outcomes.flatMap(({ error }, index) => (error ? [refusal(index, error)] : []));
    const pace = new Pace(input.maxTimeMs);
    const source = keptSource(refusals, pace);
    return node.cursors.first('admin.$cmd.bulkWrite', source, { size: Infinity, pace }, (answer) =>
      writeTotals(answer, outcomes).int('nErrors', refusals.length),
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

const operationOptions = new Set(['update', 'filter', 'updateMods', 'multi', 'upsert']);

/** An operation's first field names its kind, and by a number its namespace. */
const readOperation = (operation: Value, namespaces: readonly string[]): Statement => {
  const fields = Fields.of(operation);
  const [kind] = fieldsOf(operation).keys();
  if (kind !== 'update') throw notImplemented(`the operation ${kind} of bulkWrite`);
  fields.allowOnly(operationOptions, 'an update');
  const namespace = namespaces[fields.count(kind) ?? -1];
  if (namespace === undefined) throw badValue('a bulkWrite operation has an invalid nsInfo index.');
  return change(namespace, {
    filter: fields.required('filter', fields.document),
    multi: fields.flag('multi'),
    update: fields.required('updateMods', fields.value),
    upsert: fields.flag('upsert'),
  });
};

const refusal = (index: number, error: CommandError): Buffer =>
  writeError(new DocumentWriter(64).begin().double('ok', 0).int('idx', index), error)
    .int('n', 0)
    .int('nModified', 0)
    .end()
    .finish();

const writeTotals = (answer: DocumentWriter, outcomes: readonly Outcome[]): DocumentWriter => {
  const upserted = outcomes.filter((one) => one.upserted).length;
  return answer
    .int('nInserted', 0)
    .int('nMatched', totalOf(outcomes, 'n') - upserted)
    .int('nModified', totalOf(outcomes, 'modified'))
    .int('nUpserted', upserted)
    .int('nDeleted', 0);
};
