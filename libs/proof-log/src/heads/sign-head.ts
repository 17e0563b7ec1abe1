import { randomUUID } from 'node:crypto';
import { eventIdOf, type Codec, type EncodedEvent } from '@app/event-store';
import { signCheckpoint, type ChainHead } from '@app/proof';
import { headStream } from './head.js';
import type { LogIdentity } from './proof-key.js';

/** What is to be signed, behind which event of the stream; `now` is ISO 8601. */
export type ToSign = Readonly<{ size: number; root: Uint8Array; after: ChainHead; now: string }>;

/** Signs a checkpoint and makes the event of it, which follows the head before it in the chain of its stream. */
export const signedHeadEvent = async (
  { size, root, after, now }: ToSign,
  { origin, signer }: LogIdentity,
  codec: Pick<Codec, 'encode' | 'digest'>,
): Promise<readonly EncodedEvent[]> => {
  const event = { type: 'HeadSigned', data: { checkpoint: await signCheckpoint({ origin, size, root }, signer) } };
  const { revision } = after;
  const idempotencyKey = `head ${origin} ${size}`;
  return codec.encode({
    stream: headStream,
    after,
    events: [event],
    idOf: (index) => eventIdOf(`${idempotencyKey} ${revision + 1}`, index, headStream),
    context: {
      actor: 'proof-log',
      onBehalfOf: null,
      office: null,
      correlationId: randomUUID(),
      causationId: null,
      idempotencyKey,
      expectedRevision: revision,
      request: idempotencyKey,
      recordedAt: now,
      effectiveAt: now,
    },
    requestDigest: codec.digest(idempotencyKey),
    rulebook: null,
  });
};
