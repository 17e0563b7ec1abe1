/** Builds everything by `tsc`, writes the `@app/*` names as paths by `tsc-alias`, makes one file of the verifier of evidence bundles, builds the console, and remembers when, so that a start right after the install does not build again. */
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
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
  bundleVerifier();
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
};

/** The same code of libs/proof that the system runs, in one file for whoever has nothing but Node. */
const bundleVerifier = () =>
  buildSync({
    absWorkingDir: root,
    entryPoints: ['apps/verifier/src/main.ts'],
    outfile: 'dist/apps/verifier/verify.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });

const run = (program) => {
  const args = [join(root, 'node_modules', program), '-p', 'tsconfig.build.json'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
