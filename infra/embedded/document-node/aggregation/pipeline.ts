import { badValue, notImplemented } from '../errors.js';
import { refuseTooManyValues } from '../bson/checks.js';
import { documentValue, fieldsOf, itemsOf, textOf, Type, type Value } from '../bson/value.js';
import type { KeyField } from '../indexes/index-keys.js';
import { anything, matches, parseFilter } from '../matching/filter.js';
import { openQuery, type Source } from '../reading/query.js';
import type { Collection } from '../storage/collection.js';
import { Editable, placeOf } from '../updating/editable.js';
import { grouped, parseGroup, parsePath } from './group.js';

/** A stage of a pipeline: makes of the documents before it the documents after it. */
type Stage = Readonly<{
  over: (source: Source) => Source;
  /** Whether it looks at nothing in the documents, as counting does. */
  onlyCounts: boolean;
}>;

/** A stage as it was given. */
type Named = Readonly<{ name: string; value: Value }>;

/** The limit of the real server. */
const mostStages = 1_000;

/** Opens a pipeline over a collection. A `$match` that it begins with is read through indexes. */
export const openPipeline = (
  collection: Collection | undefined,
  pipeline: readonly Value[],
  hint: readonly KeyField[] | undefined,
): Source => {
  if (pipeline.length > mostStages) throw notImplemented(`a pipeline of more than ${mostStages} stages`);
  for (const stage of pipeline) refuseTooManyValues(stage, 'a pipeline stage');
  const named = pipeline.map(namedStage);
  const first = named[0]?.name === '$match' ? named.shift() : undefined;
  const filter = first ? parseFilter(first.value) : anything;
  const stages = named.map(parseStage);
  const shape = { filter, sort: [], hint, limit: 0, onlyCounted: stages[0]?.onlyCounts ?? false };
  return stages.reduce((source, stage) => stage.over(source), openQuery(collection, shape));
};

const namedStage = (stage: Value): Named => {
  const [first, ...others] = stage.type === Type.object ? fieldsOf(stage) : [];
  if (!first || others.length > 0)
    throw badValue('A pipeline stage specification object must contain exactly one field.');
  return { name: first[0], value: first[1] };
};

const parseStage = ({ name, value }: Named): Stage => {
  const parse = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (!parse) throw notImplemented(`the aggregation stage ${name}`);
  return parse(value);
};

const stages: Readonly<Record<string, (value: Value) => Stage>> = {
  $match: (value) => {
    const filter = parseFilter(value);
    return each((document) => (matches(filter, documentValue(document)) ? [document] : []));
  },
  $unwind: (value) => {
    if (value.type !== Type.string) throw notImplemented('$unwind with options');
    const names = parsePath(textOf(value)).text.split('.');
    return each((document) => unwound(document, names));
  },
  $group: (value) => {
    const grouping = parseGroup(value);
    return { over: (source) => grouped(source, grouping), onlyCounts: grouping.id.isConstant };
  },
};

/** A stage that makes of each document any number of documents. */
const each = (transform: (document: Buffer) => readonly Buffer[]): Stage => ({
  onlyCounts: false,
  over: (source) => {
    let waiting: readonly Buffer[] = [];
    let at = 0;
    return {
      next: async (pace) => {
        while (at === waiting.length) {
          await pace.rest();
          const document = await source.next(pace);
          if (document === null) return null;
          waiting = transform(document);
          at = 0;
        }
        return waiting[at++] ?? null;
      },
    };
  },
});

/** One document for each item of an array, and none where there is no item. */
const unwound = (document: Buffer, names: readonly string[]): readonly Buffer[] => {
  const editable = Editable.of(documentValue(document));
  const place = placeOf(editable, names);
  const value = place?.parent.get(place.name);
  if (!place || !value || value.type === Type.null || value.type === Type.undefined) return [];
  if (value.type !== Type.array) return [document];
  return itemsOf(value).map((item) => {
    place.parent.set(place.name, item);
    return editable.toBytes();
  });
};
