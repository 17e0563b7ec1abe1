import type { InstantString } from './case/case.types.js';

/** A fact of a case or of a complaint. `at` is when it happened (the metadata also says when it was recorded); names are contract. */
export type Fact<T extends string, Data> = Readonly<{ type: T; data: Readonly<{ at: InstantString } & Data> }>;

/**
 * How an event type is written: the version of its shape, what of it is personal, and how older shapes become this one.
 */
export type EventSchema = Readonly<{
  version: number;
  /**
   * Values sealed before they are written: `at` is the path of the value, `subject` whose key seals it; `*` stands for each item of an
   * array, the same item in both paths. A null is left as it is. What the key of a stream seals is text.
   */
  personal: readonly Readonly<{ at: string; subject: KeySubject }>[];
  /** The path of the IIN of who applied or complained: with the keys of that person the key of the stream is destroyed. */
  owner?: string;
  /**
   * What of it can be set right, and as what it is read: the path of the value, `*` for each item of a list. What is
   * not named says which application it is, or follows from what is.
   */
  correctable?: Readonly<Record<string, ValueKind>>;
  /** By the version they lead away from. */
  upcasts?: Readonly<Record<number, (data: object) => object>>;
}>;

/**
 * Whose key seals a value: of the person whose IIN stands at a path; of the case or complaint in whose stream the event stands (null); of
 * the stream that a prefix and the id at a path name.
 */
export type KeySubject = string | null | Readonly<{ prefix: string; id: string }>;

/** Words, names and numbers that people enter: they may name anybody, so the key of the case or complaint seals them. */
export const entered = (...paths: readonly string[]): EventSchema['personal'] =>
  paths.map((at) => ({ at, subject: null }));

/**
 * What a value that can be set right is. OWN_DAY is the day of the fact itself, LEGAL_DAY one that was said beside the
 * moment; DAY any other day that is past, DATE any day. MOMENT is past, TIME any instant, WORKING_DAYS how many. The others are
 * each one of the words that the contract knows for it.
 */
export type ValueKind =
  | 'TEXT'
  | 'AMOUNT'
  | 'OWN_DAY'
  | 'LEGAL_DAY'
  | 'DAY'
  | 'DATE'
  | 'MOMENT'
  | 'TIME'
  | 'VOTE'
  | 'GROUND'
  | 'DEFECT_KIND'
  | 'DOCUMENT_TYPE'
  | 'PAPER_FAULT'
  | 'REGISTER_OUTCOME'
  | 'EXTENSION_GROUND'
  | 'COMPLAINT_OUTCOME'
  | 'WORKING_DAYS';

/** The schemas of some events: one for each type. */
export type SchemasOf<Event extends Readonly<{ type: string }>> = Readonly<Record<Event['type'], EventSchema>>;

/** The first version of an event that holds nothing personal. */
export const plain: EventSchema = { version: 1, personal: [] };

/** The first version of an event whose texts are sealed by the key of its stream and can be set right, as can these other values. */
export const textsAnd = (others: Readonly<Record<string, ValueKind>>, ...texts: readonly string[]): EventSchema => ({
  version: 1,
  personal: entered(...texts),
  correctable: { ...others, ...Object.fromEntries(texts.map((path) => [path, 'TEXT' as const])) },
});
