/**
 * Whose key seals a value: of the person whose IIN stands at a path, of the event's own stream (null), or of the stream that a prefix
 * and the id at a path name.
 */
export type KeySubject = string | null | Readonly<{ prefix: string; id: string }>;

/**
 * Where in an event's data personal data stands, and whose key seals it. Dots part names; `*` means every item of a list. What the key of a
 * stream seals is text.
 */
export type PersonalPath = Readonly<{ at: string; subject: KeySubject }>;

/** What the codec must know of one event type; the domain owns the table. */
export type EventSchema = Readonly<{
  /** Version of the shape that is written now, from 1. */
  version: number;
  personal: readonly PersonalPath[];
  /** The path of the IIN with whose keys the key of the stream is destroyed; of the event that begins a stream. */
  owner?: string;
  /** From a version to the next: `upcasts[1]` makes version 2 of version 1. Pure; must bear values that were erased. */
  // Old shapes have no type of their own any more: only the upcaster knows them.
  upcasts?: Readonly<Record<number, (data: never) => object>>;
}>;

/** Every event type that may be written or read. */
export type EventSchemas = Readonly<Record<string, EventSchema>>;

/** Throws where a table contradicts itself: a version below 1, or a personal path inside another one. */
export const checkSchemas = (schemas: EventSchemas): void => {
  for (const [type, { version, personal }] of Object.entries(schemas)) {
    if (!Number.isSafeInteger(version) || version < 1) throw new Error(`${type}: versions are counted from 1`);
    for (const { at } of personal) {
      const inner = personal.find((other) => other.at.startsWith(`${at}.`));
      if (inner) throw new Error(`${type}: ${inner.at} lies inside ${at}, which is sealed as a whole`);
    }
  }
};
