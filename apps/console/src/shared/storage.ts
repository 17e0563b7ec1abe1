/** What the browser keeps for the console: nothing of a case or person. */
const prefix = 'shanyraq.';

/** Storage may be closed to us (private mode, policies): then nothing is kept, and all else works. */
const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

const keeper = (storage: () => Storage) => ({
  read: (name: string): string | null => quietly(() => storage().getItem(prefix + name), null),
  write: (name: string, value: string): void => quietly(() => storage().setItem(prefix + name, value), undefined),
  /** Removes all that is ours, but for what `kept` names. */
  clear: (kept: readonly string[] = []): void =>
    quietly(() => {
      const ours = Object.keys(storage()).filter((key) => key.startsWith(prefix));
      for (const key of ours) if (!kept.includes(key.slice(prefix.length))) storage().removeItem(key);
    }, undefined),
});

/** Gone with the tab: the token. */
export const visit = keeper(() => sessionStorage);

/** Kept for the next time: language, colours, the filters of a list. */
export const habits = keeper(() => localStorage);
