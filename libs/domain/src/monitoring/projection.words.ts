/** The words in which it is told how projections stand, each set once; they are contract. */

/** What the projectors may be asked to do: with a projection, or to verify the log itself. */
export const jobKinds = ['VERIFY', 'REBUILD', 'VERIFY_LOG'] as const;
export type JobKind = (typeof jobKinds)[number];

/** `ASKED`: no projector has begun; the others: how far it came. */
export const jobStates = ['ASKED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof jobStates)[number];

/** A place in documents of two versions: `DIFFERS`: other values; `NEW`: only the newer version has it; `GONE`: only the older one. */
export const placeKinds = ['DIFFERS', 'NEW', 'GONE'] as const;
export type PlaceKind = (typeof placeKinds)[number];
