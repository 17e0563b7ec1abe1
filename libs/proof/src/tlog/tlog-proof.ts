import { decimal, fromBase64, hashFromBase64, Malformed, toBase64 } from './bytes.js';
import { type KnownLog, openCheckpoint, type OpenedCheckpoint, parseCheckpoint } from './checkpoint.js';
import type { Crypto, Vkey } from './keys.js';
import { leafHash } from './merkle.js';
import { verifyInclusion } from './verify.js';

/** A proof that an entry is in a log: its index, the inclusion proof, the signed checkpoint, and unauthenticated extra bytes. */
export type TlogProof = Readonly<{
  index: number;
  proof: readonly Uint8Array[];
  checkpoint: string;
  extra?: Uint8Array;
}>;

/** Thrown where an entry is not in the tree that a proof names. */
export class NotIncluded extends Error {
  override readonly name = 'NotIncluded';
}

const firstLine = 'c2sp.org/tlog-proof@v1';

/** The text of a proof, kept in files that end in `.tlog-proof` (C2SP tlog-proof, "Format"). */
export const tlogProofText = ({ index, proof, checkpoint, extra }: TlogProof): string =>
  [
    firstLine,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** Reads a proof; nothing is verified. Throws `Malformed` where it is none to the letter. */
export const parseTlogProof = (text: string): TlogProof => {
  const blank = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(blank, 0)).split('\n');
  if (first !== firstLine) throw new Malformed(`a proof begins with ${firstLine}, and an empty line ends its hashes`);
  const extra = lines[0]?.startsWith('extra ') ? fromBase64((lines.shift() ?? '').slice('extra '.length)) : undefined;
  const index = lines.shift() ?? '';
  if (!index.startsWith('index ')) throw new Malformed('a proof has a line "index <index>"');
  const checkpoint = text.slice(blank + 2);
  parseCheckpoint(checkpoint);
  const proof = { index: decimal(index.slice('index '.length)), proof: lines.map(hashFromBase64), checkpoint };
  return extra === undefined ? proof : { ...proof, extra };
};

/**
 * Verifies that an entry is in the log at the place that a proof names: the checkpoint and who cosigned it. Throws
 * `NotIncluded` where the inclusion proof does not hold, `NotSigned` and `Malformed` as `openCheckpoint` does.
 */
export const verifyTlogProof = async (
  text: string,
  entry: Uint8Array,
  trusted: Readonly<{ log: KnownLog; witnesses?: readonly Vkey[] }>,
  crypto: Crypto,
): Promise<OpenedCheckpoint & Readonly<{ index: number }>> => {
  const { index, proof, checkpoint: note } = parseTlogProof(text);
  const opened = await openCheckpoint(note, trusted, crypto);
  const { size, root } = opened.checkpoint;
  const leaf = leafHash(entry, crypto.sha256);
  if (!verifyInclusion({ index, leaf, size, root, proof }, crypto.sha256)) {
    throw new NotIncluded(`the entry is not the leaf ${index} of the tree of ${size}`);
  }
  return { ...opened, index };
};
