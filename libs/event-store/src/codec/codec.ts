import type { ChainHead } from '@app/proof';
import type { Vault } from '@app/vault';
import type { CommandContext } from '../command-context.js';
import type { UndecodableEvent } from '../errors.js';
import type { DomainEvent, EncodedEvent, Recorded, StoredEvent } from '../event-store.js';

/** Decided events on their way into a stream: what they are, where they go, who asked. */
export type Draft = Readonly<{
  stream: string;
  /** Where the chain of the stream stands: the events follow it. */
  after: ChainHead;
  events: readonly DomainEvent[];
  /** Id of the nth event: see `eventIdOf`. */
  idOf: (index: number) => string;
  context: CommandContext;
  /** `digest` of the context's request. */
  requestDigest: string;
  rulebook: string | null;
}>;

/** Turns decided events into what the log holds (sealed, hash-chained), and back (unsealed, in the shape written now). */
export interface Codec {
  /** Throws `UnencodableEvent`; what the vault throws passes. */
  encode(draft: Draft): Promise<readonly EncodedEvent[]>;
  /** One call to the vault for all events. Throws `UndecodableEvent` for the first that cannot be read; what the vault throws passes. */
  decode(events: readonly StoredEvent[]): Promise<readonly Recorded[]>;
  /** Like `decode`, with the refusal in place of each event that cannot be read. */
  decodeEach(events: readonly StoredEvent[]): Promise<readonly (Recorded | UndecodableEvent)[]>;
  /** Keyed digest of a request. */
  digest(text: string): string;
}

/** The vault, as far as a codec needs it. */
export type Seals = Pick<Vault, 'seal' | 'unseal' | 'digest'>;
