import { decimal, hashFromBase64, isPosition, Malformed, toBase64 } from './bytes.js';
import { cosignedMessage, timestampedSignature } from './cosignature.js';
import { type Crypto, signatureTypes, type Signer, type Vkey } from './keys.js';
import { NotSigned, openNote, parseNote, signatureLine, signNote, type Verified } from './note.js';

/** A tree head: the log's origin, the tree's size in leaves, its root hash (32 bytes), and extension lines, best none. */
export type Checkpoint = Readonly<{ origin: string; size: number; root: Uint8Array; extensions?: readonly string[] }>;

/** A log as others know it: its origin and its verifier keys (more than one while a key is replaced). */
export type KnownLog = Readonly<{ origin: string; vkeys: readonly Vkey[] }>;

/** The note text of a checkpoint (C2SP tlog-checkpoint, "Note text"). Throws `Malformed` for what it cannot say. */
export const checkpointText = ({ origin, size, root, extensions = [] }: Checkpoint): string => {
  const text = [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join('');
  if (!isPosition(size) || [origin, ...extensions].some((line) => line.includes('\n'))) {
    throw new Malformed('a checkpoint has a size of at most 2^53 - 1, and an origin and extensions of one line each');
  }
  parseCheckpointText(text);
  return text;
};

/** Reads a checkpoint's note text. Throws `Malformed` where it is none, and for a size beyond 2^53 - 1. */
export const parseCheckpointText = (text: string): Checkpoint => {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  if (origin === '' || rest.at(-1) !== '' || extensions.includes('')) {
    throw new Malformed(
      'a checkpoint has an origin, a size, a root and maybe extensions, each a line that is not empty',
    );
  }
  const head = { origin, size: decimal(size), root: hashFromBase64(root) };
  return extensions.length === 0 ? head : { ...head, extensions };
};

/** Reads the checkpoint of a signed note without verifying who signed it. Throws `Malformed` where it is none. */
export const parseCheckpoint = (note: string): Checkpoint => parseCheckpointText(parseNote(note).text);

/** Signs a checkpoint: the signed note. Throws `Malformed` for what a checkpoint cannot say. */
export const signCheckpoint = (checkpoint: Checkpoint, signer: Signer): Promise<string> =>
  signNote(checkpointText(checkpoint), signer);

/** A checkpoint that its log has signed, and which of the known witnesses cosigned it, each with its timestamp. */
export type OpenedCheckpoint = Readonly<{ checkpoint: Checkpoint; cosignatures: readonly Cosignature[] }>;

/** A verified cosignature: the witness and when it saw the checkpoint, in seconds since the Epoch. */
export type Cosignature = Readonly<{ vkey: Vkey; timestamp: number }>;

/**
 * Verifies a checkpoint: its origin is the log's, a key of the log has signed it, and every signature of a known witness
 * holds. Unknown signatures are ignored. Throws `NotSigned` where that is not so and `Malformed` where it is none.
 */
export const openCheckpoint = async (
  note: string,
  { log, witnesses = [] }: Readonly<{ log: KnownLog; witnesses?: readonly Vkey[] }>,
  crypto: Crypto,
): Promise<OpenedCheckpoint> => {
  const checkpoint = parseCheckpoint(note);
  if (checkpoint.origin !== log.origin) throw new NotSigned(`the origin is ${checkpoint.origin}, not ${log.origin}`);
  const { verified } = await openNote(note, [...log.vkeys, ...witnesses], crypto);
  if (!verified.some(({ vkey }) => log.vkeys.includes(vkey))) throw new NotSigned('no key of the log has signed this');
  return { checkpoint, cosignatures: verified.filter(isCosignature) };
};

/**
 * Cosigns a checkpoint: the signature line for its note. `timestamp` is in seconds since the Epoch. It is for the caller
 * to have checked the log's signature and consistency before. Throws `Malformed` where the note is no checkpoint.
 */
export const cosign = async (note: string, signer: Signer, timestamp: number): Promise<string> => {
  const { text } = parseNote(note);
  parseCheckpointText(text);
  const { vkey, sign } = signer;
  if (vkey.type !== signatureTypes.cosignature) throw new Malformed(`${vkey.name} is no key for cosignatures`);
  const signature = timestampedSignature(timestamp, await sign(cosignedMessage(text, timestamp)));
  return signatureLine({ name: vkey.name, id: vkey.id, signature });
};

const isCosignature = (verified: Verified): verified is Cosignature => verified.timestamp !== undefined;
