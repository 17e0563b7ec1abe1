import { CommandError } from '../errors.js';
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
    const statements = input.statements('deletes');
    const deletes = statements.map(parseDelete);
    const outcome = await node.writes.run(() => {
      const collection = node.catalog.find(namespace);
      return WriteOutcome.ofEach(deletes.length, input.ordered, (index, result) => {
        // The index runs over the statements.
        result.matched += runDelete(collection, deletes[index] as Delete);
      });
    });
    return outcome.answer(false);
  },
};

const statementOptions = new Set(['q', 'limit', 'hint']);

type Delete = Readonly<{ fields: Fields; onlyOne: boolean }>;

/** Throws FailedToParse (9) on a limit other than 0 and 1: none of the command is done then. */
const parseDelete = (statement: Value): Delete => {
  const fields = Fields.of(statement).allowOnly(statementOptions, 'a delete');
  const limit = fields.required('limit', fields.number);
  if (limit !== 0 && limit !== 1)
    throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return { fields, onlyOne: limit === 1 };
};

const runDelete = (collection: Collection | undefined, { fields, onlyOne }: Delete): number => {
  const filter = parseFilter(fields.required('q', fields.document));
  const wanted = { filter, sort: [], hint: parseHint(fields.value('hint'), collection) };
  if (!collection) return 0;
  const found = onlyOne ? firstOf(collection, wanted) : findAll(collection, wanted);
  for (const document of found) collection.remove(document);
  return found.length;
};
