import { readdirSync } from 'node:fs';
import { root, sourceText } from './generated-file.js';

/** How a rule is broken on purpose (`npm run breaks`): in words, and what to put where in the sources. */
export type Break = Readonly<{
  rule: string;
  breaks: string;
  edits: readonly Readonly<{ file: string; find: string; put: string }>[];
}>;

const folder = 'test/breaks';

/** Every break of `test/breaks`. */
export const allBreaks = (): readonly Break[] =>
  readdirSync(`${root}${folder}`)
    .toSorted()
    // Our own files; `breaks.spec.ts` looks at what they name.
    .flatMap((name) => JSON.parse(sourceText(`${folder}/${name}`)) as readonly Break[]);
