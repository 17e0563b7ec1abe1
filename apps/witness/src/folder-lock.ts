import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOf, textIn } from '@app/platform';
import { WitnessRefused } from './options.js';

/**
 * Takes a folder for this process; answers how to give it back. Two witnesses on one state would each sign what the other must not. A lock
 * that a dead process left is taken over. Throws `WitnessRefused` where another witness has it.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const lock = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), token: randomUUID() });
  for (let attempt = 0; !(await isMade(lock, mine)); attempt += 1) {
    const theirs = (await textIn(lock)) ?? '';
    if (attempt > mostAttempts || isHeld(theirs))
      throw new WitnessRefused(`Another witness works in ${folder}: stop it, or name another folder with --folder.`);
    await clearStale(lock, theirs);
  }
  return async () => {
    if ((await textIn(lock)) === mine) await rm(lock, { force: true });
  };
};

/** Others come and go between two looks; not so often. */
const mostAttempts = 100;

/** The lock appears with its content or not at all. */
const isMade = async (lock: string, content: string): Promise<boolean> => {
  const draft = `${lock}.${process.pid}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

/** Two may find the same stale lock: whoever moves a fresh one away by mistake puts it back. */
const clearStale = async (lock: string, stale: string): Promise<void> => {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (((await textIn(aside)) ?? '') !== stale) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
};

const isHeld = (content: string): boolean => {
  const [, pid, started] = /^\{"pid":(\d+),"started":"([^"]+)"/.exec(content) ?? [];
  return pid !== undefined && startOf(Number(pid)) === started;
};

// What node:fs throws carries a code; asked of its shape, as an error may come from another realm.
const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
