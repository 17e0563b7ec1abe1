import { decimal, hashFromBase64, isPosition, Malformed, toBase64 } from './bytes.js';
import { type Checkpoint, type KnownLog, openCheckpoint, parseCheckpoint } from './checkpoint.js';
import type { Crypto } from './keys.js';
import { emptyRoot } from './merkle.js';
import { NotSigned, parseSignatureLines, signatureLine } from './note.js';
import { verifyConsistency } from './verify.js';

/** The path of `add-checkpoint` below a witness's submission prefix. */
export const addCheckpointPath = '/add-checkpoint';

/** The media type of a 409 that tells the size a witness knows. */
export const sizeMediaType = 'text/x.tlog.size';

/** A request to a witness: the size it last cosigned, the consistency proof from there (32 bytes a hash), the signed note. */
export type AddCheckpoint = Readonly<{ oldSize: number; proof: readonly Uint8Array[]; checkpoint: string }>;

/**
 * What a witness answers. `cosigned` (200): its signature lines; `known-size` (409): the size it last cosigned;
 * `refused`: 400 not of its form, or an old size above the new; 403 no trusted signature; 404 an unknown origin; 409 the
 * same size with another root; 422 a consistency proof that does not hold; or whatever else a server may say.
 */
export type AddCheckpointAnswer =
  | Readonly<{ kind: 'cosigned'; lines: readonly string[] }>
  | Readonly<{ kind: 'known-size'; size: number }>
  | Readonly<{ kind: 'refused'; status: number; reason: string }>;

/** An answer as it goes over HTTP. */
export type HttpAnswer = Readonly<{ status: number; contentType: string; body: string }>;

/** A consistency proof has at most so many hashes (C2SP tlog-witness, "add-checkpoint"). */
const mostProofLines = 63;

/** The body of an `add-checkpoint` request. */
export const addCheckpointBody = ({ oldSize, proof, checkpoint }: AddCheckpoint): string =>
  `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;

/** Reads the body of an `add-checkpoint` request. Throws `Malformed` (the answer is 400) where it is none. */
export const parseAddCheckpoint = (body: string): AddCheckpoint => {
  const blank = body.indexOf('\n\n');
  const [old = '', ...proof] = body.slice(0, Math.max(blank, 0)).split('\n');
  if (!old.startsWith('old ')) throw new Malformed('the first line is "old <size>", and an empty line ends the proof');
  if (proof.length > mostProofLines) throw new Malformed(`a consistency proof has at most ${mostProofLines} lines`);
  const checkpoint = body.slice(blank + 2);
  parseCheckpoint(checkpoint);
  return { oldSize: decimal(old.slice('old '.length)), proof: proof.map(hashFromBase64), checkpoint };
};

/** An answer as a witness sends it. */
export const addCheckpointAnswer = (answer: AddCheckpointAnswer): HttpAnswer => {
  switch (answer.kind) {
    case 'cosigned':
      return { status: 200, contentType: plainText, body: answer.lines.join('') };
    case 'known-size':
      return { status: 409, contentType: sizeMediaType, body: `${answer.size}\n` };
    case 'refused':
      return { status: answer.status, contentType: plainText, body: `${answer.reason}\n` };
  }
};

/**
 * Reads the answer of a witness. The lines of a `cosigned` one are read but not verified: add them to the checkpoint and
 * open it. Throws `Malformed` where a 200 bears no signature lines or a 409 of its media type no size.
 */
export const parseAddCheckpointAnswer = ({ status, contentType, body }: HttpAnswer): AddCheckpointAnswer => {
  if (status === 200) {
    const lines = parseSignatureLines(body).map(signatureLine);
    if (lines.length === 0) throw new Malformed('a witness answers with at least one signature line');
    return { kind: 'cosigned', lines };
  }
  if (status === 409 && contentType.split(';')[0]?.trim() === sizeMediaType) {
    if (!body.endsWith('\n')) throw new Malformed('a size ends in a newline');
    return { kind: 'known-size', size: decimal(body.slice(0, -1)) };
  }
  return { kind: 'refused', status, reason: body.trim() };
};

/** The last checkpoint that a witness has cosigned for an origin. */
export type WitnessedHead = Readonly<{ size: number; root: Uint8Array }>;

/** What a witness knows: the logs it serves, and by origin the head it last cosigned (`undefined` before the first). */
export type WitnessState = Readonly<{
  logs: readonly KnownLog[];
  headOf: (origin: string) => WitnessedHead | undefined;
}>;

/**
 * What a witness has to do with a request, in the order of checks of C2SP tlog-witness: `accepted`, to be kept and then
 * cosigned, or the answer that says no. Asking for the head and keeping the new one must be one step for an origin.
 */
export const judgeAddCheckpoint = async (
  body: string,
  { logs, headOf }: WitnessState,
  crypto: Crypto,
): Promise<Readonly<{ kind: 'accepted'; checkpoint: Checkpoint; note: string }> | AddCheckpointAnswer> => {
  try {
    const request = parseAddCheckpoint(body);
    const { origin } = parseCheckpoint(request.checkpoint);
    const log = logs.find((known) => known.origin === origin);
    if (log === undefined) return refused(404, `the origin ${origin} is not known here`);
    const { checkpoint } = await openCheckpoint(request.checkpoint, { log }, crypto);
    const no = objection(request, { checkpoint, head: headOf(origin) }, crypto);
    return no ?? { kind: 'accepted', checkpoint, note: request.checkpoint };
  } catch (error) {
    if (error instanceof Malformed) return refused(400, error.message);
    if (error instanceof NotSigned) return refused(403, error.message);
    throw error;
  }
};

const plainText = 'text/plain; charset=utf-8';

const refused = (status: number, reason: string): AddCheckpointAnswer => ({ kind: 'refused', status, reason });

const objection = (
  { oldSize, proof }: AddCheckpoint,
  { checkpoint, head }: Readonly<{ checkpoint: Checkpoint; head: WitnessedHead | undefined }>,
  { sha256 }: Crypto,
): AddCheckpointAnswer | null => {
  const { size, root } = checkpoint;
  if (oldSize > size || !isPosition(oldSize))
    return refused(400, `the old size ${oldSize} is above the new one ${size}`);
  const known = head ?? { size: 0, root: emptyRoot(sha256) };
  if (oldSize !== known.size) return { kind: 'known-size', size: known.size };
  if (verifyConsistency({ oldSize, oldRoot: known.root, size, root, proof }, sha256)) return null;
  return size === oldSize && proof.length === 0
    ? refused(409, `the tree of ${size} leaves was cosigned with another root`)
    : refused(422, `the consistency proof from ${oldSize} to ${size} does not hold`);
};
