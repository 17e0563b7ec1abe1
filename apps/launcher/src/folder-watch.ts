import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { errorCode } from './cannot-run.js';
import type { DataFolder } from './data-folder.js';

/** Names the first part of the folder that was removed or replaced; null while all is well. */
export type FolderWatch = () => string | null;

/** Looks after what the system cannot run without: the lock of the data folder, known by its text, and the folders of the stores. */
export const watchOver = ({ lock, eventNode, documentNode }: DataFolder): FolderWatch => {
  const seen = new Map<string, string>();
  return () => {
    const gone = [lock, eventNode, documentNode].find((path) => {
      const before = seen.get(path) ?? null;
      const now = markOf(path, before);
      if (before === null && now !== null) seen.set(path, now);
      return before !== null && before !== now;
    });
    return gone ?? null;
  };
};

const lookEveryMs = 250;

/** Resolves with a sentence once something is gone; null once the signal is aborted. */
export const whenGone = async (watch: FolderWatch, folder: string, signal: AbortSignal): Promise<string | null> => {
  try {
    for await (const _ of every(lookEveryMs, undefined, { signal })) {
      const gone = watch();
      if (gone !== null) return sentence(folder, gone);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return null;
};

/** Without its lock the folder is gone, or another. */
const sentence = (folder: string, gone: string): string =>
  `${gone === join(folder, 'lock') ? `The data folder ${folder}` : gone} was removed or replaced while the system ran on it. Everything has been stopped. ` +
  'What was kept in it is nowhere else: put it back before the next start, or begin anew.';

/** A file by its text, a folder by its number in the file system; null where there is none, and what it was where that cannot be seen. */
const markOf = (path: string, before: string | null): string | null => {
  try {
    const found = statSync(path, { bigint: true });
    return found.isFile() ? readFileSync(path, 'utf8') : String(found.ino);
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? null : before;
  }
};
