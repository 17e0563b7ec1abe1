import { CommandError } from '../errors.js';
import { Type } from '../bson/types.js';
import { documentValue, type Value } from '../bson/value.js';
import type { Filter } from '../matching/filter.js';
import { parseSort } from '../reading/parse-sort.js';
import { parseProjection, type Projection } from '../reading/projection.js';
import { idOf, type Collection, type Stored } from '../storage/collection.js';
import { parseUpdate, type Update } from '../updating/update.js';
import { okAnswer } from '../wire/message.js';
import { findFirst } from './candidates.js';
import type { Command, Input } from './command.js';
import { filterIn, parseHint } from './query-input.js';
import { changeDocument, insertDescribed } from './statements.js';

/** Changes or removes one document, and answers it as it was before or is after. */
export const findAndModify: Command = {
  options: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'hint', 'bypassDocumentValidation'],
  run: async (node, input) => {
    const { namespace } = input;
    const wanted = parseWanted(input);
    const prepare = (): void => {
      if (wanted.upsert) node.catalog.ensure(namespace);
    };
    const result = await node.writes.run(() => {
      const collection = node.catalog.find(namespace);
      return collection ? perform(collection, wanted, input) : nothing;
    }, prepare);
    return okAnswer((answer) => {
      answer.beginField(Type.object, 'lastErrorObject').int('n', result.n);
      if (wanted.update) answer.bool('updatedExisting', result.n > 0 && !result.upserted);
      if (result.upserted) answer.value('upserted', result.upserted);
      answer.end();
      if (result.document) answer.raw(Type.object, 'value', shown(result.document, wanted.projection));
      else answer.nothing('value');
    });
  },
};

type Wanted = Readonly<{
  filter: Filter;
  update: Update | undefined;
  upsert: boolean;
  after: boolean;
  projection: Projection | undefined;
}>;

type Result = Readonly<{ n: number; document?: Buffer | undefined; upserted?: Value }>;

const nothing: Result = { n: 0 };

const parseWanted = (input: Input): Wanted => {
  const change = input.value('update');
  const remove = input.flag('remove');
  if (remove === (change !== undefined)) throw new CommandError(9, 'Either an update or remove=true must be specified');
  const after = input.flag('new');
  const upsert = input.flag('upsert');
  if (remove && (after || upsert)) throw new CommandError(9, "Cannot specify 'new' or 'upsert' with remove=true");
  const fields = input.document('fields');
  return {
    filter: filterIn(input, 'query'),
    update: change && parseUpdate(change),
    upsert,
    after,
    projection: fields && parseProjection(fields),
  };
};

const perform = (collection: Collection, wanted: Wanted, input: Input): Result => {
  const sort = parseSort(input.document('sort'));
  const hint = parseHint(input.value('hint'), collection);
  const found = findFirst(collection, { filter: wanted.filter, sort, hint });
  if (found) return onFound(collection, found, wanted);
  if (!wanted.upsert || !wanted.update) return nothing;
  const document = insertDescribed(collection, wanted.filter, wanted.update);
  return { n: 1, upserted: idOf(document), document: wanted.after ? document : undefined };
};

const onFound = (collection: Collection, found: Stored, { update, after }: Wanted): Result => {
  if (!update) {
    collection.remove(found);
    return { n: 1, document: found.bytes };
  }
  changeDocument(collection, found, update);
  return { n: 1, document: after ? collection.get(found.id)?.bytes : found.bytes };
};

const shown = (document: Buffer, projection: Projection | undefined): Buffer =>
  projection ? projection(documentValue(document)) : document;
