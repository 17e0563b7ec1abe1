/** The stream of signed heads; it is not in the tree. */
export const headStream = 'proof-heads';

/**
 * A signed head as it is kept: `revision` is its number (that in its stream, and so many more as restored logs have lost before it), `root`
 * in base64, `hash` of its chain, `signedAt` as ISO 8601.
 */
export type Head = Readonly<{
  revision: number;
  origin: string;
  size: number;
  root: string;
  checkpoint: string;
  hash: string;
  position: number;
  signedAt: string;
}>;

/** A cosignature of a head: the key's name and id (`<name>+<8 hex digits>`), the signature line, when it was given (ISO 8601). */
export type HeadCosignature = Readonly<{ revision: number; key: string; line: string; at: string }>;
