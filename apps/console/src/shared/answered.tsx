import type { ReactNode } from 'react';
import { ProblemView } from './problem-view.js';

type Found<T> = Readonly<{ data: T | undefined; isError: boolean; error: unknown; refetch: () => Promise<unknown> }>;

type Given<T> = Readonly<{ found: Found<T>; waiting: ReactNode; children: (data: T) => ReactNode }>;

/** What was answered, what is shown until then, and what went wrong: above what was known before, which stays. */
export const Answered = <T,>({ found, waiting, children }: Given<T>) => (
  <>
    {found.isError && <ProblemView error={found.error} again={() => void found.refetch()} />}
    {found.data === undefined ? !found.isError && waiting : children(found.data)}
  </>
);
