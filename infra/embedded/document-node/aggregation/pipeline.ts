import { badValue, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/types.js';
import { documentValue, fieldsOf, numberOf, textOf, type Value } from '../bson/value.js';
import { anything, matches, type Filter } from '../matching/filter.js';
import { refuseTooManyValues } from '../matching/most-values.js';
import { parseFilter } from '../matching/parse-filter.js';
import type { Hint } from '../indexes/planner.js';
import type { KeyField } from '../indexes/index-keys.js';
import { forEachDocument, openQuery, type Source } from '../reading/query.js';
import { parseSort } from '../reading/parse-sort.js';
import { Sorter } from '../reading/sorter.js';
import type { Collection } from '../storage/collection.js';
import { group, readsNothing } from './group.js';
import { each, later, type Stage } from './stage.js';
import { unwind } from './unwinding.js';

/** A stage as it was given. */
type Named = Readonly<{ name: string; value: Value }>;

/** The limit of the real server. */
const mostStages = 1_000;

/** Opens a pipeline over a collection. What it begins with ($match, $sort, $skip, $limit) is read through indexes. */
export const openPipeline = (
  collection: Collection | undefined,
  pipeline: readonly Value[],
  hint: Hint | undefined,
): Source => {
  if (pipeline.length > mostStages) throw notImplemented(`a pipeline of more than ${mostStages} stages`);
  for (const stage of pipeline) refuseTooManyValues(stage, 'a pipeline stage');
  const stages = pipeline.map(namedStage);
  const { shape, taken } = leading(stages);
  const rest = chain(stages.slice(taken));
  return rest(openQuery(collection, { ...shape, hint, onlyCounted: onlyCounts(stages[taken]) }));
};

/** Whether a stage looks at nothing in the documents, as counting does. */
const onlyCounts = (stage: Named | undefined): boolean => {
  if (stage?.name === '$count') return true;
  return stage?.name === '$group' && readsNothing(stage.value);
};

const namedStage = (stage: Value): Named => {
  const [first, ...others] = stage.type === Type.object ? fieldsOf(stage) : [];
  if (!first || others.length > 0)
    throw badValue('A pipeline stage specification object must contain exactly one field.');
  return { name: first[0], value: first[1] };
};

type Leading = { filter: Filter; sort: readonly KeyField[]; skip: number; limit: number };

/** The stages at the beginning that make up one query, each at most once and in the order of a query. */
const leading = (stages: readonly Named[]): { shape: Leading; taken: number } => {
  const shape: Leading = { filter: anything, sort: [], skip: 0, limit: 0 };
  const order = ['$match', '$sort', '$skip', '$limit'];
  let taken = 0;
  for (const name of order) {
    const stage = stages[taken];
    if (stage?.name !== name) continue;
    if (name === '$match') shape.filter = parseFilter(stage.value);
    if (name === '$sort') shape.sort = parseSort(stage.value);
    if (name === '$skip') shape.skip = wholeNumber(stage, 0);
    if (name === '$limit') shape.limit = wholeNumber(stage, 1);
    taken += 1;
  }
  return { shape, taken };
};

const chain = (stages: readonly Named[]): Stage => {
  const parsed = stages.map((stage, i) => parseStage(stage, stages[i + 1]));
  return (source) => parsed.reduce((before, stage) => stage(before), source);
};

const parseStage = (stage: Named, next: Named | undefined): Stage => {
  const parse = Object.hasOwn(stages, stage.name) ? stages[stage.name] : undefined;
  if (!parse) throw notImplemented(`the aggregation stage ${stage.name}`);
  return parse(stage, next);
};

const stages: Readonly<Record<string, (stage: Named, next: Named | undefined) => Stage>> = {
  $match: ({ value }) => {
    const filter = parseFilter(value);
    return each((document) => (matches(filter, documentValue(document)) ? [document] : []));
  },
  $sort: ({ value }, next) => sorted(parseSort(value), next?.name === '$limit' ? wholeNumber(next, 1) : Infinity),
  $skip: (stage) => skipped(wholeNumber(stage, 0)),
  $limit: (stage) => limited(wholeNumber(stage, 1)),
  $count: ({ value }) => counted(value.type === Type.string ? textOf(value) : ''),
  $group: ({ value }) => group(value),
  $unwind: ({ value }) => unwind(value),
};

const wholeNumber = ({ name, value }: Named, least: number): number => {
  const number = numberOf(value);
  if (number === undefined || !Number.isInteger(number) || number < least)
    throw badValue(`invalid argument to ${name} stage: expected a whole number of at least ${least}`);
  return number;
};

const sorted = (fields: readonly KeyField[], limit: number): Stage => {
  if (fields.length === 0) throw badValue('$sort stage must have at least one sort key');
  return (source) =>
    later(async (pace) => {
      const sorter = new Sorter(fields, limit);
      await forEachDocument(source, pace, (document) => sorter.add(document));
      return sorter.finish();
    });
};

const skipped = (count: number): Stage => {
  return (source) => {
    let left = count;
    return {
      next: async (pace) => {
        for (; left > 0; left -= 1) if ((await source.next(pace)) === null) return null;
        return source.next(pace);
      },
    };
  };
};

const limited = (count: number): Stage => {
  return (source) => {
    let left = count;
    return { next: (pace) => (left-- > 0 ? source.next(pace) : null) };
  };
};

/** Nothing at all is counted to no document, not to 0. */
const counted = (name: string): Stage => {
  if (name === '' || name.startsWith('$') || name.includes('.')) throw badValue('the count field must be a plain name');
  return (source) =>
    later(async (pace) => {
      let count = 0;
      await forEachDocument(source, pace, () => (count += 1));
      return count === 0 ? [] : [new DocumentWriter().begin().int(name, count).end().finish()];
    });
};
