import { canonicalJson } from './canonical-json.js';

/** The hash before the first event of a stream: 64 zeros. */
export const genesisHash = '0'.repeat(64);

/** What the chain reads of an event, as the log holds it: personal data still sealed, `hash` and `prevHash` in the metadata. */
export type ChainedEvent = Readonly<{
  stream: string;
  revision: number;
  type: string;
  data: unknown;
  metadata: Readonly<{ prevHash: string; hash: string }>;
}>;

/** An event before its hash is known: the metadata carries `prevHash` and everything else but `hash`. */
export type UnchainedEvent = Readonly<{
  stream: string;
  revision: number;
  type: string;
  data: unknown;
  metadata: Readonly<{ prevHash: string }>;
}>;

/** SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hex digits. */
export type HashText = (text: string) => string;

/**
 * What the hash of an event is over: the canonical JSON (RFC 8785) of
 * `{"data":…,"metadata":…,"revision":…,"stream":…,"type":…}`, where the metadata is all that the event carries except
 * `hash` itself; `prevHash` is in it and so every event binds the whole stream before it. To recompute it: parse the stored
 * data and metadata, drop `metadata.hash`, add stream, revision and type, write canonically, hash.
 */
export const chainText = ({ data, metadata, ...place }: UnchainedEvent): string =>
  chainTextOf({ ...place, data: canonicalJson(data), metadata: canonicalJson(withoutHash(metadata)) });

/** The same text where the canonical texts of data and metadata are at hand, so that nothing is written twice. */
export const chainTextOf = (
  event: Readonly<{ stream: string; revision: number; type: string; data: string; metadata: string }>,
): string =>
  `{"data":${event.data},"metadata":${event.metadata},"revision":${canonicalJson(event.revision)},` +
  `"stream":${canonicalJson(event.stream)},"type":${canonicalJson(event.type)}}`;

/** Where a chain stands: the last revision and its hash; `revision` -1 and `genesisHash` before the first event. */
export type ChainHead = Readonly<{ revision: number; hash: string }>;

/** The head of a stream without events. */
export const genesis: ChainHead = { revision: -1, hash: genesisHash };

/** `broken` names the first revision that does not hold and why. */
export type ChainVerdict =
  | Readonly<{ intact: true; head: ChainHead }>
  | Readonly<{ intact: false; revision: number; reason: 'gap' | 'link' | 'hash' }>;

/**
 * Recomputes a run of events of one stream, after a head known to be right: `genesis` at its beginning.
 * `gap`: a revision is missing or out of order; `link`: `prevHash` is not the hash before; `hash`: the event is not what was hashed.
 */
export const verifyChainAfter = (
  after: ChainHead,
  events: readonly ChainedEvent[],
  hashText: HashText,
): ChainVerdict => {
  let head = after;
  for (const event of events) {
    const reason = faultOf(event, head, hashText);
    if (reason !== null) return { intact: false, revision: event.revision, reason };
    head = { revision: event.revision, hash: event.metadata.hash };
  }
  return { intact: true, head };
};

const faultOf = (event: ChainedEvent, head: ChainHead, hashText: HashText): 'gap' | 'link' | 'hash' | null => {
  if (event.revision !== head.revision + 1) return 'gap';
  if (event.metadata.prevHash !== head.hash) return 'link';
  return hashText(chainText(event)) === event.metadata.hash ? null : 'hash';
};

const withoutHash = (metadata: Readonly<{ prevHash: string; hash?: string }>): object => {
  const { hash: _hash, ...rest } = metadata;
  return rest;
};
