import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A file of this checkout that is, or will be, committed. */
export type Source = Readonly<{ path: string; text: string }>;

/** Every text file that Git knows or would add, less what is made by tools. */
export const sources = (): readonly Source[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && path !== 'package-lock.json')
    .flatMap((path) => textOf(path).map((text) => ({ path, text })));

/** None where the file has been removed meanwhile, or is no text. */
const textOf = (path: string): readonly string[] => {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes('\0') ? [] : [text];
  } catch {
    return [];
  }
};
