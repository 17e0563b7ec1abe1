/** The modules that `npm run dev` runs: compiled by swc one by one, with what each of them imports. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { transform } from '@swc/core';
import { parse } from 'es-module-lexer/minimal';

/**
 * Modules are named by their path below `out`, sources by theirs below `root`.
 * `update` compiles sources that were changed, added or deleted, and answers which modules became others; it throws
 * `NotCompiled`, and leaves every module as it was, where one of them cannot be read as TypeScript.
 * `reaching` answers the modules that import any of the given ones, on whatever way, and these themselves.
 */
export const modulesIn = (root, out) => {
  /** Every module with its code and the modules that it imports. */
  const modules = new Map();

  const compile = async (source) => {
    const name = source.replace(/\.ts$/, '.js');
    const path = join(root, source);
    if (!existsSync(path)) return { name, code: null, imports: [] };
    const text = await readFile(path, 'utf8');
    if (!source.endsWith('.ts')) return { name, code: text, imports: [] };
    try {
      const { code } = await transform(text, { filename: path, configFile: join(root, '.swcrc') });
      return { name, ...linked(name, code) };
    } catch (error) {
      throw new NotCompiled(sentenceOf(source, error), { cause: error });
    }
  };

  const store = async ({ name, code, imports }) => {
    const path = join(out, name);
    if (code === null) {
      modules.delete(name);
      await rm(path, { force: true });
      return;
    }
    modules.set(name, { code, imports });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  };

  return {
    update: async (sources) => {
      const compiled = await Promise.all(sources.map(compile));
      const others = compiled.filter(({ name, code }) => (modules.get(name)?.code ?? null) !== code);
      await Promise.all(others.map(store));
      return others.map(({ name }) => name);
    },
    reaching: (names) => {
      const found = new Set(names);
      for (const name of found) {
        for (const [other, { imports }] of modules) if (imports.includes(name)) found.add(other);
      }
      return [...found];
    },
  };
};

/** One sentence that says which source is wrong, and where. */
export class NotCompiled extends Error {}

/** Names the libs by path, as tsc-alias does in the build; answers what the module imports, too. */
const linked = (name, text) => {
  const folder = dirname(name);
  const code = text.replaceAll(
    /(["'])@app\/([a-z-]+)(?:\/([a-z-]+))?\1/g,
    (_, quote, lib, entry = 'index') => `${quote}${posix.relative(folder, `libs/${lib}/src/${entry}.js`)}${quote}`,
  );
  const imports = parse(code)[0].flatMap(({ n: path }) => (path?.startsWith('.') ? [posix.join(folder, path)] : []));
  return { code, imports };
};

/** From what swc draws: its first complaint, and the number of the line that it points at. */
const sentenceOf = (source, error) => {
  const [, complaint = String(error)] = /^\s*x (.*)/.exec(error.message) ?? [];
  const line = /(\d+) \|[^\n]*\n\s*:\s*\^/.exec(error.message)?.[1] ?? /:(\d+):\d+\]/.exec(error.message)?.[1];
  return `${source}${line === undefined ? '' : `:${line}`} cannot be compiled (${complaint}); what ran goes on as it was.`;
};
