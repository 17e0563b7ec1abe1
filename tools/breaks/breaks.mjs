/** How each rule of docs/law/rules.md section 11 is broken on purpose: `test/breaks/*.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Every break in the order of the files: the `rule`, what it `breaks` in words, and its `edits`: in which `file` which text to `find`, once, and
 * what to `put` in its place.
 */
export const allBreaks = () =>
  readdirSync(join(root, 'test/breaks'))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => JSON.parse(readFileSync(join(root, 'test/breaks', name), 'utf8')));
