import { createContext, use } from 'react';
import type { Api } from './api.js';
import type { SessionDto } from './types.js';

/** Who is signed in, and what every screen may ask. */
export type Signed = Readonly<{
  session: SessionDto;
  api: Api;
  /** Whether the role holds a permission. */
  may: (permission: string) => boolean;
  /** Forgets all that this browser knows of the person. */
  signOut: () => void;
}>;

export const SignedContext = createContext<Signed | null>(null);

/** Who is signed in. Throws where nobody is: no screen is shown then. */
export const useSigned = (): Signed => {
  const signed = use(SignedContext);
  if (signed === null) throw new Error('a screen is shown to nobody');
  return signed;
};
