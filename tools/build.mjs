/** Builds everything by `tsc`, writes the `@app/*` names as paths by `tsc-alias`, makes one file of each verifier of evidence bundles, builds the console, and remembers when, so that a start right after the install does not build again. */
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsoleWhenStale } from './build-console.mjs';
import { touchedAt } from './touched-at.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const sources = [
  ...readdirSync(join(root, 'apps'))
    .filter((app) => app !== 'console')
    .map((app) => `apps/${app}`),
  'libs',
  'infra',
  'test/bench',
  'test/fuzz',
  'test/support',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Builds where a source is newer than the last build. Exits with the build's own code where it fails. */
export const buildWhenStale = () => {
  const builtAt = touchedAt(stamp);
  if (sources.some((path) => touchedAt(join(root, path)) > builtAt)) buildServer();
  buildConsoleWhenStale();
};

const build = () => {
  buildServer();
  buildConsoleWhenStale();
};

const buildServer = () => {
  const startedAt = new Date();
  run('typescript/bin/tsc');
  run('tsc-alias/dist/bin/index.js');
  bundleVerifiers(join(root, 'dist'));
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
};

/** The same code of libs/proof that the system runs, in one file for whoever has nothing but Node, and in one for whoever has a browser. */
export const bundleVerifiers = (out) => {
  const folder = join(out, 'apps/verifier');
  mkdirSync(folder, { recursive: true });
  const [program] = bundled({
    entryPoints: ['apps/verifier/src/main.ts'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  writeFileSync(join(folder, 'verify.mjs'), program);
  const [script] = bundled({
    entryPoints: ['apps/verifier/page/page.ts'],
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  });
  writeFileSync(join(folder, 'verify.html'), pageWith(script));
};

const bundled = (options) =>
  buildSync({
    absWorkingDir: root,
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  }).outputFiles.map(({ text }) => text);

/** The page runs this script alone, and may ask nobody for anything: its own policy says so. */
const pageWith = (script) => {
  const hash = createHash('sha256').update(script).digest('base64');
  return readFileSync(join(root, 'apps/verifier/page/page.html'), 'utf8')
    .replace('SCRIPT-HASH', () => hash)
    .replace('</body>', () => `<script>${script}</script></body>`);
};

const run = (program) => {
  const args = [join(root, 'node_modules', program), '-p', 'tsconfig.build.json'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
