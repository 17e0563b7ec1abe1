import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
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
  await putWhole(file, text, (draft) =>
    // A link fails where the name is taken: whoever comes second reads what the first one made.
    link(draft, file).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error;
    }),
  );
  return readFile(file, 'utf8');
};

/** Makes a file or replaces it, whole or not at all (mode 0600): it is on the disk when this resolves. Throws the system's own error. */
export const replaceFile = (file: string, text: string): Promise<void> =>
  putWhole(file, text, (draft) => rename(draft, file));

/** Puts the names in a folder on the disk: a new file lasts when its folder does, and a new folder when the one above it does. */
export const syncFolder = (folder: string): Promise<void> => synced(folder, 'r');

const putWhole = async (file: string, text: string, put: (draft: string) => Promise<void>): Promise<void> => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  makeFolder(dirname(file), 0o700);
  try {
    await synced(draft, 'wx', (handle) => handle.writeFile(text));
    await put(draft);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  await syncFolder(dirname(file));
};

const synced = async (path: string, flags: string, work?: (handle: FileHandle) => Promise<void>): Promise<void> => {
  const handle = await open(path, flags, 0o600);
  try {
    await work?.(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isErrno = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
