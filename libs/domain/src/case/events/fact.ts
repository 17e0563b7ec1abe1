import type { InstantString } from '../case.types.js';

/** A fact of a case. `at` is when it happened (the metadata also says when it was recorded); names are contract. */
export type Fact<T extends string, Data> = Readonly<{ type: T; data: Readonly<{ at: InstantString } & Data> }>;
