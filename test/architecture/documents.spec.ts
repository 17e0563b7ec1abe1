import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sources } from './sources.js';

const all = sources();
const documents = all.filter(({ path }) => /^(docs\/)?[\w-]+\.md$/.test(path) && path !== 'docs/conformance.md');
const paths = all.map(({ path }) => `/${path}`);

/** Names of files, and of folders by their whole path; not those of packages, placeholders, and files that a run makes. */
const looksLikeOurs = (word: string): boolean =>
  /^(apps|libs|infra|test|tools|docs|\.ci)\/[\w./-]*$/.test(word) ||
  /^(?:\.\.\/)*(?:[\w.-]+\/)*[\w-][\w.-]*\.(?:ts|mjs|cjs|md|yml|toml|py)$/.test(word);

const isThere = (word: string): boolean =>
  existsSync(word) || paths.some((path) => path.endsWith(`/${word.replace(/^(\.\.\/)+/, '')}`));

/** Code blocks of `docs/style.md` under a line that ends with the file they are cut from. */
const samples = (): readonly Readonly<{ path: string; code: string }>[] =>
  [...readFileSync('docs/style.md', 'utf8').matchAll(/: `([\w./-]+\.ts)`\n\n```ts\n([\s\S]*?)\n```/g)].map(
    ([, path = '', code = '']) => ({ path, code }),
  );

/** Without indentation, which a cut loses. */
const lines = (text: string): string => `\n${text.replaceAll(/^ +/gm, '')}\n`;

describe('the documents', () => {
  it('name only files and folders that there are', () => {
    const named = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/`([^`\n]+)`/g)].map((match) => `${path}: ${match[1] ?? ''}`),
    );
    const ours = named.filter((one) => looksLikeOurs(one.split(': ')[1] ?? ''));
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((one) => !isThere(one.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('show code that is there: mend the sample in docs/style.md where its file has changed', () => {
    expect(samples().length).toBeGreaterThan(4);
    const parts = samples().flatMap(({ path, code }) =>
      code
        .split(/\n *…\n/)
        .map((part) => ({ path, part, found: lines(readFileSync(path, 'utf8')).includes(lines(part)) })),
    );
    expect(parts.filter(({ found }) => !found)).toEqual([]);
  });
});
