import type { QueryRequest } from '../http/query-request.js';

/** How many days ahead is soon, three where nobody says. */
export type Soon = Readonly<{ soonDays?: number | undefined }>;

/** How a caller sees the tabs of the worklist: which cases are theirs, and until when what is due is due soon. */
export const tabViewOf = ({ soonDays = 3 }: Soon, { now, caller }: Pick<QueryRequest, 'now' | 'caller'>) => ({
  soonUntil: new Date(Date.parse(now) + soonDays * dayMs).toISOString(),
  caller: caller.subject,
});

const dayMs = 86_400_000;
