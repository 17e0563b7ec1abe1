import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { keyOf } from '../bson/key.js';
import { fieldPath, someLeaf } from '../bson/path.js';
import { Type } from '../bson/types.js';
import { documentValue, itemsOf, type Value } from '../bson/value.js';
import { Pace } from '../reading/pace.js';
import { forEachDocument, openQuery, type Source } from '../reading/query.js';
import { okAnswer } from '../wire/message.js';
import type { Command } from './command.js';
import { filterIn, parseHint } from './query-input.js';

/** How many documents pass. */
export const count: Command = {
  options: ['query', 'hint', 'skip', 'limit'],
  run: async (node, input) => {
    const collection = node.catalog.find(input.namespace);
    const skip = input.count('skip') ?? 0;
    const limit = input.count('limit') ?? 0;
    if (collection && !input.document('query') && skip === 0 && limit === 0)
      return okAnswer((answer) => answer.int('n', collection.store.getKeysCount({})));
    const hint = parseHint(input.value('hint'), collection);
    const shape = { filter: filterIn(input, 'query'), sort: [], hint, skip, limit, onlyCounted: true };
    const source = openQuery(collection, shape);
    const n = await countAll(source, new Pace(input.maxTimeMs));
    return okAnswer((answer) => answer.int('n', n));
  },
};

const countAll = async (source: Source, pace: Pace): Promise<number> => {
  let n = 0;
  await forEachDocument(source, pace, () => (n += 1));
  return n;
};

/** The different values of a field; an array stands for its items. */
export const distinct: Command = {
  options: ['key', 'query', 'hint'],
  run: async (node, input) => {
    const collection = node.catalog.find(input.namespace);
    const key = input.text('key');
    if (!key) throw new CommandError(9, 'distinct needs a key');
    const hint = parseHint(input.value('hint'), collection);
    const source = openQuery(collection, { filter: filterIn(input, 'query'), sort: [], hint, skip: 0, limit: 0 });
    const values = await differentValues(source, key, new Pace(input.maxTimeMs));
    return okAnswer((answer) => writeValues(answer, values));
  },
};

const differentValues = async (source: Source, key: string, pace: Pace): Promise<Value[]> => {
  const path = fieldPath(key);
  const found = new Map<string, Value>();
  const take = (value: Value): void => {
    const name = keyOf(value).toString('latin1');
    if (!found.has(name)) found.set(name, value);
  };
  const takeAll = (value: Value | undefined): boolean => {
    if (value) (value.type === Type.array ? itemsOf(value) : [value]).forEach(take);
    return false;
  };
  await forEachDocument(source, pace, (bytes) => someLeaf(documentValue(bytes), path, false, takeAll));
  return [...found.values()];
};

const writeValues = (answer: DocumentWriter, values: readonly Value[]): void => {
  answer.beginField(Type.array, 'values');
  values.forEach((value, i) => answer.value(String(i), value));
  answer.end();
};
