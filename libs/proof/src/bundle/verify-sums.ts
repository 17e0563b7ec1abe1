import { Malformed, textOf, toHex } from '../tlog/bytes.js';
import type { Sha256 } from '../tlog/merkle.js';
import type { Faults } from './fault.js';
import { bundleFiles } from './format.js';

/** Files by name, folders with a slash. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** Compares each file with its sum. A file without a sum, and a sum without a file, is a fault. */
export const verifySums = async (files: BundleFiles, sha256: Sha256, faults: Faults): Promise<void> => {
  const text = (await faults.of(bundleFiles.sums, null, () => textIn(files, bundleFiles.sums))) ?? '';
  const listed = new Set<string>([bundleFiles.sums]);
  for (const [at, line] of linesOf(text).entries()) {
    const sum = await faults.of(bundleFiles.sums, at + 1, () => sumIn(line, files));
    if (sum === null) continue;
    listed.add(sum.name);
    if (toHex(sha256(sum.file)) !== sum.hex)
      faults.add(sum.name, null, `it is not the file that ${bundleFiles.sums} names`);
  }
  const unlisted = [...files.keys()].filter((name) => !listed.has(name));
  for (const name of unlisted) faults.add(name, null, `${bundleFiles.sums} does not name it`);
};

const sumIn = (line: string, files: BundleFiles): Readonly<{ name: string; hex: string; file: Uint8Array }> => {
  const [, hex = '', name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
  if (name === undefined) throw new Malformed('a line is a SHA-256 in hex, two spaces and a name');
  const file = files.get(name);
  if (file === undefined) throw new Malformed(`there is no file ${name}`);
  return { name, hex, file };
};

/** The text of a file. Throws `Malformed` where it is absent or not UTF-8. */
export const textIn = (files: BundleFiles, name: string): string => {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Malformed('the file is missing');
  return textOf(bytes);
};

/** The lines of a text whose last line ends too. */
export const linesOf = (text: string): readonly string[] =>
  (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').slice(text === '' ? 1 : 0);
