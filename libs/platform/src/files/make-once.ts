import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.js';

/** The text of a file; null where there is none. Throws the system's own error. */
export const textIn = async (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  });

/** Makes a file (mode 0600, durable) or reads the one that another process made first; answers its text, never half of it. Throws the system's own error. */
export const madeOnce = async (file: string, text: string): Promise<string> => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  makeFolder(dirname(file), 0o700);
  try {
    await writeDurably(draft, text);
    // A link fails where the name is taken: whoever comes second reads what the first one made.
    await link(draft, file).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  return readFile(file, 'utf8');
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
