/** Builds the console into dist/console by vite, with each file compressed beside it; only where something of it is newer than what was built. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { touchedAt } from './touched-at.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.console-built');
const page = join(root, 'dist', 'console', 'index.html');
const sources = ['apps/console', 'package.json', 'tools/build-console.mjs'];

export const buildConsoleWhenStale = () => {
  const builtAt = touchedAt(page) === 0 ? 0 : touchedAt(stamp);
  if (sources.every((path) => touchedAt(join(root, path)) <= builtAt)) return;
  const startedAt = new Date();
  const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/console', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  compress(join(root, 'dist', 'console', 'assets'));
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
};

/** Fonts are compressed as they come. */
const compress = (folder) => {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const path = join(folder, name);
    if (statSync(path).size < 1_000) continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
};
