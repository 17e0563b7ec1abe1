import { randomBytes } from 'node:crypto';
import { madeOnce, textIn } from '../files/whole-file.js';

/** The key file is absent where it may not be made, or cannot be read as one. The message says what to do. */
export class KeyFileRefused extends Error {
  override readonly name = 'KeyFileRefused';
}

export type KeyFile = Readonly<{
  file: string;
  /** Whether a missing file is made. */
  mayMake: boolean;
  /** What the file is set by, for the message: `PROOF_KEY_FILE`. */
  setBy: string;
}>;

/** The file's one line: `shanyraq-signing-key-1:` and the seed, 32 bytes in base64url. */
const heading = 'shanyraq-signing-key-1:';

/** Reads the seed (32 bytes) of an Ed25519 key from its file, which is made (mode 0600) where it may be. Throws `KeyFileRefused`. */
export const signingSeedIn = async ({ file, mayMake, setBy }: KeyFile): Promise<Uint8Array> => {
  const text = await found(file, mayMake).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new KeyFileRefused(`The key file ${file} can be neither read nor made (${why}): correct ${setBy}.`, {
      cause: error,
    });
  });
  if (text === null) throw new KeyFileRefused(`There is no key file ${file}: set ${setBy} to one that exists.`);
  const line = text.trim();
  const seed = Buffer.from(line.startsWith(heading) ? line.slice(heading.length) : '', 'base64url');
  if (seed.length === 32) return seed;
  throw new KeyFileRefused(
    `${file} is not a key file: it must hold one line, "${heading}" and 32 bytes in base64url. Restore it from its backup.`,
  );
};

const found = async (file: string, mayMake: boolean): Promise<string | null> => {
  const text = await textIn(file);
  return text === null && mayMake ? madeOnce(file, `${heading}${randomBytes(32).toString('base64url')}\n`) : text;
};
