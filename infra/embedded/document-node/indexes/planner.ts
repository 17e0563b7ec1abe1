import { badValue } from '../errors.js';
import type { Filter } from '../matching/filter.js';
import type { Intervals } from '../matching/intervals.js';
import { idFields, type Collection } from '../storage/collection.js';
import type { Index } from '../storage/index-store.js';
import type { Store } from '../storage/store.js';
import { boundsOf, rangesOf, type Indexed, type Ranges } from './ranges.js';
import { clippedRanges, isShort, type KeyRange } from './clipping.js';
import { textOfFields, type KeyField } from './index-keys.js';

/** What a read asks for; `hint` are the fields of the index that a caller insists on. */
export type Wanted = Readonly<{
  filter: Filter;
  sort: readonly KeyField[];
  limited: boolean;
  hint?: readonly KeyField[] | undefined;
}>;

/** How a read goes through a collection. */
export type Plan = Readonly<{
  /** The index that is walked; absent where the documents themselves are, in the order of `_id`. */
  index: Index | undefined;
  store: Store;
  ranges: readonly KeyRange[];
  /** The keys to fetch one by one, where `_id` alone says it all. */
  points: readonly Buffer[] | undefined;
  reverse: boolean;
  /** Whether the documents come in the order asked for. */
  sorted: boolean;
  /** Whether what the ranges give needs no second look. */
  exact: boolean;
}>;

type Candidate = Readonly<{ index: Index | undefined; store: Store } & Indexed>;

/** Chooses how to read. Throws BadValue (2) where the hint names no index. */
export const planOf = (collection: Collection, wanted: Wanted): Plan => {
  const own: Candidate = { index: undefined, store: collection.store, fields: idFields, holdsArrays: false };
  if (wanted.hint) return planWith(hintedOf([own, ...collection.indexes.map(candidateOf)], wanted.hint), wanted).plan;
  let best = planWith(own, wanted);
  if (best.score === certain) return best.plan;
  for (const index of collection.indexes) {
    const other = planWith(candidateOf(index), wanted);
    if (other.score > best.score) best = other;
  }
  return best.plan;
};

const candidateOf = (index: Index): Candidate => {
  const { store, fields, known } = index;
  return { index, store, fields, holdsArrays: known.holdsArrays };
};

const hintedOf = (candidates: readonly Candidate[], hint: readonly KeyField[]): Candidate => {
  const text = textOfFields(hint);
  const hinted = candidates.find(({ fields }) => textOfFields(fields) === text);
  if (!hinted) throw badValue('error processing query: hint provided does not correspond to an existing index');
  return hinted;
};

const planWith = (candidate: Candidate, wanted: Wanted): { plan: Plan; score: number } => {
  const bounds = boundsOf(wanted.filter, candidate);
  const found = rangesOf(bounds);
  const order = isOrdered(candidate) ? orderOf(candidate, bounds, wanted.sort) : unordered(wanted.sort);
  const plan: Plan = {
    index: candidate.index,
    store: candidate.store,
    ranges: clippedRanges(found.ranges),
    points: idPoints(candidate, bounds, order),
    reverse: order === 'backward',
    sorted: order !== 'other',
    exact: found.ranges.every(isShort) && saysItAll(candidate, wanted.filter, found),
  };
  return { plan, score: scoreOf(candidate, wanted, { found, plan }) };
};

/** The score of a plan that no other can beat: `_id` bound to single values. */
const certain = 1000;

/** The better the fewer documents the ranges promise, then where sorting is saved. */
const scoreOf = (candidate: Candidate, wanted: Wanted, { found, plan }: { found: Ranges; plan: Plan }): number => {
  if (!candidate.index && found.points === 1) return certain;
  const narrowing = found.points * 10 + (found.ranged ? 5 : 0);
  const savesSorting = wanted.sort.length > 0 && plan.sorted;
  return savesSorting ? narrowing + (wanted.limited ? 8 : 4) : narrowing;
};

const idPoints = (
  { index }: Candidate,
  [bounds]: readonly (Intervals | undefined)[],
  order: Order,
): readonly Buffer[] | undefined => {
  if (index || !bounds?.every(({ point }) => point)) return undefined;
  const keys = bounds.map(({ low }) => low);
  return order === 'backward' ? keys.reverse() : keys;
};

/** Whether the ranges hold exactly what passes: every condition is one that an index decides, on a field that the ranges go by. */
const saysItAll = (candidate: Candidate, filter: Filter, found: Ranges): boolean => {
  if (candidate.holdsArrays) return false;
  if (filter.kind === 'and') return filter.parts.every((part) => saysItAll(candidate, part, found));
  if (filter.kind !== 'leaf' || !filter.exact) return false;
  const field = candidate.fields.findIndex(({ path }) => path.text === filter.path.text);
  return field >= 0 && field < found.points + Number(found.ranged);
};

type Order = 'forward' | 'backward' | 'other';

/** Clipped keys do not lie in the order of their values, nor do the items of arrays in that of their documents. */
const isOrdered = ({ index }: Candidate): boolean => !index?.known.clipped && !index?.known.holdsArrays;

const unordered = (sort: readonly KeyField[]): Order => (sort.length === 0 ? 'forward' : 'other');

type Bounds = readonly (Intervals | undefined)[];

/** Whether walking the index gives the order asked for: fields bound to one value may be passed over. */
const orderOf = (candidate: Candidate, bounds: Bounds, sort: readonly KeyField[]): Order => {
  // Entries of an index end with the `_id`.
  const fields = candidate.index ? [...candidate.fields, ...idFields] : candidate.fields;
  const left = [...sort];
  const directions = new Set<Order>();
  fields.forEach((field, i) => {
    if (left.length === 0) return;
    const step = stepOf(field, left[0], isConstant(bounds[i]));
    if (step !== 'skip') left.shift();
    if (step !== 'skip' && step !== 'taken') directions.add(step);
  });
  const [only = 'forward'] = directions;
  return left.length === 0 && directions.size <= 1 ? only : 'other';
};

/** What a field of an index does for the next field of a sort: gives it in a direction, has one value only, or is in the way. */
const stepOf = (field: KeyField, wanted: KeyField | undefined, constant: boolean): Order | 'skip' | 'taken' => {
  const isWanted = wanted?.path.text === field.path.text;
  if (constant) return isWanted ? 'taken' : 'skip';
  if (!isWanted) return 'other';
  return wanted.descending ? 'backward' : 'forward';
};

const isConstant = (intervals: Intervals | undefined): boolean =>
  intervals?.length === 1 && intervals[0]?.point === true;
