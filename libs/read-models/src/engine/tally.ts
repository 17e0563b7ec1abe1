import { hash } from 'node:crypto';

/**
 * Which events went into something: how many, and a digest of their ids that does not depend on their order (the sum of their
 * SHA-256 modulo 2^256, in hex). An event that is lost, taken twice, or taken for another changes it.
 */
export type Tally = Readonly<{ count: number; digest: string }>;

const modulus = 1n << 256n;

/** The tally with one event more. */
export const withEvent = (tally: Tally | undefined, eventId: string): Tally => ({
  count: (tally?.count ?? 0) + 1,
  digest: hexOf(sumOf(numberOf(tally?.digest ?? '0'), digestOf(eventId))),
});

/** What one event adds to a digest. */
export const digestOf = (eventId: string): bigint => numberOf(hash('sha256', eventId, 'hex'));

export const sumOf = (one: bigint, other: bigint): bigint => (one + other) % modulus;

/** What is left of a digest without another. */
export const lessOf = (one: bigint, other: bigint): bigint => (one - other + modulus) % modulus;

export const numberOf = (hex: string): bigint => BigInt(`0x${hex}`);

export const hexOf = (digest: bigint): string => digest.toString(16).padStart(64, '0');
