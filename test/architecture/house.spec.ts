import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sources } from './sources.js';

const all = sources();
// The file is this repository's own.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const documents = all.filter(
  ({ path }) => /(\.md|\.yml|Dockerfile|\.ci\/run)$/.test(path) && !path.startsWith('docs/law/'),
);

describe('the scripts of package.json', () => {
  it.each(Object.entries(scripts))('%s calls only scripts and files that there are', (_, command) => {
    const called = [...command.matchAll(/npm (?:run )?(?:-s )?([a-z][a-z:]*)/g)].map((match) => match[1] ?? '');
    expect(called.filter((name) => name !== 'run' && !(name in scripts))).toEqual([]);
    const files = [...command.matchAll(/\bnode (?:--\S+ )*(\S+\.m?js)/g)].map((match) => match[1] ?? '');
    const sourcesOf = files.map((file) => file.replace(/^dist\/(.*)\.js$/, '$1.ts'));
    expect(sourcesOf.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('are the ones that documents and CI speak of', () => {
    const spokenOf = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map((match) => ({ path, script: match[1] ?? '' })),
    );
    expect(spokenOf.filter(({ script }) => !(script in scripts))).toEqual([]);
  });
});

describe('every document', () => {
  it('links only to files that there are', () => {
    const links = documents
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => ({ path, target: match[1] ?? '' })),
      );
    const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/') || '.';
    expect(links.filter(({ path, target }) => !existsSync(`${folderOf(path)}/${target}`))).toEqual([]);
  });
});

describe('every file', () => {
  it('is free of paths that only one machine has', () => {
    const machine = new RegExp(`(^|[\\s'"\`(=])/(${['home', 'Users', 'root', 'work', 'farm'].join('|')})/`, 'm');
    expect(all.filter(({ text }) => machine.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is free of marks of what is left to do', () => {
    const marks = /\b(T[O]DO|F[I]XME|X[X]X)\b/;
    const code = all.filter(({ path }) => /\.(ts|mjs|cjs|js)$/.test(path));
    expect(code.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is free of skipped and focused tests', () => {
    const parked = /\b(it|test|describe)\.(skip|only|todo)\b/;
    const specs = all.filter(({ path }) => path.endsWith('.spec.ts') && !path.startsWith('test/architecture/'));
    expect(specs.filter(({ text }) => parked.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
