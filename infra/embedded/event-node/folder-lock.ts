import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '../folder.js';

/** Another process works in the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, pid: number) {
    super(
      `The folder ${folder} is in use by another event node (process ${pid}). Stop it, or name another folder with --data.`,
    );
  }
}

/**
 * Takes the folder for this process; answers how to give it back. A lock that a dead process left is taken over.
 * Throws `FolderInUse`, and an error that names the lock where it is something that nobody can read, such as a link to nowhere.
 */
export const lockFolder = (folder: string): (() => void) => {
  const lock = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), token: randomUUID() });
  for (let attempt = 1; !claim(lock, mine); attempt += 1) {
    if (attempt > mostAttempts) throw new Error(`The lock ${lock} can be neither made nor read: remove it.`);
    const theirs = contentOf(lock);
    if (theirs === null) continue;
    const holder = aliveHolder(theirs);
    if (holder !== null) throw new FolderInUse(folder, holder);
    clearStale(lock, theirs);
  }
  return () => {
    if (contentOf(lock) === mine) rmSync(lock, { force: true });
  };
};

/** Others come and go between two looks; not so often. */
const mostAttempts = 100;

/** The lock appears with its content or not at all. */
const claim = (lock: string, content: string): boolean => {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Two may find the same stale lock: whoever moves a fresh one away by mistake puts it back. */
const clearStale = (lock: string, stale: string): void => {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (contentOf(aside) !== stale) linkSync(aside, lock);
  rmSync(aside, { force: true });
};

const contentOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null;
    throw error;
  }
};

/** The process that holds the lock, or null where it has ended. */
const aliveHolder = (content: string): number | null => {
  const { pid, started } = parse(content);
  const isStarted = startOf(pid);
  // Locks of earlier versions hold the last word of it.
  const isHolder = started !== '' && (isStarted === started || isStarted.endsWith(` ${started}`));
  return pid > 0 && isHolder ? pid : null;
};

const parse = (content: string): { pid: number; started: string } => {
  try {
    // Written by this file only; anything else counts as nobody's.
    const { pid, started } = JSON.parse(content) as { pid?: number; started?: string };
    return { pid: pid ?? 0, started: started ?? '' };
  } catch {
    return { pid: 0, started: '' };
  }
};

// What node:fs throws carries a code; asked of its shape, as an error may come from another realm.
const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
