import { createHash, randomBytes } from 'node:crypto';
import { madeOnce, textIn } from '@app/platform';
import { MasterKeyRefused } from './vault.js';

/** The key that wraps all data keys. `id` names it without telling it: what the vault stores beside each wrapped key. */
export type MasterKey = Readonly<{ id: string; bytes: Buffer }>;

/** The file's one line: `shanyraq-master-key-1:` and 32 bytes in base64url. */
const heading = 'shanyraq-master-key-1:';

/** Reads the master key; null where there is no such file. Throws `MasterKeyRefused` where the file cannot be read as one. */
export const readMasterKey = async (file: string): Promise<MasterKey | null> => {
  const text = await textIn(file).catch((error: unknown) => {
    throw new MasterKeyRefused(`The master key file ${file} cannot be read: make it readable for this process.`, {
      cause: error,
    });
  });
  return text === null ? null : parseMasterKey(text, file);
};

/** Makes a new master key file (mode 0600, durable), or reads the one that another process made first. Never overwrites. */
export const makeMasterKey = async (file: string): Promise<MasterKey> => {
  try {
    const text = await madeOnce(file, `${heading}${randomBytes(32).toString('base64url')}\n`);
    return parseMasterKey(text, file);
  } catch (error) {
    if (error instanceof MasterKeyRefused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const cannot = `The master key file ${file} cannot be made (${why}): name another with MASTER_KEY_FILE.`;
    throw new MasterKeyRefused(cannot, { cause: error });
  }
};

const parseMasterKey = (text: string, file: string): MasterKey => {
  const line = text.trim();
  const bytes = Buffer.from(line.startsWith(heading) ? line.slice(heading.length) : '', 'base64url');
  if (bytes.length !== 32) {
    throw new MasterKeyRefused(
      `${file} is not a master key file: it must hold one line, "${heading}" and 32 bytes in base64url. Restore it from its backup.`,
    );
  }
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
};
