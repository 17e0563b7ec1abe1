import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetRunningSystem, tellRunningSystem, makeFolder, type RunningSettings } from '@app/platform';
import { folderProblem, CannotRun } from './cannot-run.js';
import { FolderInUse, lockFolder } from '../../../infra/embedded/event-node/folder-lock.js';

/** Where things lie in `SHANYRAQ_DATA`; absolute paths. */
export type DataFolder = Readonly<{
  path: string;
  lock: string;
  eventNode: string;
  documentNode: string;
  logs: string;
  /** Names the embedded stores that have begun here. */
  begun: string;
  /** Makes what begins anew begin anew: the stores, the keys that sealed them, and the launcher's notes. What else lies in the folder stays. */
  empty: () => void;
  /** Remembers a seeding by its moment, ISO 8601, so that a start that was interrupted in it goes on with the same one. */
  beginSeeding: (startedAt: string) => void;
  endSeeding: () => void;
  /** Tells commands in other terminals what runs here, and that it runs no more: as far as the folder is still there. */
  tellRunning: (settings: RunningSettings) => void;
  forgetRunning: () => void;
  /** The seeding that was begun and not ended; null where there is none. */
  unfinishedSeeding: () => string | null;
}>;

/** The layout below a folder. Its functions throw `CannotRun` where the disk does not let them. */
export const dataFolderAt = (path: string): DataFolder => {
  const eventNode = join(path, 'event-node');
  const documentNode = join(path, 'document-node');
  const logs = join(path, 'logs');
  const unfinished = join(path, 'seeding-unfinished');
  const begun = join(path, 'stores-begun');
  // The origin goes with them: what begins anew is another log, and no fork of the one before.
  const keys = ['master.key', 'erased-keys', 'proof.key', 'proof.origin'].map((name) => join(path, name));
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw folderProblem(path, error);
    }
  };
  const remove = (parts: readonly string[]): void => {
    for (const part of parts) rmSync(part, { recursive: true, force: true });
  };
  return {
    path,
    lock: join(path, 'lock'),
    eventNode,
    documentNode,
    logs,
    begun,
    // What has begun is forgotten last: where this is cut off, the next start refuses what is left of the stores.
    empty: () => guarded(() => remove([eventNode, documentNode, logs, unfinished, ...keys, begun])),
    beginSeeding: (startedAt) =>
      guarded(() => {
        // Whole or not at all: a start that is killed here must leave nothing that the next one cannot read.
        writeFileSync(`${unfinished}.draft`, startedAt);
        renameSync(`${unfinished}.draft`, unfinished);
      }),
    tellRunning: (settings) => guarded(() => tellRunningSystem(path, settings)),
    forgetRunning: () => {
      if (existsSync(path)) guarded(() => forgetRunningSystem(path));
    },
    endSeeding: () => guarded(() => remove([unfinished])),
    unfinishedSeeding: () => guarded(() => (existsSync(unfinished) ? readFileSync(unfinished, 'utf8') : null)),
  };
};

/** Takes the data folder (made if absent) for this process; answers how to give it back. Throws `CannotRun`, also where another copy runs on it. */
export const takeDataFolder = (folder: string): (() => void) => {
  try {
    makeFolder(folder);
    return lockFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw folderProblem(folder, error);
    throw new CannotRun(`Another copy runs on ${folder}: stop it, or choose another folder with SHANYRAQ_DATA.`, {
      cause: error,
    });
  }
};
