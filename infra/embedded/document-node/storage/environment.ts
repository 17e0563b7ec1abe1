import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
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
  const root = openRoot(folder);
  const catalog = root.openDB<unknown, string>('catalog', { encoding: 'json' });
  takeFolder(catalog, folder);
  return {
    root,
    catalog,
    openStore: (name) => withPooledKeys(root.openDB<Buffer, Buffer>(name, storeOptions)),
    close: async () => {
      catalog.removeSync(ownerKey);
      await root.close();
    },
  };
};

/** Copies into Node's buffer pool: LMDB's own way makes a memory block of its own for each value, which is slow to free. */
const copyOf = (bytes: Buffer, start = 0, end = bytes.length): Buffer => {
  const copy = Buffer.allocUnsafe(end - start);
  // LMDB gives a longer buffer with a shorter length written over its own: only a view of it has the right one.
  copy.set(new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start));
  return copy;
};

const pooled = { encode: (bytes: Buffer) => bytes, decode: (bytes: Buffer) => copyOf(bytes) };

const storeOptions = { keyEncoding: 'binary', encoding: 'binary', encoder: pooled } as const;

const withPooledKeys = (store: Store): Store => Object.assign(store, { readKey: copyOf });

const openRoot = (folder: string): RootDatabase<unknown, string> => {
  try {
    mkdirSync(folder, { recursive: true });
    refuseOtherFiles(join(folder, 'data.mdb'));
    // Without overlapping syncs a commit returns when it is on the disk, in LMDB's own order of writes.
    return open<unknown, string>({ path: folder, maxDbs: mostStores, overlappingSync: false, encoding: 'json' });
  } catch (error) {
    throw new Error(
      `The folder ${folder} cannot be opened (${error instanceof Error ? error.message : String(error)}). Give --data a folder that can be written and holds nothing else.`,
      { cause: error },
    );
  }
};

/** Where LMDB's files carry their mark, and what it is; two pages at least come before any data. */
const markAt = 24;
const mark = 0xbeefc0de;
const shortestFile = 8192;

/** LMDB would not survive a file that is none of its own. */
const refuseOtherFiles = (path: string): void => {
  if (!existsSync(path)) return;
  const bytes = Buffer.alloc(shortestFile);
  const file = openSync(path, 'r');
  const length = readSync(file, bytes, 0, shortestFile, 0);
  closeSync(file);
  if (length > 0 && (length < shortestFile || bytes.readUInt32LE(markAt) !== mark))
    throw new Error(`${path} is no LMDB file`);
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
