import { createHash, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '@app/platform';
import { MasterKeyRefused } from './vault.js';

/** The key that wraps all data keys. `id` names it without telling it: what the vault stores beside each wrapped key. */
export type MasterKey = Readonly<{ id: string; bytes: Buffer }>;

/** The file's one line: `shanyraq-master-key-1:` and 32 bytes in base64url. */
const heading = 'shanyraq-master-key-1:';

/** Reads the master key; null where there is no such file. Throws `MasterKeyRefused` where the file cannot be read as one. */
export const readMasterKey = async (file: string): Promise<MasterKey | null> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return null;
    throw new MasterKeyRefused(`The master key file ${file} cannot be read: make it readable for this process.`, {
      cause: error,
    });
  });
  return text === null ? null : parseMasterKey(text, file);
};

/** Makes a new master key file (mode 0600, durable), or reads the one that another process made first. Never overwrites. */
export const makeMasterKey = async (file: string): Promise<MasterKey> => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    makeFolder(dirname(file), 0o700);
    await writeDurably(draft, `${heading}${randomBytes(32).toString('base64url')}\n`);
    // A link fails where the name is taken: whoever comes second reads what the first one made, and always a whole file.
    await link(draft, file).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error;
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MasterKeyRefused(
      `The master key file ${file} cannot be made (${why}): name another with MASTER_KEY_FILE.`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  const made = await readMasterKey(file);
  if (made === null) throw new MasterKeyRefused(`The master key file ${file} vanished while it was being made.`);
  return made;
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

const writeDurably = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isErrno = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
