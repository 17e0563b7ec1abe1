import { okAnswer } from '../wire/message.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/types.js';
import { numberOf, type Value } from '../bson/value.js';
import { CommandError } from '../errors.js';
import { Pace } from '../reading/pace.js';
import { parseSort } from '../reading/parse-sort.js';
import { parseProjection } from '../reading/projection.js';
import { openQuery, type QueryShape } from '../reading/query.js';
import type { Collection } from '../storage/collection.js';
import type { Command, Input } from './command.js';
import { filterIn, parseHint } from './query-input.js';

/** Reads the documents of one collection that pass a filter. */
export const find: Command = {
  // allowDiskUse and noCursorTimeout only widen limits; this node keeps its own and says so when one is met.
  options: ['filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'allowDiskUse'],
  run: (node, input) => {
    const collection = node.catalog.find(input.namespace);
    const pace = new Pace(input.maxTimeMs);
    const source = openQuery(collection, findShape(input, collection));
    const single = input.flag('singleBatch');
    return node.cursors.first(input.namespace, source, { size: input.count('batchSize'), pace, single });
  },
};

const findShape = (input: Input, collection: Collection | undefined): QueryShape => {
  const projection = input.document('projection');
  return {
    filter: filterIn(input, 'filter'),
    sort: parseSort(input.document('sort')),
    hint: parseHint(input.value('hint'), collection),
    skip: input.count('skip') ?? 0,
    limit: input.count('limit') ?? 0,
    projection: projection && parseProjection(projection),
  };
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
