import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound, RouteFailed } from './shell/error-page.js';
import { Home } from './shell/home.js';
import { Shell } from './shell/shell.js';
import type { Carried } from './shared/carried.js';
import { readSearch } from './shared/worklist-search.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const worklist = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./worklist/worklist.js'), 'Worklist'),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case/case-page.js'), 'CasePage'),
});

const caseCommand = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId/do/$command',
  component: lazyRouteComponent(() => import('./command/command-page.js'), 'CaseCommand'),
});

const newApplication = createRoute({
  getParentRoute: () => root,
  path: '/applications/new',
  component: lazyRouteComponent(() => import('./command/command-page.js'), 'NewApplication'),
});

/** Every screen by its address. Addresses are plain: `?stage=DECISION`, without quotes. */
export const router = createRouter({
  routeTree: root.addChildren([home, worklist, oneCase, caseCommand, newApplication]),
  defaultErrorComponent: RouteFailed,
  defaultPreload: false,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** What the worklist looks for: it names a person, and so stands in no address. */
    q?: string;
    /** What was just recorded in the case that is shown. */
    carried?: Carried;
  }
}
