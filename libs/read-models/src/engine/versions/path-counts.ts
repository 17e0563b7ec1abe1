import type { PlaceKind } from '@app/domain';

/** In how many documents a place differs, or is only in the newer or the older one. */
export type PathCount = Readonly<{ path: string; kind: PlaceKind; documents: number }>;

/** Counts the places at which documents differ; tells so many of them, what most documents have first. */
export const pathCounts = (most: number) => {
  const counts = new Map<string, { path: string; kind: PathCount['kind']; documents: number }>();
  return {
    take: (paths: readonly string[], old: object, fresh: object): void => {
      const found = new Map(paths.map((path) => [`${kindOf(path, old, fresh)} ${inLists(path)}`, path]));
      for (const [key, path] of found) {
        const count = counts.get(key) ?? { path: inLists(path), kind: kindOf(path, old, fresh), documents: 0 };
        count.documents += 1;
        counts.set(key, count);
      }
    },
    result: (): readonly PathCount[] =>
      [...counts.values()]
        .toSorted((one, other) => other.documents - one.documents || (one.path < other.path ? -1 : 1))
        .slice(0, most),
  };
};

/** Every place of a list is one: `/duties/2/due` becomes `/duties/[]/due`. */
const inLists = (path: string): string => path.replaceAll(/\/\d+(?=\/|$)/g, '/[]');

const kindOf = (path: string, old: object, fresh: object): PathCount['kind'] => {
  if (valueAt(old, path) === undefined) return 'NEW';
  return valueAt(fresh, path) === undefined ? 'GONE' : 'DIFFERS';
};

const valueAt = (document: object, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (isHolder(value) ? value[key] : undefined), document);

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
