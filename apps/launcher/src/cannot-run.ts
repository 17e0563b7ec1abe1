/** Why the system does not run, as one sentence that says what to do; what it ends with. Exit code 1. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The sentence for whatever went wrong with a folder or a file. */
export const folderProblem = (folder: string, error: unknown): CannotRun => {
  const code = errorCode(error);
  const words =
    folderSentences[code]?.(folder) ??
    `${folder} cannot be used (${describe(error)}); choose another folder with SHANYRAQ_DATA.`;
  return new CannotRun(words, { cause: error });
};

/** The system's own code of an error (`ENOSPC`), or an empty string. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** An error in one line. */
export const describe = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();

const folderSentences: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: (folder) =>
    `The disk that holds ${folder} is full: free some space, or choose another folder with SHANYRAQ_DATA.`,
  EDQUOT: (folder) =>
    `The disk quota for ${folder} is used up: free some space, or choose another folder with SHANYRAQ_DATA.`,
  EACCES: (folder) =>
    `${folder} may not be written to: give yourself the right to, or choose another folder with SHANYRAQ_DATA.`,
  EPERM: (folder) =>
    `${folder} may not be written to: give yourself the right to, or choose another folder with SHANYRAQ_DATA.`,
  EROFS: (folder) => `${folder} lies on a read-only disk: choose another folder with SHANYRAQ_DATA.`,
  ENOENT: (folder) => `${folder} is not there and cannot be made: choose another folder with SHANYRAQ_DATA.`,
  ENAMETOOLONG: (folder) =>
    `The path ${folder.slice(0, 60)}… is too long for this system: choose a shorter one with SHANYRAQ_DATA.`,
  ELOOP: (folder) => `${folder} leads round in circles through links: choose another folder with SHANYRAQ_DATA.`,
  ENOTDIR: (folder) => `${folder} is not a folder, or leads through a file: choose another folder with SHANYRAQ_DATA.`,
  EEXIST: (folder) => `${folder} is a file, not a folder: choose another folder with SHANYRAQ_DATA.`,
};
