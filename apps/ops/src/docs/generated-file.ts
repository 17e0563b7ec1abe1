import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A generated file: its path from the root, and what it must say. */
export type GeneratedFile = Readonly<{ path: string; text: string }>;

/** The folder of package.json: sources and what is built from them lie at different depths below it. */
function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}

/** Root of this checkout; absolute path with a slash at its end. Only a checkout has the sources that the documents are made from. */
export const root = `${rootAbove(dirname(fileURLToPath(import.meta.url)))}/`;

/** A file of this checkout. */
export const sourceText = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** The first lines of every generated Markdown file. */
export const heading = (title: string, about: string): readonly string[] => [
  `# ${title}`,
  '',
  '<!-- Made by `npm run docs`; do not edit. -->',
  '',
  about,
  '',
];

/** A Markdown table. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${titles.join(' | ')} |`,
  `|${titles.map(() => '---').join('|')}|`,
  ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
];
