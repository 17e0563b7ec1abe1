import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@app/platform';
import { CannotRun, folderProblem } from './cannot-run.js';
import type { DataFolder } from './data-folder.js';

/** The embedded stores by the names of their folders, each with the file that holds what it keeps. */
const fileOf = { 'event-node': 'events.log', 'document-node': 'data.mdb' } as const;

type Store = keyof typeof fileOf;

/**
 * Throws `CannotRun` where an embedded store that had begun in the folder keeps nothing any more. A node would begin an empty one, which
 * looks healthy beside the other: cases without the keys of their personal data, or keys without cases.
 */
export const refuseLostStores = (data: DataFolder, config: Config): void => {
  const begun = begunIn(data);
  const lost = embeddedIn(config).filter((store) => begun.has(store) && !keepsAnything(data, store));
  if (lost.length === 0) return;
  const folders = lost.map((store) => join(data.path, store)).join(' and ');
  throw new CannotRun(
    `${folders} kept a store and is gone or empty now. What was kept in it is nowhere else: put it back from a copy, or begin anew with ` +
      `npm start -- --fresh. To go on without it, delete ${data.begun} first.`,
  );
};

/** Remembers that the embedded stores have begun, for the next start. Throws `CannotRun` where the disk does not let it. */
export const rememberStores = (data: DataFolder, config: Config): void => {
  const before = begunIn(data);
  const begun = new Set([...before, ...embeddedIn(config)]);
  if (begun.size === before.size) return;
  try {
    writeFileSync(`${data.begun}.draft`, [...begun].join('\n'));
    renameSync(`${data.begun}.draft`, data.begun);
  } catch (error) {
    throw folderProblem(data.path, error);
  }
};

const embeddedIn = ({ eventStoreUrl, mongoUrl }: Config): readonly Store[] => [
  ...(eventStoreUrl === null ? (['event-node'] as const) : []),
  ...(mongoUrl === null ? (['document-node'] as const) : []),
];

const begunIn = ({ begun }: DataFolder): Set<string> =>
  new Set(existsSync(begun) ? readFileSync(begun, 'utf8').split('\n') : []);

const keepsAnything = ({ path }: DataFolder, store: Store): boolean =>
  (statSync(join(path, store, fileOf[store]), { throwIfNoEntry: false })?.size ?? 0) > 0;
