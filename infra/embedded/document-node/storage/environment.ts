import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { makeFolder, startOf } from '../../folder.js';
import { refuseDamagedFile } from './data-file.js';
import { Room, type Stats } from './room.js';
import { Store } from './store.js';

/** As many collections and indexes as one folder holds. */
const mostStores = 4096;

/** The LMDB environment on a folder, held by this process alone. */
export type Environment = Readonly<{
  /** Runs the work in one transaction; a throw undoes all of it. Every store is written to inside one. */
  transact: (work: () => void) => void;
  /** Named entries that describe what the folder holds. */
  catalog: Database<unknown, string>;
  /** Opens (or makes) the store with this name. */
  openStore: (name: string) => Store;
  close: () => Promise<void>;
}>;

/** Opens the folder. Throws with a sentence for people where another process holds it, it cannot be written, or it is damaged. */
export const openEnvironment = (folder: string): Environment => {
  const root = openRoot(folder);
  const file = openSync(join(folder, 'data.mdb'), 'r+');
  // lmdb's types do not say what the stats hold.
  const room = new Room(file, () => root.getStats() as Stats);
  const transact = (work: () => void): void => {
    room.begin();
    root.transactionSync(work);
  };
  const catalog = openCatalog(root, room, folder);
  transact(() => takeFolder(catalog, folder));
  return {
    transact,
    catalog,
    openStore: (name) => {
      room.begin();
      return new Store(root, name, room);
    },
    close: async () => {
      transact(() => catalog.removeSync(ownerKey));
      await root.close();
      closeSync(file);
    },
  };
};

/** The entries are few, and small beside the margin that every transaction has. */
const openCatalog = (root: RootDatabase<unknown, string>, room: Room, folder: string): Database<unknown, string> => {
  try {
    room.begin();
    return root.openDB<unknown, string>('catalog', { encoding: 'json' });
  } catch (error) {
    throw cannotOpen(folder, error);
  }
};

const openRoot = (folder: string): RootDatabase<unknown, string> => {
  try {
    makeFolder(folder);
    const data = join(folder, 'data.mdb');
    if (existsSync(data)) refuseDamagedFile(data);
    makeLockFile(join(folder, 'lock.mdb'));
    // Without overlapping syncs a commit returns when it is on the disk, in LMDB's own order of writes.
    return open<unknown, string>({
      path: folder,
      noSubdir: false,
      maxDbs: mostStores,
      overlappingSync: false,
      encoding: 'json',
    });
  } catch (error) {
    throw cannotOpen(folder, error);
  }
};

const cannotOpen = (folder: string, error: unknown): Error =>
  new Error(
    `The folder ${folder} cannot be opened (${error instanceof Error ? error.message : String(error)}). Give --data a folder that can be written and holds nothing else.`,
    { cause: error },
  );

/** LMDB maps this file into memory and does not survive a disk without room for it: its bytes are written beforehand. */
const makeLockFile = (path: string): void => {
  if (!existsSync(path)) writeFileSync(path, Buffer.alloc(16 * 1024));
};

const ownerKey = 'owner';

type Owner = Readonly<{ pid: number; started: string }>;

/** The check and the claim are one write transaction of LMDB, whose lock holds between processes. */
const takeFolder = (catalog: Database<unknown, string>, folder: string): void => {
  // Only this function writes the entry.
  const owner = catalog.get(ownerKey) as Owner | undefined;
  if (owner && owner.pid !== process.pid && owner.started !== '' && startOf(owner.pid) === owner.started)
    throw new Error(
      `The folder ${folder} is in use by another document node (process ${owner.pid}). Stop that one, or give --data another folder.`,
    );
  catalog.putSync(ownerKey, { pid: process.pid, started: startOf(process.pid) } satisfies Owner);
};
