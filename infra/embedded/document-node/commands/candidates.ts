import { planOf, type Plan, type Wanted } from '../indexes/planner.js';
import { Scan } from '../reading/scan.js';
import { sortKeyOf } from '../indexes/index-keys.js';
import { asValue, type Collection, type Stored } from '../storage/collection.js';

const scanOf = (collection: Collection, plan: Plan, { filter }: Pick<Wanted, 'filter'>): Scan =>
  new Scan(collection, plan, { filter, onlyCounted: false, expected: 0 });

/** All documents that pass, read at once inside a transaction. */
export const findAll = (collection: Collection, wanted: Omit<Wanted, 'limited'>): Stored[] => {
  const scan = scanOf(collection, planOf(collection, { ...wanted, limited: false }), wanted);
  const found: Stored[] = [];
  for (let step = scan.step(); step; step = scan.step()) found.push(...step);
  return found;
};

/** The first document that passes, in the order asked for. */
export const findFirst = (collection: Collection, wanted: Omit<Wanted, 'limited'>): Stored | undefined => {
  const plan = planOf(collection, { ...wanted, limited: true });
  const scan = scanOf(collection, plan, wanted);
  let best: { key: Buffer; document: Stored } | undefined;
  for (let step = scan.step(); step; step = scan.step()) {
    if (plan.sorted && step[0]) return step[0];
    for (const document of step) {
      const key = sortKeyOf(wanted.sort, asValue(document));
      if (!best || Buffer.compare(key, best.key) < 0) best = { key, document };
    }
  }
  return best?.document;
};

/** The first document that passes as a list of one, or an empty list. */
export const firstOf = (collection: Collection, wanted: Omit<Wanted, 'limited'>): Stored[] => {
  const first = findFirst(collection, wanted);
  return first ? [first] : [];
};
