import { fromBase64, joined, Malformed, toBase64, utf8 } from './bytes.js';
import { cosignedMessage, timestampOf } from './cosignature.js';
import { type Crypto, idBytes, idOf, isKeyName, signatureTypes, type Signer, type Vkey } from './keys.js';

/** A signature of a note: the key's name and id, and what follows the id in the line: 64 bytes, behind a timestamp in a cosignature. */
export type NoteSignature = Readonly<{ name: string; id: number; signature: Uint8Array }>;

/** A signed note: its text, which ends in a newline, and its signatures, none of them verified. */
export type Note = Readonly<{ text: string; signatures: readonly NoteSignature[] }>;

/** A key whose signature was verified; of a cosignature also when, in seconds since the Epoch. */
export type Verified = Readonly<{ vkey: Vkey; timestamp?: number }>;

/** Thrown where a note bears no signature of a key that must have signed it, or a wrong one of a known key. */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
}

/** More signatures than this are not read (C2SP asks for 16 at least; Go's reader stops at 100, too). */
const mostSignatures = 100;

/** Reads a note (C2SP signed-note, "Format"). Nothing is verified. Throws `Malformed` where it is none to the letter. */
export const parseNote = (note: string): Note => {
  if (outsideNotes.test(note)) throw new Malformed('a note has no control characters but newlines, and is UTF-8');
  const at = note.lastIndexOf('\n\n');
  if (at < 0) throw new Malformed('a note has a blank line before its signatures');
  const signatures = parseSignatureLines(note.slice(at + 2));
  if (signatures.length === 0) throw new Malformed('a note has at least one signature');
  return { text: note.slice(0, at + 1), signatures };
};

/** Reads signature lines, each ending in a newline. Throws `Malformed` where one is none, or there are more than 100. */
export const parseSignatureLines = (text: string): NoteSignature[] => {
  if (text !== '' && !text.endsWith('\n')) throw new Malformed('a signature line ends in a newline');
  const lines = text.split('\n').slice(0, -1);
  if (lines.length > mostSignatures) throw new Malformed(`a note has at most ${mostSignatures} signatures here`);
  return lines.map(parseSignatureLine);
};

/** `— <name> <base64 of key id and signature>` and a newline. */
export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(joined([idBytes(id), signature]))}\n`;

/** The note of a text and its signatures. Throws `Malformed` for a text that is not one of a note. */
export const noteText = ({ text, signatures }: Note): string => {
  assertText(text);
  return `${text}\n${signatures.map(signatureLine).join('')}`;
};

/** Signs a text with a log's key: the signed note. Throws `Malformed` for a text that is not one of a note. */
export const signNote = async (text: string, ...signers: readonly Signer[]): Promise<string> => {
  assertText(text);
  const signatures: NoteSignature[] = [];
  for (const { vkey, sign } of signers) {
    if (vkey.type !== signatureTypes.ed25519) throw new Malformed(`${vkey.name} is a key for cosignatures`);
    signatures.push({ name: vkey.name, id: vkey.id, signature: await sign(utf8(text)) });
  }
  return noteText({ text, signatures });
};

/** A note with signature lines added, as a witness answers them; those it has already are not added again. */
export const withSignatures = (note: string, lines: readonly string[]): string =>
  note + [...new Set(lines)].filter((line) => !note.includes(`\n${line}`)).join('');

/**
 * Verifies a note by known keys: its text and who signed it. Signatures of other keys are ignored. Throws `NotSigned`
 * where a known key's signature is wrong or no known key signed, and `Malformed` where it is no note.
 */
export const openNote = async (
  note: string,
  known: readonly Vkey[],
  crypto: Crypto,
): Promise<Readonly<{ text: string; verified: readonly Verified[] }>> => {
  const { text, signatures } = parseNote(note);
  const verified = await verifiedSignatures(text, signatures, { known, crypto });
  if (verified.length === 0) throw new NotSigned('no known key has signed this note');
  return { text, verified };
};

/**
 * The known keys among signatures of a text, each once. Throws `NotSigned` where a known key's signature is wrong.
 */
export const verifiedSignatures = async (
  text: string,
  signatures: readonly NoteSignature[],
  { known, crypto }: Readonly<{ known: readonly Vkey[]; crypto: Crypto }>,
): Promise<Verified[]> => {
  const verified: Verified[] = [];
  for (const signature of signatures) {
    const vkey = known.find(({ name, id }) => name === signature.name && id === signature.id);
    if (vkey === undefined || verified.some((other) => other.vkey === vkey)) continue;
    verified.push(await verifySignature(text, signature.signature, vkey, crypto));
  }
  return verified;
};

const verifySignature = async (
  text: string,
  signature: Uint8Array,
  vkey: Vkey,
  { verifyEd25519 }: Crypto,
): Promise<Verified> => {
  const wrong = new NotSigned(`the signature of ${vkey.name} is wrong`);
  const cosigned = vkey.type === signatureTypes.cosignature;
  if (signature.length !== (cosigned ? 72 : 64)) throw wrong;
  if (!cosigned) {
    if (!(await verifyEd25519(vkey.publicKey, utf8(text), signature))) throw wrong;
    return { vkey };
  }
  const timestamp = timestampOf(signature);
  if (!(await verifyEd25519(vkey.publicKey, cosignedMessage(text, timestamp), signature.subarray(8)))) throw wrong;
  return { vkey, timestamp };
};

// oxlint-disable-next-line no-control-regex -- the specification forbids just these
const outsideNotes = /[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u;

const assertText = (text: string): void => {
  if (!text.endsWith('\n')) throw new Malformed('the text of a note ends in a newline');
  if (outsideNotes.test(text)) throw new Malformed('a note has no control characters but newlines, and is UTF-8');
};

const lineForm = /^— (\S+) (\S+)$/u;

const parseSignatureLine = (line: string): NoteSignature => {
  const [, name = '', encoded = ''] = lineForm.exec(line) ?? [];
  if (!isKeyName(name)) throw new Malformed('a signature line is "— <key name> <base64>"');
  const bytes = fromBase64(encoded);
  if (bytes.length < 5) throw new Malformed('a signature has a key id of 4 bytes and at least a byte more');
  return { name, id: idOf(bytes), signature: bytes.subarray(4) };
};
