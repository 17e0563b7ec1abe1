import { useSyncExternalStore } from 'react';
import { visit } from '../shared/storage.js';

/** The token of this tab; `ended` where the API does not take it any more, while the page stays. */
type Standing = Readonly<{ token: string | null; ended: boolean }>;

let standing: Standing = { token: visit.read('token'), ended: false };
const listeners = new Set<() => void>();

const become = (next: Standing): void => {
  standing = next;
  for (const tell of listeners) tell();
};

export const tokenNow = (): string | null => standing.token;

export const signInWith = (token: string): void => {
  visit.write('token', token);
  become({ token, ended: false });
};

/** The page stays as it is, behind the sign-in. */
export const endSession = (): void => become({ ...standing, ended: true });

/** Nothing of the person is left in this browser: only the language and the colours that were chosen. */
export const forgetToken = (): void => {
  visit.clear();
  become({ token: null, ended: false });
};

export const useStanding = (): Standing =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => standing,
  );
