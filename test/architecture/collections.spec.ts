import { describe, expect, it } from '@jest/globals';
import { sources } from './sources.js';

const code = sources().filter(
  ({ path }) => /^(apps|libs)\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts') && !path.includes('/testing/'),
);

/** The one file that opens and drops collections of documents, by the filling that it is given. */
const opener = 'libs/read-models/src/engine/fillings.ts';

/** What each call of `collection` of a database is given, less its type. */
const opened = (text: string): readonly string[] =>
  [...text.matchAll(/\bdatabase\s*\.collection(?:<[^;]*?>)?\(([^()]*(?:\([^()]*\))?[^()]*)\)/g)].map(
    (match) => match[1] ?? '',
  );

describe('collections of documents', () => {
  it('are opened by the filling that is meant, in one file', () => {
    const named = code
      .filter(({ path }) => path !== opener)
      .flatMap(({ path, text }) => opened(text).map((name) => ({ path, name })))
      .filter(({ name }) => !/^'[a-z-]+'$/.test(name));
    expect(named).toEqual([]);
    expect(opened(code.find(({ path }) => path === opener)?.text ?? '')).toHaveLength(2);
  });

  it('are not led elsewhere by a proxy', () => {
    expect(code.filter(({ text }) => /\bnew Proxy\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
