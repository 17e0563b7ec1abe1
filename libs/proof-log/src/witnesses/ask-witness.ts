import {
  addCheckpointBody,
  addCheckpointPath,
  Malformed,
  NotSigned,
  openCheckpoint,
  parseAddCheckpointAnswer,
  parseSignatureLines,
  withSignatures,
  type AddCheckpointAnswer,
  type KnownLog,
  type Vkey,
} from '@app/proof';
import { nodeCrypto } from '@app/proof/node';

/** A witness that is asked: where, and by which key its cosignatures are checked. */
export type Witness = Readonly<{ url: string; vkey: Vkey }>;

/** A head that is to be cosigned, the size that the witness cosigned last as far as is known, the proof from a size to the head's. */
export type Question = Readonly<{
  log: KnownLog;
  size: number;
  checkpoint: string;
  known: number;
  proofFrom: (oldSize: number) => Promise<readonly Uint8Array[]>;
  signal: AbortSignal;
}>;

/**
 * What a witness says. COSIGNED: its signature line, and when (ISO 8601). AHEAD: it has cosigned a larger tree. FORK: what it has
 * cosigned is no beginning of this tree. FAILED: anything else, to be tried again.
 */
export type WitnessWord =
  | Readonly<{ kind: 'COSIGNED'; line: string; at: string }>
  | Readonly<{ kind: 'AHEAD'; size: number }>
  | Readonly<{ kind: 'FORK'; why: string }>
  | Readonly<{ kind: 'FAILED'; why: string }>;

/** A witness may be at another size than is thought: it says which, once or twice. */
const mostQuestions = 3;

/** Asks a witness to cosign a head (C2SP tlog-witness, "add-checkpoint"). Throws only what reading the tiles throws. */
export const askWitness = async (witness: Witness, question: Question): Promise<WitnessWord> => {
  const { size, checkpoint, known, proofFrom, signal } = question;
  let oldSize = Math.min(known, size);
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const body = addCheckpointBody({ oldSize, proof: await proofFrom(oldSize), checkpoint });
    const answer = await posted(witness, body, signal);
    if (answer.kind === 'failed') return { kind: 'FAILED', why: answer.why };
    if (answer.kind === 'cosigned') return checked(answer.lines, witness, question);
    if (answer.kind === 'refused') return refusal(answer, oldSize);
    if (answer.size > size) return { kind: 'AHEAD', size: answer.size };
    if (answer.size === oldSize) break;
    oldSize = answer.size;
  }
  return { kind: 'FAILED', why: 'it does not say which size it has cosigned' };
};

type Posted = AddCheckpointAnswer | Readonly<{ kind: 'failed'; why: string }>;

/** An answer is small: a megabyte is not one. */
const mostBytes = 65_536;

const posted = async ({ url }: Witness, body: string, signal: AbortSignal): Promise<Posted> => {
  try {
    const address = `${url.replace(/\/$/, '')}${addCheckpointPath}`;
    const response = await fetch(address, { method: 'POST', body, signal, redirect: 'error' });
    const text = await response.text();
    if (text.length > mostBytes) return { kind: 'failed', why: 'its answer is too long' };
    const contentType = response.headers.get('content-type') ?? '';
    return parseAddCheckpointAnswer({ status: response.status, contentType, body: text });
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'failed', why: `its answer cannot be read: ${error.message}` };
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', why: `it does not answer: ${cause instanceof Error ? cause.message : message}` };
  }
};

const refusal = ({ status, reason }: Readonly<{ status: number; reason: string }>, oldSize: number): WitnessWord => {
  const why = `it answers ${status}: ${reason.slice(0, 200)}`;
  const isFork = (status === 409 || status === 422) && oldSize > 0;
  return { kind: isFork ? 'FORK' : 'FAILED', why };
};

/** The witness's own cosignature, verified; signatures of other keys are left aside. */
const checked = async (
  lines: readonly string[],
  { vkey }: Witness,
  { log, checkpoint }: Question,
): Promise<WitnessWord> => {
  const line = lines.find((one) =>
    parseSignatureLines(one).some(({ name, id }) => name === vkey.name && id === vkey.id),
  );
  if (line === undefined) return { kind: 'FAILED', why: 'its answer has no signature of the key in WITNESSES' };
  try {
    const note = withSignatures(checkpoint, [line]);
    const { cosignatures } = await openCheckpoint(note, { log, witnesses: [vkey] }, nodeCrypto);
    const timestamp = cosignatures[0]?.timestamp ?? 0;
    return { kind: 'COSIGNED', line, at: new Date(timestamp * 1000).toISOString() };
  } catch (error) {
    if (!(error instanceof NotSigned || error instanceof Malformed || error instanceof RangeError)) throw error;
    return { kind: 'FAILED', why: `its cosignature does not hold: ${error.message}` };
  }
};
