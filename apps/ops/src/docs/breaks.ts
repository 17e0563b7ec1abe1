import { pathToFileURL } from 'node:url';
import { root } from './generated-file.js';

/** How a rule is broken on purpose (`npm run breaks`): in words, and what to put where in the sources. */
export type Break = Readonly<{
  rule: string;
  breaks: string;
  edits: readonly Readonly<{ file: string; find: string; put: string }>[];
}>;

// The tool is plain JavaScript: its types stand here alone.
const tool = (await import(pathToFileURL(`${root}tools/breaks/breaks.mjs`).href)) as {
  allBreaks: () => readonly Break[];
};

/** Every break of `test/breaks`, as the tool reads them. */
export const { allBreaks } = tool;
