import type { CommandContext } from '../command-context.js';
import type { EventMetadata } from '../event-store.js';

/** The metadata of an event without its hash. */
export type Unhashed = Omit<EventMetadata, 'hash'>;

type Facts = Readonly<{
  eventId: string;
  context: CommandContext;
  requestDigest: string;
  rulebook: string | null;
  schema: number;
  prevHash: string;
}>;

/** Named in the order of their names, which is the order in which they are written for the hash. */
export const metadataOf = ({ context, ...facts }: Facts): Unhashed => ({
  actor: context.actor,
  causationId: context.causationId,
  correlationId: context.correlationId,
  effectiveAt: context.effectiveAt,
  eventId: facts.eventId,
  office: context.office,
  onBehalfOf: context.onBehalfOf,
  prevHash: facts.prevHash,
  recordedAt: context.recordedAt,
  requestDigest: facts.requestDigest,
  rulebook: facts.rulebook,
  schema: facts.schema,
});

/** True for metadata that this codec wrote; anybody may write to a stream, and metadata is where it shows. */
export const isMetadata = (metadata: unknown): metadata is EventMetadata => {
  if (typeof metadata !== 'object' || metadata === null) return false;
  // Only asked for the types of its members.
  const members = metadata as Readonly<Record<string, unknown>>;
  return texts.every((name) => typeof members[name] === 'string') && Number.isSafeInteger(members['schema']);
};

const texts = ['eventId', 'actor', 'correlationId', 'recordedAt', 'effectiveAt', 'requestDigest', 'prevHash', 'hash'];
