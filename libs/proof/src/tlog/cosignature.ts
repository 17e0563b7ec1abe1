import { joined, Malformed, utf8 } from './bytes.js';

/**
 * What a witness signs: the lines `cosignature/v1` and `time <timestamp>`, and the note text of the checkpoint with its
 * last newline (C2SP tlog-cosignature, "Ed25519 signed message"). `timestamp` is in seconds since the Epoch.
 */
export const cosignedMessage = (text: string, timestamp: number): Uint8Array =>
  utf8(`cosignature/v1\ntime ${timestamp}\n${text}`);

/** A `timestamped_signature`: the timestamp as a big-endian uint64 and the 64 bytes of the signature. */
export const timestampedSignature = (timestamp: number, signature: Uint8Array): Uint8Array => {
  if (!Number.isSafeInteger(timestamp) || timestamp < 0)
    throw new Malformed('a timestamp is whole seconds since the Epoch');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(timestamp));
  return joined([bytes, signature]);
};

/** The timestamp of a `timestamped_signature`, in seconds since the Epoch. Throws `Malformed` beyond 2^53 - 1. */
export const timestampOf = (signature: Uint8Array): number => {
  const timestamp = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(timestamp)) throw new Malformed('a timestamp of a cosignature is beyond 2^53 - 1');
  return timestamp;
};
