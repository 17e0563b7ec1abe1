import type { FieldPath } from '../bson/path.js';
import type { Filter, LeafFilter } from '../matching/filter.js';
import { intersection, union, type Intervals } from '../matching/intervals.js';
import type { KeyField } from './index-keys.js';

/** The fields of an index, and per field how many names down its path arrays were seen. */
export type Indexed = Readonly<{ fields: readonly KeyField[]; arrayDepths: readonly ReadonlySet<number>[] }>;

/** One condition of a filter on one field; all conditions with one `group` are about the same item of an array. */
type Condition = Readonly<{ intervals: Intervals; group?: Group }>;
type Group = Extract<Filter, { kind: 'elements' | 'items' }>;

/**
 * Per field of the index where in it all documents lie that pass the filter; undefined where the filter does not say. Two conditions
 * on a field that holds arrays may be met by two items, so only one of them counts, unless an `$elemMatch` ties them together.
 */
export const boundsOf = (filter: Filter, { fields, arrayDepths }: Indexed): (Intervals | undefined)[] => {
  const conditions = fields.map(({ path }) => conditionsOn(filter, path));
  const firstWithArrays = fields.findIndex((_, i) => hasArrays(arrayDepths[i]) && conditions[i]?.length);
  const group = conditions[firstWithArrays]?.find((one) => one.group)?.group;
  const usableGroup = group && tiesTogether(group, arrayDepths) ? group : undefined;
  return conditions.map((all, i) => {
    if (!hasArrays(arrayDepths[i])) return intersectAll(all);
    if (usableGroup) return intersectAll(all.filter((one) => one.group === usableGroup));
    return i === firstWithArrays ? all[0]?.intervals : undefined;
  });
};

const hasArrays = (depths: ReadonlySet<number> | undefined): boolean => (depths?.size ?? 0) > 0;

/** Whether no array lies below the items that the `$elemMatch` is about. */
const tiesTogether = ({ path }: Group, arrayDepths: Indexed['arrayDepths']): boolean =>
  arrayDepths.every((depths) => [...depths].every((depth) => depth <= path.names.length));

/** The smallest first: what is in all is no more than what is in that one. */
const intersectAll = (conditions: readonly Condition[]): Intervals | undefined => {
  const [first, ...rest] = [...conditions].sort((a, b) => a.intervals.length - b.intervals.length);
  return first && rest.reduce((common, { intervals }) => intersection(common, intervals), first.intervals);
};

/** What a filter says about the field at `path`, each condition by itself. */
const conditionsOn = (filter: Filter, path: FieldPath): Condition[] => {
  switch (filter.kind) {
    case 'leaf':
      return filter.path.text === path.text ? conditionOf(filter) : [];
    case 'and':
      return filter.parts.flatMap((part) => conditionsOn(part, path));
    case 'or':
      return eitherOf(filter.parts, path);
    case 'elements':
      return insideElements(filter, path);
    case 'items':
      return insideItems(filter, path);
    default:
      return [];
  }
};

const conditionOf = ({ intervals }: LeafFilter): Condition[] => (intervals ? [{ intervals }] : []);

/** Every branch has to say something; of several conditions in a branch the first counts, as it alone holds with arrays too. */
const eitherOf = (parts: readonly Filter[], path: FieldPath): Condition[] => {
  const branches = parts.map((part) => conditionsOn(part, path)[0]);
  if (branches.some((branch) => branch === undefined)) return [];
  return [{ intervals: union(branches.flatMap((branch) => branch?.intervals ?? [])) }];
};

const insideElements = (filter: Group, path: FieldPath): Condition[] => {
  const prefix = `${filter.path.text}.`;
  if (!path.text.startsWith(prefix)) return [];
  const inner: FieldPath = { ...path, text: path.text.slice(prefix.length) };
  return grouped(filter, conditionsOn(filter.inner, inner));
};

const insideItems = (filter: Group, path: FieldPath): Condition[] =>
  filter.path.text === path.text ? grouped(filter, conditionsOnItem(filter.inner)) : [];

const conditionsOnItem = (filter: Filter): Condition[] => {
  if (filter.kind === 'and') return filter.parts.flatMap(conditionsOnItem);
  return filter.kind === 'leaf' ? conditionOf(filter) : [];
};

const grouped = (group: Group, conditions: readonly Condition[]): Condition[] =>
  conditions.map(({ intervals }) => ({ intervals, group }));
