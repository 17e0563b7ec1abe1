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
