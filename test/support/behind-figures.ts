import type { Answer } from './system.js';

/** A number, and the address that lists what it counts. */
export type Counted = Readonly<{ count: number; cases: string }>;

/** Every number in an answer that says which cases it counts, wherever it stands. */
export const countedIn = (value: unknown): readonly Counted[] => {
  if (typeof value !== 'object' || value === null) return [];
  // What has both is a figure.
  const own = 'count' in value && 'cases' in value ? [value as Counted] : [];
  return [...own, ...Object.values(value).flatMap(countedIn)];
};

/** The ids of the complaints or cases that an address lists, two a page. */
export const idsListed = async (
  get: (address: string) => Promise<Answer>,
  address: string,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body, status }: Answer = await get(`${address}&limit=2${page}`);
    if (status !== 200) throw new Error(`${address} was answered ${status}`);
    ids.push(...body.items.map(({ caseId, complaintId }: Record<string, string>) => complaintId ?? caseId));
    cursor = body.nextCursor;
  } while (cursor !== null);
  return ids;
};
