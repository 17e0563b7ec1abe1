import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';

const root = 'apps/console/src';

type Import = Readonly<{ from: string; of: string; typeOnly: boolean }>;

/** What a module imports, by itself or when it is needed. */
const importsIn = (from: string, text: string): readonly Import[] => {
  const { body } = parseSync(text, { syntax: 'typescript', tsx: from.endsWith('.tsx') });
  const still = body.flatMap((item): Import[] => {
    if (item.type === 'ImportDeclaration') return [{ from, of: item.source.value, typeOnly: item.typeOnly }];
    if (item.type === 'ExportNamedDeclaration' && item.source)
      // the parser's own field, which its types leave out
      return [{ from, of: item.source.value, typeOnly: (item as { typeOnly?: boolean }).typeOnly === true }];
    return [];
  });
  const later = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, of = '']) => ({ from, of, typeOnly: false }));
  return [...still, ...later];
};

/** The folder right below the sources; empty for what brings everything together. */
const roomOf = (path: string): string => {
  const [room = '', file] = path.slice(root.length + 1).split('/');
  return file === undefined ? '' : room;
};

const common = new Set(['shared', 'i18n']);

/** The rule that an import breaks; null where it breaks none. */
const brokenBy = ({ from, of, typeOnly }: Import): string | null => {
  if (of.startsWith('@app/'))
    return of === '@app/contracts' && typeOnly ? null : 'takes types of @app/contracts and nothing else of the house';
  if (!of.startsWith('.')) return null;
  const to = posix.join(dirname(from), of);
  return to.startsWith(`${root}/`) ? betweenRooms(roomOf(from), roomOf(to)) : 'imports nothing outside of the console';
};

const betweenRooms = (room: string, other: string): string | null => {
  if (room === '' || room === other || common.has(other)) return null;
  return common.has(room) ? 'is for all features and knows none' : 'imports shared, and no other feature';
};

const modules = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => posix.join(root, path));
const imports = modules.flatMap((path) => importsIn(path, readFileSync(path, 'utf8')));

/** A way of imports that leads back to where it began; null where there is none. */
const cycleFrom = (way: readonly string[], edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null => {
  for (const next of edges.get(way.at(-1) ?? '') ?? []) {
    if (next === way[0]) return [...way, next];
    if (way.includes(next)) continue;
    const found = cycleFrom([...way, next], edges);
    if (found) return found;
  }
  return null;
};

/** The module that a relative import names. */
const moduleAt = ({ from, of }: Import): readonly string[] => {
  const path = posix.join(dirname(from), of).replace(/\.js$/, '');
  return ['.ts', '.tsx'].map((ending) => `${path}${ending}`).filter((file) => existsSync(join(file)));
};

describe('a module of the console', () => {
  it('imports what it may', () => {
    const broken = imports.flatMap((one) => {
      const rule = brokenBy(one);
      return rule === null ? [] : [`${one.from} imports ${one.of}, but it ${rule}`];
    });
    expect(imports.length).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  it('is in no circle of imports', () => {
    const inside = imports.filter(({ of }) => of.startsWith('.'));
    const edges = new Map(
      modules.map((path) => [path, inside.filter(({ from }) => from === path).flatMap((one) => moduleAt(one))]),
    );
    expect(modules.flatMap((path) => cycleFrom([path], edges) ?? [])).toEqual([]);
  });
});

describe('the rules of the console', () => {
  it.each([
    ['worklist/a.ts', '../case/b.js', false, 'imports shared, and no other feature'],
    ['shared/a.ts', '../case/b.js', false, 'is for all features and knows none'],
    ['case/a.ts', '@app/contracts', false, 'takes types of @app/contracts and nothing else of the house'],
    ['case/a.ts', '@app/domain', true, 'takes types of @app/contracts and nothing else of the house'],
    ['case/a.ts', '../../../../libs/domain/src/index.js', true, 'imports nothing outside of the console'],
    ['case/a.ts', '../shared/b.js', false, null],
    ['case/a.ts', '@app/contracts', true, null],
    ['main.tsx', './case/b.js', false, null],
  ])('say of %s that imports %s (as types alone: %s): %s', (from, of, typeOnly, rule) => {
    expect(brokenBy({ from: `${root}/${from}`, of, typeOnly })).toBe(rule);
  });
});
