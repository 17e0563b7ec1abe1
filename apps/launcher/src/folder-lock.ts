import { makeFolder } from '@app/platform';
import { FolderInUse, lockFolder } from '../../../infra/embedded/event-node/folder-lock.js';
import { CannotRun, folderProblem } from './cannot-run.js';

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
