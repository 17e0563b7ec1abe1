import { CommandError } from '../errors.js';
import { Fields } from '../bson/fields.js';
import type { Value } from '../bson/value.js';
import type { Filter } from '../matching/filter.js';
import { parseFilter } from '../matching/parse-filter.js';
import { asValue, idOf, type Collection, type Stored } from '../storage/collection.js';
import { applyUpdate, parseUpdate, upsertedDocument, type Update } from '../updating/update.js';
import { describedBy, newObjectId } from '../updating/upsert.js';
import { findAll, firstOf } from './candidates.js';
import type { Command } from './command.js';
import { parseHint } from './query-input.js';
import { WriteOutcome } from './write-answer.js';

/** Changes documents, and inserts where told to and none is there. */
export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  run: async (node, input) => {
    const { namespace } = input;
    const statements = input.statements('updates');
    const prepare = (): void => {
      if (statements.some(upserts)) node.catalog.ensure(namespace);
    };
    const outcome = await node.writes.run(() => {
      const collection = node.catalog.find(namespace);
      // The index runs over the statements.
      return WriteOutcome.ofEach(statements.length, input.ordered, (index, result) =>
        runStatement(collection, parseStatement(statements[index] as Value, collection), { index, result }),
      );
    }, prepare);
    return outcome.answer(true);
  },
};

const upserts = (statement: Value): boolean => Fields.of(statement).flag('upsert');

type Statement = Readonly<{
  filter: Filter;
  update: Update;
  upsert: boolean;
  multi: boolean;
  hint: ReturnType<typeof parseHint>;
}>;

const statementOptions = new Set(['q', 'u', 'upsert', 'multi', 'hint']);

const parseStatement = (statement: Value, collection: Collection | undefined): Statement => {
  const fields = Fields.of(statement).allowOnly(statementOptions, 'an update');
  const change = parseUpdate(fields.required('u', fields.value));
  const multi = fields.flag('multi');
  if (multi && change.kind === 'replacement')
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  return {
    filter: parseFilter(fields.required('q', fields.document)),
    update: change,
    upsert: fields.flag('upsert'),
    multi,
    hint: parseHint(fields.value('hint'), collection),
  };
};

type Place = Readonly<{ index: number; result: WriteOutcome }>;

const runStatement = (collection: Collection | undefined, statement: Statement, { index, result }: Place): void => {
  if (!collection) return;
  const { filter, hint, multi } = statement;
  const wanted = { filter, sort: [], hint };
  const found = multi ? findAll(collection, wanted) : firstOf(collection, wanted);
  for (const document of found) {
    if (changeDocument(collection, document, statement.update)) result.modified += 1;
    result.matched += 1;
  }
  if (found.length === 0 && statement.upsert)
    result.upserted.push({ index, id: idOf(insertDescribed(collection, filter, statement.update)) });
};

/** Whether the update made a difference. */
export const changeDocument = (collection: Collection, document: Stored, change: Update): boolean => {
  const bytes = applyUpdate(change, document.bytes, asValue(document));
  if (bytes.equals(document.bytes)) return false;
  collection.replace(document, bytes);
  return true;
};

/** Inserts what an upsert makes of its filter and update; answers the document. Throws DuplicateKey (11000). */
export const insertDescribed = (collection: Collection, filter: Filter, change: Update): Buffer => {
  const bytes = upsertedDocument(change, describedBy(filter), newObjectId);
  collection.insert(bytes);
  return bytes;
};
