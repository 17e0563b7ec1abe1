import { fstatSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@app/platform';
import { errorCode, folderProblem } from './cannot-run.js';

/**
 * Where one process's standard error goes: straight into a file, so that a line outlives the launcher and costs it nothing, or
 * to the launcher's own standard error.
 */
export type Log = Readonly<{
  target: number | 'inherit';
  /** Marks this moment; answers how to read what was said in words since then, as one line. */
  mark: () => () => string;
}>;

/** Opens the log of a process by its name. */
export type Logs = (name: string) => Log;

/**
 * One log file a process in the folder (made if absent), the file of the start before kept beside it as `.1`; standard error
 * where null. Throws `CannotRun` where the folder cannot be used.
 */
export const openLogs =
  (folder: string | null): Logs =>
  (name) =>
    folder === null ? toStandardError : toFile(join(folder, `${name.replaceAll(' ', '-')}.log`), folder);

const toStandardError: Log = { target: 'inherit', mark: () => () => '' };

const toFile = (path: string, folder: string): Log => {
  const file = openFresh(path, folder);
  return {
    target: file,
    mark: () => {
      const from = fstatSync(file).size;
      return () => inWords(textFrom(file, from));
    },
  };
};

const openFresh = (path: string, folder: string): number => {
  try {
    makeFolder(folder);
    keepLast(path);
    return openSync(path, 'a+');
  } catch (error) {
    throw folderProblem(folder, error);
  }
};

/** By the open file: its name may be gone by then. */
const textFrom = (file: number, from: number): string => {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - from));
  return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, from));
};

const keepLast = (path: string): void => {
  try {
    renameSync(path, `${path}.1`);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
};

/** The last sentences, without log records and what Node prints around the message of an error that nobody caught. */
const inWords = (text: string): string =>
  text
    .split('\n')
    .filter((line) => isProblem(line) || !/^(\s|$|\{|file:|node:|Node\.js v|throw )/.test(line))
    .slice(-mostLines)
    .map((line) => line.trim())
    .join(' ');

/** One of the lines that name what is wrong with the configuration. */
const isProblem = (line: string): boolean => line.startsWith('  - ');

const mostLines = 12;
