import { unzipSync } from 'fflate';
import { type BundleFiles, bundleFiles } from '@app/proof';

/** A file that the reader chose, by its name, folders with a slash. */
export type Chosen = Readonly<{ name: string; file: Blob }>;

/** What was chosen is no bundle. The message says what to do. */
export class NoBundle extends Error {
  override readonly name = 'NoBundle';
}

/** The files of a bundle, of its ZIP or of its folder. Throws `NoBundle`. */
export const filesOf = async (chosen: readonly Chosen[]): Promise<BundleFiles> => {
  const files = await Promise.all(chosen.map(async ({ name, file }) => [name, await bytesOf(file)] as const));
  const [only, ...others] = files;
  if (only === undefined) throw new NoBundle('Nothing was chosen. A folder cannot be dropped: choose it, or its ZIP.');
  return withinFolder(others.length === 0 ? unzipped(...only) : files);
};

const bytesOf = async (file: Blob): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new NoBundle('It cannot be read. A folder cannot be dropped: choose it, or its ZIP.', { cause: error });
  }
};

const unzipped = (name: string, bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] => {
  const entries: string[] = [];
  let size = 0;
  const isTaken = (entry: Readonly<{ name: string; originalSize: number }>): boolean => {
    entries.push(entry.name);
    size += entry.originalSize;
    return size <= mostBytes;
  };
  const files = entriesOf(name, () => unzipSync(bytes, { filter: isTaken }));
  if (size > mostBytes) throw new NoBundle(`${name} is too large for this page. Unpack it and run verify.mjs.`);
  if (files.length !== entries.length) throw twice(name);
  return files.filter(([entry]) => !entry.endsWith('/'));
};

/** A page holds all of a bundle in memory. */
const mostBytes = 2 ** 29;

/** Of two files of one name the page would prove one, and whoever unpacks them may read the other. */
const twice = (name: string): NoBundle =>
  new NoBundle(`${name} holds a name twice, or one that is no name of a file: it is no evidence bundle.`);

const entriesOf = (
  name: string,
  unzip: () => Readonly<Record<string, Uint8Array>>,
): readonly (readonly [string, Uint8Array])[] => {
  try {
    return Object.entries(unzip());
  } catch (error) {
    throw new NoBundle(`${name} is no ZIP. Choose the ZIP of a bundle, or the folder that it was unpacked to.`, {
      cause: error,
    });
  }
};

/** A folder, and what was packed again, has its own name before each file. */
const withinFolder = (files: readonly (readonly [string, Uint8Array])[]): BundleFiles => {
  const sums = files.map(([name]) => name).find((name) => name.split('/').at(-1) === bundleFiles.sums);
  if (sums === undefined) throw new NoBundle(`There is no ${bundleFiles.sums} in it: it is no evidence bundle.`);
  const folder = sums.slice(0, -bundleFiles.sums.length);
  const within = new Map(
    files.map(([name, bytes]) => [name.startsWith(folder) ? name.slice(folder.length) : name, bytes]),
  );
  if (within.size !== files.length) throw twice('What was chosen');
  return within;
};
