import type { InstantString } from './case/case.types.js';

/** A fact of a case or of a complaint. `at` is when it happened (the metadata also says when it was recorded); names are contract. */
export type Fact<T extends string, Data> = Readonly<{ type: T; data: Readonly<{ at: InstantString } & Data> }>;

/**
 * How an event type is written: the version of its shape, what of it is personal, and how older shapes become this one.
 */
export type EventSchema = Readonly<{
  version: number;
  /**
   * Values sealed before they are written: `at` is the path of the value, `subject` the path of the IIN whose key seals
   * it; `*` stands for each item of an array, the same item in both paths. A null is left as it is.
   */
  personal: readonly Readonly<{ at: string; subject: string }>[];
  /** By the version they lead away from. */
  upcasts?: Readonly<Record<number, (data: object) => object>>;
}>;

/** The schemas of some events: one for each type. */
export type SchemasOf<Event extends Readonly<{ type: string }>> = Readonly<Record<Event['type'], EventSchema>>;

/** The first version of an event that holds nothing personal. */
export const plain: EventSchema = { version: 1, personal: [] };
