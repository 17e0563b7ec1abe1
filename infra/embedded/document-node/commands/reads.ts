import { CommandError, notImplemented } from '../errors.js';
import { openPipeline } from '../aggregation/pipeline.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Fields } from '../bson/fields.js';
import { numberOf, Type, type Value } from '../bson/value.js';
import { parseSort, type KeyField } from '../indexes/index-keys.js';
import { Pace } from '../reading/pace.js';
import { parseProjection } from '../reading/projection.js';
import { openQuery } from '../reading/query.js';
import { okAnswer } from '../wire/message.js';
import { filterIn, type Command, type Input } from './command.js';

/** Reads the documents of one collection that pass a filter. */
export const find: Command = {
  options: ['filter', 'sort', 'projection', 'hint', 'limit', 'batchSize', 'singleBatch'],
  run: (node, input) => {
    const projection = input.document('projection');
    const source = openQuery(node.catalog.find(input.namespace), {
      filter: filterIn(input),
      sort: parseSort(input.document('sort')),
      hint: hintIn(input),
      limit: input.count('limit') ?? 0,
      projection: projection && parseProjection(projection),
    });
    const pace = new Pace(input.maxTimeMs);
    const single = input.flag('singleBatch');
    return node.cursors.first(input.namespace, source, { size: input.count('batchSize'), pace, single });
  },
};

/** Runs a pipeline over one collection. */
export const aggregate: Command = {
  options: ['pipeline', 'cursor', 'hint'],
  run: (node, input) => {
    if (input.value('aggregate')?.type !== Type.string) throw notImplemented('an aggregation over a whole database');
    const source = openPipeline(node.catalog.find(input.namespace), input.list('pipeline'), hintIn(input));
    const cursor = input.document('cursor');
    const size = cursor && Fields.of(cursor).count('batchSize');
    return node.cursors.first(input.namespace, source, { size, pace: new Pace(input.maxTimeMs) });
  },
};

/** How many documents a collection holds. */
export const count: Command = {
  options: [],
  run: (node, input) => okAnswer((answer) => answer.int('n', node.catalog.find(input.namespace)?.store.count() ?? 0)),
};

/** The index that the client insists on, by its fields. Throws NotImplemented (238) on one by its name. */
const hintIn = (input: Input): readonly KeyField[] | undefined => {
  const hint = input.value('hint');
  if (hint && hint.type !== Type.object) throw notImplemented('a hint by the name of an index');
  return hint && parseSort(hint);
};

/** The next batch of a cursor. */
export const getMore: Command = {
  options: ['collection', 'batchSize'],
  run: (node, input) => {
    const namespace = `${input.database}.${input.text('collection') ?? ''}`;
    const pace = new Pace(input.maxTimeMs);
    return node.cursors.more(longOf(input.value('getMore')), namespace, { size: input.count('batchSize'), pace });
  },
};

/** Ends cursors. */
export const killCursors: Command = {
  options: ['cursors'],
  run: (node, input) => {
    const ids = input.list('cursors').map(longOf);
    const killed = ids.filter((id) => node.cursors.kill(id));
    const unknown = ids.filter((id) => !killed.includes(id));
    return okAnswer((answer) => {
      writeIds(answer, 'cursorsKilled', killed);
      writeIds(answer, 'cursorsNotFound', unknown);
      writeIds(answer, 'cursorsAlive', []);
      writeIds(answer, 'cursorsUnknown', []);
    });
  },
};

const longOf = (value: Value | undefined): bigint => {
  if (value?.type === Type.long) return value.bytes.readBigInt64LE(value.at);
  const number = value && numberOf(value);
  if (number === undefined) throw new CommandError(14, 'a cursor id must be a long');
  return BigInt(number);
};

const writeIds = (answer: DocumentWriter, name: string, ids: readonly bigint[]): void => {
  answer.beginField(Type.array, name);
  ids.forEach((id, i) => answer.long(String(i), id));
  answer.end();
};
