import { badValue } from '../errors.js';
import { Fields } from '../bson/fields.js';
import type { Value } from '../bson/value.js';
import { parseFilter } from '../matching/parse-filter.js';
import type { Collection } from '../storage/collection.js';
import { findAll, firstOf } from './candidates.js';
import type { Command } from './command.js';
import { parseHint } from './query-input.js';
import { WriteOutcome } from './write-answer.js';

/** Removes documents: all that pass (`limit` 0) or the first (`limit` 1). */
export const deleteCommand: Command = {
  options: ['deletes', 'ordered'],
  run: async (node, input) => {
    const { namespace } = input;
    const statements = input.list('deletes');
    if (statements.length === 0) throw badValue('Write batch sizes must be between 1 and 100000. Got 0 operations.');
    const outcome = await node.writes.run(() => {
      const collection = node.catalog.find(namespace);
      // The index runs over the statements.
      return WriteOutcome.ofEach(statements.length, input.ordered, (index, result) => {
        result.matched += runStatement(collection, statements[index] as Value);
      });
    });
    return outcome.answer(false);
  },
};

const statementOptions = new Set(['q', 'limit', 'hint']);

const runStatement = (collection: Collection | undefined, statement: Value): number => {
  const fields = Fields.of(statement).allowOnly(statementOptions, 'a delete');
  const filter = parseFilter(fields.required('q', fields.document));
  const wanted = { filter, sort: [], hint: parseHint(fields.value('hint'), collection) };
  const onlyOne = fields.required('limit', fields.number) === 1;
  if (!collection) return 0;
  const found = onlyOne ? firstOf(collection, wanted) : findAll(collection, wanted);
  for (const document of found) collection.remove(document);
  return found.length;
};
