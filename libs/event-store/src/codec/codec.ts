import type { UndecodableEvent } from '../errors.js';
import type { DomainEvent, EncodedEvent, Recorded, StoredEvent } from '../event-store.js';
import { clearTexts } from './clear-texts.js';
import { disclosuresOf, type Disclosure } from './disclosures.js';
import { encode, ownerIn, type Draft } from './encode.js';
import { countNaming, type Gone } from './erased-numbers.js';
import type { Seals } from './sealing.js';
import { decodeEach } from './decode.js';
import { checkSchemas, type EventSchema, type EventSchemas } from './event-schema.js';

/** Turns decided events into what the log holds (sealed, hash-chained), and back (unsealed, in the shape written now). */
export interface Codec {
  /** Throws `UnencodableEvent`; what the vault throws passes. */
  encode(draft: Draft): Promise<readonly EncodedEvent[]>;
  /** One call to the vault for all events. Throws `UndecodableEvent` for the first that cannot be read; what the vault throws passes. */
  decode(events: readonly StoredEvent[]): Promise<readonly Recorded[]>;
  /** Like `decode`, with the refusal in place of each event that cannot be read. */
  decodeEach(events: readonly StoredEvent[]): Promise<readonly (Recorded | UndecodableEvent)[]>;
  /** What shows the sealed values of each event, for who may see them. One call to the vault. Throws what the vault throws, `SealBroken` too. */
  disclosures(events: readonly StoredEvent[]): Promise<readonly (readonly Disclosure[])[]>;
  /** The IIN of the person with whose keys that of a stream is destroyed, where one of these events of it says so; null else. */
  ownerIn(events: readonly DomainEvent[]): string | null;
  /** The ids of the keys of those of these persons (IINs) who have one that is not destroyed. What the vault throws passes. */
  keyIdsOf(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The ids of every key that a person has or had, in the order in which they were made; none where nothing was ever sealed for the person. */
  allKeyIdsOf(subject: string): Promise<readonly string[]>;
  /**
   * What outlives the destruction of some keys and is masked at reading from then on: how many words of these events that may name anybody are not
   * sealed, as they are of before that was done, and how many values that other keys seal have the number of a person (IIN). What the
   * vault throws passes.
   */
  countKept(events: readonly StoredEvent[], gone: Gone): Promise<number>;
  /** Keyed digest of a request. */
  digest(text: string): string;
  /** Rises whenever keys were closed or destroyed: what was decoded before may hold what is erased since. */
  readonly epoch: number;
}

/** A codec for the event types of a table. Throws where the table contradicts itself. */
export const createCodec = ({ schemas, vault }: Readonly<{ schemas: EventSchemas; vault: Seals }>): Codec => {
  checkSchemas(schemas);
  return {
    encode: (draft) => encode(draft, schemas, vault),
    decode: async (events) => (await decodeEach(events, schemas, vault)).map(orThrow),
    decodeEach: (events) => decodeEach(events, schemas, vault),
    disclosures: (events) => disclosuresOf(events, vault),
    ownerIn: (events) => ownerIn(events, schemas),
    keyIdsOf: (subjects) => vault.keyIds(subjects),
    allKeyIdsOf: (subject) => vault.allKeyIds(subject),
    countKept: async (events, gone) => {
      const clear = events.map((event) => clearTexts(event, schemaOf(event, schemas)).length);
      return clear.reduce((sum, count) => sum + count, await countNaming(events, gone, vault));
    },
    digest: (text) => vault.digest(text),
    get epoch() {
      return vault.epoch;
    },
  };
};

const schemaOf = ({ type }: StoredEvent, schemas: EventSchemas): EventSchema | undefined =>
  Object.hasOwn(schemas, type) ? schemas[type] : undefined;

const orThrow = (event: Recorded | UndecodableEvent): Recorded => {
  if (event instanceof Error) throw event;
  return event;
};
