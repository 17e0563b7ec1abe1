import { mkdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { open, type Database, type RootDatabase } from 'lmdb';
import type { Store } from './index-store.js';

/** As many collections and indexes as one folder holds. */
const mostStores = 4096;

/** The LMDB environment on a folder, held by this process alone. */
export type Environment = Readonly<{
  root: RootDatabase<unknown, string>;
  /** Named entries that describe what the folder holds. */
  catalog: Database<unknown, string>;
  /** Opens (or makes) the store with this name. */
  openStore: (name: string) => Store;
  close: () => Promise<void>;
}>;

/** Opens the folder. Throws with a sentence for people where another process holds it or it cannot be written. */
export const openEnvironment = (folder: string): Environment => {
  mkdirSync(folder, { recursive: true });
  // Without overlapping syncs a commit returns when it is on the disk, in LMDB's own order of writes.
  const root = open<unknown, string>({ path: folder, maxDbs: mostStores, overlappingSync: false, encoding: 'json' });
  const catalog = root.openDB<unknown, string>('catalog', { encoding: 'json' });
  takeFolder(catalog, folder);
  return {
    root,
    catalog,
    openStore: (name) => root.openDB<Buffer, Buffer>(name, { keyEncoding: 'binary', encoding: 'binary' }),
    close: async () => {
      catalog.removeSync(ownerKey);
      await root.close();
    },
  };
};

const ownerKey = 'owner';

type Owner = Readonly<{ pid: number; started: string }>;

/** The check and the claim are one write transaction of LMDB, whose lock holds between processes. */
const takeFolder = (catalog: Database<unknown, string>, folder: string): void => {
  catalog.transactionSync(() => {
    // Only this function writes the entry.
    const owner = catalog.get(ownerKey) as Owner | undefined;
    if (owner && owner.pid !== process.pid && owner.started !== '' && startOf(owner.pid) === owner.started)
      throw new Error(
        `The folder ${folder} is in use by another document node (process ${owner.pid}). Stop that one, or give --data another folder.`,
      );
    catalog.putSync(ownerKey, { pid: process.pid, started: startOf(process.pid) } satisfies Owner);
  });
};

/** When a process was started, in its system's words; empty where there is no such process. Tells apart two processes with one id. */
const startOf = (pid: number): string => {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
};
