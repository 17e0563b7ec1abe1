/** The most paths named of one document. */
const mostPaths = 20;

/**
 * Where two documents differ: paths such as `/duties/2/due`, `/` for the whole, at most 20. Without values, which may be
 * personal. What is undefined on one side and absent on the other is equal, as it is to the database.
 */
export const differences = (one: unknown, other: unknown): readonly string[] => {
  const paths: string[] = [];
  compare(one, other, '', paths);
  return paths;
};

const compare = (one: unknown, other: unknown, path: string, paths: string[]): void => {
  if (paths.length >= mostPaths || isSame(one, other)) return;
  if (isHolder(one) && isHolder(other) && Array.isArray(one) === Array.isArray(other))
    for (const key of keysOf(one, other)) compare(one[key], other[key], `${path}/${key}`, paths);
  else paths.push(path || '/');
};

const keysOf = (one: object, other: object): ReadonlySet<string> =>
  new Set([...Object.keys(one), ...Object.keys(other)]);

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || (one instanceof Date && other instanceof Date && one.getTime() === other.getTime());
