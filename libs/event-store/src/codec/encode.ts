import { canonicalJson, NotCanonical, type ChainHead } from '@app/proof';
import { chainHashOfTexts } from '@app/proof/node';
import type { CommandContext } from '../command-context.js';
import { UnencodableEvent } from '../errors.js';
import type { DomainEvent, EncodedEvent, JsonObject } from '../event-store.js';
import type { EventSchema, EventSchemas } from './event-schema.js';
import { metadataOf } from './metadata.js';
import { textAt } from './places.js';
import { sealAll, sealsIn, type Seals } from './sealing.js';

/** Decided events on their way into a stream: what they are, where they go, who asked. */
export type Draft = Readonly<{
  stream: string;
  /** Where the chain of the stream stands: the events follow it. */
  after: ChainHead;
  /** The IIN of the person with whose keys that of the stream is destroyed; absent or null where only these events may say it. */
  owner?: string | null;
  events: readonly DomainEvent[];
  /** Id of the nth event: see `eventIdOf`. */
  idOf: (index: number) => string;
  context: CommandContext;
  /** `digest` of the context's request. */
  requestDigest: string;
  rulebook: string | null;
}>;

/** Seals, writes canonically once, and chains. */
export const encode = async (draft: Draft, schemas: EventSchemas, vault: Seals): Promise<readonly EncodedEvent[]> => {
  try {
    const identified = draft.events.map(({ type, data }, index) => {
      const { version, personal } = schemaOf(type, schemas);
      return { stream: draft.stream, id: draft.idOf(index), type, data, version, personal };
    });
    const sealed = await sealAll(identified, draft.owner ?? ownerIn(draft.events, schemas), vault);
    return chain(
      draft,
      identified.map(({ id, type, version, data }, index) => ({
        id,
        type,
        version,
        ...(sealed[index] ?? { data, seals: 0 }),
      })),
    );
  } catch (error) {
    if (error instanceof NotCanonical) throw new UnencodableEvent(error.message, { cause: error });
    throw error;
  }
};

/** The IIN of the person with whose keys that of a stream is destroyed, where one of its events says it; null else, and where that was erased. */
export const ownerIn = (events: readonly DomainEvent[], schemas: EventSchemas): string | null => {
  for (const { type, data } of events) {
    const path = Object.hasOwn(schemas, type) ? schemas[type]?.owner : undefined;
    const owner = path === undefined ? null : textAt(data, path);
    if (owner !== null) return owner;
  }
  return null;
};

type Sealed = Readonly<{ id: string; type: string; version: number; data: object; seals: number }>;

const chain = (draft: Draft, events: readonly Sealed[]): readonly EncodedEvent[] => {
  const { stream, context, requestDigest, rulebook } = draft;
  let { revision, hash: prevHash } = draft.after;
  return events.map(({ id, type, version, data, seals }) => {
    revision += 1;
    const unhashed = metadataOf({ eventId: id, context, requestDigest, rulebook, schema: version, prevHash });
    const text = canonicalJson(data);
    if (sealsIn(text) !== seals) throw new UnencodableEvent(`${type}: $sealed is a name that only the vault may use`);
    const hash = chainHashOfTexts({ stream, revision, type, data: text, metadata: canonicalJson(unhashed) });
    prevHash = hash;
    // Canonical JSON refused everything that is not JSON.
    const json = data as JsonObject;
    return { id, type, data: json, metadata: { ...unhashed, hash }, dataBytes: Buffer.byteLength(text) };
  });
};

const schemaOf = (type: string, schemas: EventSchemas): EventSchema => {
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) throw new UnencodableEvent(`${type} is in no table of event types`);
  return schema;
};
