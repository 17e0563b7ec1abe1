import type { Database } from 'lmdb';
import { fstatSync, writeSync } from 'node:fs';

/** Of a growing store: its pages when the transaction began, what was put into it since, and the pages that may have come of it. */
type Growth = { readonly tree: Tree; entries: number; bytes: number; pages: number };
type Tree = Readonly<{ treeDepth: number; treeBranchPageCount: number; treeLeafPageCount: number }>;

/** What LMDB tells of its file and of one of its trees. */
export type Stats = Tree & Readonly<{ pageSize: number; lastPageNumber: number }>;

/** A store as LMDB knows it. */
type Entries = Database<Buffer, Buffer>;

/** Kept beyond what a transaction needs: for what LMDB writes about itself. */
const marginBytes = 1024 * 1024;

/** Kept back from what only adds, so that documents can be removed, and the node can start, where the disk is full. */
const reserveBytes = 4 * 1024 * 1024;

/** The file grows by so many bytes at least. */
const zeros = Buffer.alloc(1024 * 1024);

/** What LMDB stores with each entry. */
const entryOverhead = 16;

/**
 * Keeps room at the end of the data file for what LMDB will write. LMDB does not survive that the disk refuses a page, so zeros
 * are written ahead of it: their refusal is an error like any other. A page once written is not refused when it is written again.
 */
export class Room {
  private readonly growing = new Map<Entries, Growth>();
  private size = 0;
  private pageSize = 0;
  /** Nothing is written beyond this many bytes. */
  private promised = 0;

  /** `file` is open for writing; `stats` are those of its main tree. */
  constructor(
    private readonly file: number,
    private readonly stats: () => Stats,
  ) {}

  /** To be called before a transaction. Throws like `forRemoval`. */
  begin(): void {
    const { pageSize, lastPageNumber } = this.stats();
    this.growing.clear();
    this.size = fstatSync(this.file).size;
    this.pageSize = pageSize;
    this.promised = (lastPageNumber + 1) * pageSize + marginBytes;
    // Each page may be named in LMDB's lists of free pages, old and new.
    this.promised += Math.ceil(this.promised / 128);
    this.reach(this.promised);
  }

  /** To be called before so many bytes (key and value) are put into a store. Throws what the file system says: the disk is full, most likely. */
  forPut(store: Entries, bytes: number): void {
    this.promise(store, bytes);
    this.reach(this.promised + reserveBytes);
  }

  /** To be called before an entry is removed, and before what must not fail: uses the reserve where the disk gives no more. Throws where that is used up too. */
  forRemoval(store: Entries, bytes: number): void {
    this.promise(store, bytes);
    this.reach(this.promised);
  }

  private promise(store: Entries, bytes: number): void {
    const growth = this.growthOf(store);
    growth.entries += 1;
    growth.bytes += bytes + entryOverhead;
    const pages = mostPages(growth, this.pageSize);
    this.promised += (pages - growth.pages) * this.pageSize;
    growth.pages = pages;
  }

  private growthOf(store: Entries): Growth {
    const known = this.growing.get(store);
    if (known) return known;
    // lmdb's types do not say what the stats hold.
    const growth = { tree: store.getStats() as Stats, entries: 0, bytes: 0, pages: 0 };
    this.growing.set(store, growth);
    return growth;
  }

  private reach(size: number): void {
    while (this.size < size) this.size += writeSync(this.file, zeros, 0, zeros.length, this.size);
  }
}

/** A page is copied once in a transaction at most, and split where it is full; new pages are a third full at least. */
const mostPages = ({ tree, entries, bytes }: Growth, pageSize: number): number => {
  const leaves = Math.min(entries, tree.treeLeafPageCount);
  const branches = Math.min(entries * tree.treeDepth, tree.treeBranchPageCount);
  return 2 * (leaves + branches) + Math.ceil((3 * bytes) / pageSize) + 1;
};
