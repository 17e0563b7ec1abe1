import { hash } from 'node:crypto';

/** The name space of event ids, the uuid 6f0a0c52-7d0b-5a55-9d3c-0f6f2e1d4a37; never changes. */
const eventIds = Buffer.from('6f0a0c527d0b5a559d3c0f6f2e1d4a37', 'hex');

/**
 * Id (a uuid of version 5) of the nth event, from 0, that a request with this idempotency key writes to a stream: the same
 * request, the same ids, in any process. The stream is part of it, since one request may write to two (a claim and its case).
 */
export const eventIdOf = (idempotencyKey: string, index: number, stream: string): string => {
  const name = Buffer.from(`${stream} ${index} ${idempotencyKey}`);
  const digits = hash('sha1', Buffer.concat([eventIds, name]), 'hex');
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) & 3);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
};
