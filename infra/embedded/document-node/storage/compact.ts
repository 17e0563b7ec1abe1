import { existsSync, fsyncSync, openSync, closeSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { openEnvironment } from './environment.js';

/** Sizes of the data file before and after, in bytes. */
export type Compacted = Readonly<{ before: number; after: number }>;

const bytes = { keyEncoding: 'binary', encoding: 'binary' } as const;

/** How many entries one transaction copies. */
const together = 5_000;

/**
 * Writes all that the folder holds into a new file, entry by entry, and puts it in the place of the old one: neither free pages nor
 * the gaps of pages in use go with it, which still hold what was removed or written over. LMDB's own compacting copy takes such gaps along.
 * A crash leaves the old file. Throws with a sentence for people where a node holds the folder, and where the disk has no room for the copy.
 */
export const compactFolder = async (folder: string): Promise<Compacted> => {
  const data = join(folder, 'data.mdb');
  if (!existsSync(data)) throw new Error(`The folder ${folder} holds no document store.`);
  // Says so where another node holds it, and where it is damaged.
  await openEnvironment(folder).close();
  const before = statSync(data).size;
  assertRoom(folder, before);
  const draft = join(folder, 'compacted');
  rmSync(draft, { recursive: true, force: true });
  const [from, to] = [opened(folder), opened(draft)];
  try {
    for (const name of from.getKeys({})) copyStore(from, to, name);
  } finally {
    await to.close();
    await from.close();
  }
  synced(join(draft, 'data.mdb'));
  renameSync(join(draft, 'data.mdb'), data);
  synced(folder);
  rmSync(draft, { recursive: true, force: true });
  rmSync(join(folder, 'lock.mdb'), { force: true });
  return { before, after: statSync(data).size };
};

const opened = (path: string): RootDatabase<unknown, string> =>
  open<unknown, string>({ path, noSubdir: false, maxDbs: 4096, overlappingSync: false, encoding: 'json' });

/** The keys and values of a store are bytes to us, whatever they are to the node. */
const copyStore = (from: RootDatabase<unknown, string>, to: RootDatabase<unknown, string>, name: string): void => {
  const source = from.openDB<Buffer, Buffer>(name, bytes);
  const target = to.openDB<Buffer, Buffer>(name, bytes);
  let batch: { key: Buffer; value: Buffer }[] = [];
  const write = (): void => {
    to.transactionSync(() => {
      for (const { key, value } of batch) target.putSync(key, value);
    });
    batch = [];
  };
  for (const { key, value } of source.getRange({})) {
    batch.push({ key: Buffer.from(key), value: Buffer.from(value) });
    if (batch.length === together) write();
  }
  write();
};

/** LMDB does not survive a disk that is full. */
const assertRoom = (folder: string, size: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  const needed = 2 * size + 16 * 1024 * 1024;
  if (bavail * bsize < needed)
    throw new Error(
      `The disk of ${folder} has ${bavail * bsize} bytes left, and the copy may need ${needed}: free some.`,
    );
};

const synced = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
