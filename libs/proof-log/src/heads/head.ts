import type { EventSchemas } from '@app/event-store';

/** The stream of signed heads; it is not in the tree. */
export const headStream = 'proof-heads';

/** A checkpoint was signed: its signed note (C2SP tlog-checkpoint), by the log's own key alone. */
export type HeadSigned = Readonly<{ type: 'HeadSigned'; data: Readonly<{ checkpoint: string }> }>;

/** What the codec must know of the events of this stream. */
export const headSchemas: EventSchemas = { HeadSigned: { version: 1, personal: [] } };

/** A signed head as it is kept: `revision` in its stream, `root` in base64, `hash` of its chain, `signedAt` as ISO 8601. */
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
