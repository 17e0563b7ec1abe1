import type { Database, RangeOptions, RootDatabase } from 'lmdb';
import type { Room } from './room.js';

/** What a store holds, in the order of the bytes of the keys. */
export type Entry = Readonly<{ key: Buffer; value: Buffer }>;

/** Bytes by keys that are bytes. It is written to inside a transaction, and only where the disk has room for it. */
export class Store {
  private readonly entries: Database<Buffer, Buffer>;

  /** Opens the store with this name, or makes it. */
  constructor(
    root: RootDatabase<unknown, string>,
    name: string,
    private readonly room: Room,
  ) {
    this.entries = Object.assign(root.openDB<Buffer, Buffer>(name, options), { readKey: copyOf });
  }

  get(key: Buffer): Buffer | undefined {
    return this.entries.get(key);
  }

  has(key: Buffer): boolean {
    return this.entries.doesExist(key);
  }

  count(): number {
    return this.entries.getKeysCount({});
  }

  /** Throws what the file system says where it gives no room, before anything is written. */
  put(key: Buffer, value: Buffer): void {
    this.room.forPut(this.entries, key.length + value.length);
    this.entries.putSync(key, value);
  }

  /** Throws like `put`. */
  remove(key: Buffer): void {
    this.room.forRemoval(this.entries, key.length);
    this.entries.removeSync(key);
  }

  /** Takes the store away with all that it holds. */
  drop(): void {
    this.entries.dropSync();
  }

  /** All entries, one by one. */
  all(): Iterable<Entry> {
    return this.entries.getRange({});
  }

  /**
   * The entries of a range, taken at once until their values fill `mostBytes`. The store gets its cursor and its reader back,
   * whatever fails.
   */
  range(range: RangeOptions, mostBytes = Infinity): Entry[] {
    const found: Entry[] = [];
    let bytes = 0;
    const iterator = this.entries.getRange(range)[Symbol.iterator]();
    try {
      // A `for` loop would not end an iterator that itself has failed.
      for (let step = iterator.next(); !step.done && bytes <= mostBytes; step = iterator.next()) {
        found.push(step.value);
        bytes += step.value.value.length;
      }
    } finally {
      iterator.return?.();
    }
    return found;
  }
}

/** Copies into Node's buffer pool: LMDB's own way makes a memory block of its own for each value, which is slow to free. */
const copyOf = (bytes: Buffer, start = 0, end = bytes.length): Buffer => {
  const copy = Buffer.allocUnsafe(end - start);
  // LMDB gives a longer buffer with a shorter length written over its own: only a view of it has the right one.
  copy.set(new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start));
  return copy;
};

const pooled = { encode: (bytes: Buffer) => bytes, decode: (bytes: Buffer) => copyOf(bytes) };

const options = { keyEncoding: 'binary', encoding: 'binary', encoder: pooled } as const;
