import { createHash, type Hash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { open, readFile, rename, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { OpsProblem } from '../command.js';
import type { Asked, Format, Page } from './pages.js';

/** What of an export is in its file. Kept beside it, as `<file>.state.json`. */
export type Written = Readonly<{
  dataset: string;
  format: Format;
  /** The position that the export began after, and the one up to which it is complete. */
  from: number;
  position: number;
  rows: number;
  bytes: number;
  sha256: string;
}>;

/** A file that an export grows in. */
type ExportFile = Readonly<{
  written: () => Written;
  /** Whether there was something before. */
  resumed: boolean;
  append: (page: Page) => Promise<void>;
  close: () => Promise<void>;
}>;

/**
 * Opens the file of an export: a new one, or one that an export before it left behind. What was written after the last page that is
 * known to be whole is cut off. Throws `OpsProblem`: `file-exists` (not an export's), `export-mismatch` (of another one),
 * `file-changed` (not what was written).
 */
export const openExportFile = async (path: string, asked: AskedFile): Promise<ExportFile> => {
  const known = await stateOf(path);
  if (known) mustBeOf(path, known, asked);
  else await mustBeEmpty(path);
  const { dataset, format, after: from = 0 } = asked;
  const digest = await digestOfWritten(path, known);
  const written = known ?? { dataset, format, from, position: from, rows: 0, bytes: 0, sha256: hexOf(digest) };
  const file = await open(path, constants.O_RDWR | constants.O_CREAT);
  await file.truncate(written.bytes);
  await keep(path, written);
  return growing({ path, file, digest, known: written, resumed: known !== null });
};

type AskedFile = Pick<Asked, 'dataset' | 'format'> & Readonly<{ after: number | undefined }>;

const mustBeOf = (path: string, known: Written, { dataset, format, after = known.from }: AskedFile): void => {
  if (known.dataset === dataset && known.format === format && known.from === after) return;
  throw new OpsProblem(
    'export-mismatch',
    `${path} holds ${known.dataset} as ${known.format} after ${known.from}: name another with --out`,
  );
};

const mustBeEmpty = async (path: string): Promise<void> => {
  if (((await sizeOf(path)) ?? 0) > 0)
    throw new OpsProblem('file-exists', `${path} is there already and is no export: name another with --out`);
};

type Opened = Readonly<{ path: string; file: FileHandle; digest: Hash; known: Written; resumed: boolean }>;

const growing = ({ path, file, digest, known, resumed }: Opened): ExportFile => {
  let written = known;
  return {
    written: () => written,
    resumed,
    append: async (page) => {
      const { size } = await file.stat();
      if (size !== written.bytes) throw changed(path, 'somebody else writes to it');
      const bytes = written.bytes === 0 ? page.bytes : withoutNames(written.format, page.bytes);
      await file.write(bytes, 0, bytes.length, written.bytes);
      await file.sync();
      digest.update(bytes);
      written = {
        ...written,
        position: page.next,
        rows: written.rows + page.rows,
        bytes: written.bytes + bytes.length,
        sha256: hexOf(digest),
      };
      await keep(path, written);
    },
    close: () => file.close(),
  };
};

/** A page of CSV without its first line; no name of a column holds a line end. */
export const withoutNames = (format: Format, bytes: Buffer): Buffer =>
  format === 'csv' ? bytes.subarray(bytes.indexOf('\r\n') + 2) : bytes;

const hexOf = (digest: Hash): string => digest.copy().digest('hex');

const statePath = (path: string): string => `${path}.state.json`;

/** Written aside and put in place by name, so that it is whole at any time. */
const keep = async (path: string, written: Written): Promise<void> => {
  await writeFile(`${statePath(path)}.new`, `${JSON.stringify(written)}\n`, { flush: true });
  await rename(`${statePath(path)}.new`, statePath(path));
};

const stateOf = async (path: string): Promise<Written | null> => {
  const text = await readFile(statePath(path), 'utf8').catch(absent);
  // Written by `keep` alone; what the file holds is compared with its digest.
  return text === null ? null : (JSON.parse(text) as Written);
};

const sizeOf = async (path: string): Promise<number | null> => (await stat(path).catch(absent))?.size ?? null;

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

/** The digest of what is known to be whole. Throws where the file does not hold it. */
const digestOfWritten = async (path: string, known: Written | null): Promise<Hash> => {
  const digest = createHash('sha256');
  if (known === null) return digest;
  const { bytes, sha256 } = known;
  if (((await sizeOf(path)) ?? 0) < bytes) throw changed(path, 'it is shorter than what was written');
  if (bytes > 0) for await (const chunk of createReadStream(path, { end: bytes - 1 })) digest.update(chunk);
  if (hexOf(digest) !== sha256) throw changed(path, 'it is not what was written');
  return digest;
};

const changed = (path: string, why: string): OpsProblem =>
  new OpsProblem('file-changed', `${path}: ${why}; begin anew with another --out`);
