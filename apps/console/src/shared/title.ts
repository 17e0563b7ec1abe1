import { useEffect } from 'react';

/** The title of the tab: the page, then the system. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Shanyraq`;
  }, [title]);
};
