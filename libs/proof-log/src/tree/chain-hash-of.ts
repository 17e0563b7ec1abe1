import type { StoredEvent } from '@app/event-store';
import { NotCanonical } from '@app/proof';
import { chainHash } from '@app/proof/node';

/**
 * The chain hash that an event enters the tree with, 64 hex digits: the one in its metadata. An event from before the hash chain, or of
 * another writer, has none: its hash is computed by the same recipe, with `prevHash` as it stands there, if it does. What has no
 * canonical JSON (bytes, a lone surrogate) enters as `{"$base64":…}` of the bytes or `{"$text":…}` of the JSON as ECMAScript writes it.
 */
export const chainHashOf = (event: StoredEvent): string => {
  const { stream, revision, type, data, metadata } = event;
  if (isHash(metadata.hash)) return metadata.hash;
  const place = { stream, revision, type };
  try {
    return chainHash({ ...place, data, metadata });
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    return chainHash({ ...place, data: said(data), metadata: { ...said(metadata), prevHash: '' } });
  }
};

/** Whether something is 64 lower-case hex digits. */
export const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** `JSON.stringify` writes lone surrogates as escapes, so that its text always has a canonical form. */
const said = (value: unknown): object =>
  value instanceof Uint8Array
    ? { $base64: Buffer.from(value).toString('base64') }
    : { $text: JSON.stringify(value) ?? '' };
