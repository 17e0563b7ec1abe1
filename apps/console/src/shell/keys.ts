import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { keptFilters } from '../shared/worklist-search.js';

type Openers = Readonly<{ palette: () => void; help: () => void }>;

/** How long `G` waits for the key that says where to. */
const waitMs = 1_500;

/** The keys that work everywhere, but not while somebody writes. */
export const useKeys = ({ palette, help }: Openers): void => {
  const navigate = useNavigate();
  const leader = useRef(0);
  useEffect(() => {
    const go = (key: string): void => {
      if (key === 'g') leader.current = Date.now();
      else if (key === 'l' && Date.now() - leader.current < waitMs)
        void navigate({ to: '/cases', search: keptFilters() });
      else leader.current = 0;
    };
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        palette();
      } else if (!isWriting(event) && event.key === '?') help();
      else if (!isWriting(event)) go(letterOf(event.code));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, palette, help]);
};

/** By the place on the keyboard: the letters of a Kazakh or Russian layout are others. */
const letterOf = (code: string): string => code.replace(/^Key/, '').toLowerCase();

const isWriting = ({ target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  altKey ||
  metaKey ||
  (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) ||
  document.querySelector('[role="dialog"]') !== null;
