import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Where things lie in a file of LMDB (data version 2 on 64 bits), in bytes: in a meta page, a page, a node, and the record of a tree. */
const meta = { magic: 24, free: 48, main: 96, lastPage: 144, transaction: 152, end: 168 } as const;
const page = { flags: 18, lower: 20, header: 24 } as const;
const node = { flags: 4, keySize: 6, header: 8 } as const;
const tree = { pageSize: 0, depth: 6, root: 40, size: 48 } as const;

const magic = 0xbeefc0de;
const branchFlag = 1;
const leafFlag = 2;
const bigData = 1;
const subTree = 2;
const noRoot = 0xffff_ffff_ffff_ffffn;

type File = Readonly<{ fd: number; size: number; pageSize: number }>;

/**
 * Throws with what is wrong where an existing data file is none of LMDB, is empty, or lacks pages that are in use: LMDB would not
 * survive reading them. A file may end before its last page, where the last ones are free: then, and only then, all is walked.
 */
export const refuseDamagedFile = (path: string): void => {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    if (size === 0) throw new Error('data.mdb is empty: restore it from a copy, or delete the folder');
    const first = metaAt({ fd, size, pageSize: 0 }, 0);
    const file = { fd, size, pageSize: first.readUInt32LE(meta.free + tree.pageSize) };
    const second = metaAt(file, 1);
    checkPages(
      file,
      second.readBigUInt64LE(meta.transaction) > first.readBigUInt64LE(meta.transaction) ? second : first,
    );
  } finally {
    closeSync(fd);
  }
};

const metaAt = ({ fd, size, pageSize }: File, number: number): Buffer => {
  const bytes = Buffer.alloc(meta.end);
  const length = readSync(fd, bytes, 0, meta.end, number * pageSize);
  if (length < meta.end)
    throw new Error(`data.mdb is no LMDB file, or is cut short to ${size} bytes: restore it from a copy`);
  if (bytes.readUInt32LE(meta.magic) !== magic) throw new Error('data.mdb is no LMDB file');
  return bytes;
};

const checkPages = (file: File, latest: Buffer): void => {
  if (Number(latest.readBigUInt64LE(meta.lastPage) + 1n) * file.pageSize <= file.size) return;
  for (const at of [meta.free, meta.main]) checkTree(file, latest.subarray(at, at + tree.size));
};

const checkTree = (file: File, record: Buffer): void => {
  const root = record.readBigUInt64LE(tree.root);
  if (root !== noRoot) checkPage(file, Number(root), record.readUInt16LE(tree.depth));
};

/** A page and all below it; at depth 1 it is a leaf. */
const checkPage = (file: File, number: number, depth: number): void => {
  checkExtent(file, number, 1);
  const bytes = Buffer.alloc(file.pageSize);
  readSync(file.fd, bytes, 0, file.pageSize, number * file.pageSize);
  const isLeaf = depth === 1;
  const kind = bytes.readUInt16LE(page.flags) & (branchFlag | leafFlag);
  if (Number(bytes.readBigUInt64LE(0)) !== number || kind !== (isLeaf ? leafFlag : branchFlag))
    throw new Error('data.mdb is cut short and damaged: restore it from a copy');
  const nodes = bytes.readUInt16LE(page.lower) >> 1;
  for (let i = 0; i < nodes; i += 1) {
    const at = bytes.readUInt16LE(page.header + i * 2) + page.header;
    if (isLeaf) checkValue(file, bytes, at);
    else checkPage(file, childOf(bytes, at), depth - 1);
  }
};

const childOf = (bytes: Buffer, at: number): number =>
  bytes.readUInt32LE(at) + bytes.readUInt16LE(at + node.flags) * 2 ** 32;

/** Values that lie on pages of their own, and the trees of named stores. */
const checkValue = (file: File, bytes: Buffer, at: number): void => {
  const flags = bytes.readUInt16LE(at + node.flags);
  const valueAt = at + node.header + bytes.readUInt16LE(at + node.keySize);
  if (flags & bigData)
    checkExtent(file, Number(bytes.readBigUInt64LE(valueAt)), Number(bytes.readBigUInt64LE(valueAt + 16)));
  if (flags & subTree) checkTree(file, bytes.subarray(valueAt, valueAt + tree.size));
};

const checkExtent = ({ size, pageSize }: File, number: number, pages: number): void => {
  const needed = (number + pages) * pageSize;
  if (needed > size)
    throw new Error(`data.mdb is cut short: it has ${size} bytes and needs ${needed}; restore it from a copy`);
};
