import { useLocation, useNavigate } from '@tanstack/react-router';
import type { WorklistSearch } from '../shared/worklist-search.js';

type Changes = { readonly [Name in keyof WorklistSearch]?: WorklistSearch[Name] | undefined };
export type Change = (changes: (Changes & Readonly<{ q?: string }>) | null) => void;

/** Changes what the address says; every change but a turned page begins at the first page. Null clears all. */
export const useChange = (): Change => {
  const navigate = useNavigate({ from: '/cases' });
  const q = useLocation({ select: ({ state }) => state.q ?? '' });
  return (changes) => {
    const { q: sought = q, ...rest } = changes ?? { q: '' };
    void navigate({
      search: (before) => (changes === null ? {} : withoutNothing({ ...before, cursor: undefined, ...rest })),
      state: sought === '' ? {} : { q: sought },
      resetScroll: rest.cursor !== undefined,
    });
  };
};

// what is left of an object of these names has these names
const withoutNothing = (search: Changes): WorklistSearch =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as WorklistSearch;
