/** `npm run dev`: the system of `npm start`, compiled from what is being written; what a save touches is started again. */
import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import { bundleVerifiers } from '../build.mjs';
import { Launcher } from './launcher.mjs';
import { modulesIn, NotCompiled } from './modules.mjs';
import { typeChecks } from './types.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist', 'dev');
const folders = ['apps', 'libs', 'infra'].map((folder) => join(root, folder));
const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** What the system runs, of all that lies in the folders; `npm run dev:console` is for the console. */
const isSource = (path) =>
  /\.(ts|json)$/.test(path) &&
  !/\.spec\.ts$|[/\\]testing[/\\]|tsconfig|(^|[/\\])console[/\\](src[/\\]|vite\.config)/.test(path);

const modules = modulesIn(root, out);
const types = typeChecks(root, say);
const launcher = new Launcher({ out, args: process.argv.slice(2), say, settled: types.check, over: () => stop() });

/** Sources that were saved and not compiled yet: those of a save that cannot be compiled wait for the next. */
const saved = new Set();

const carryOut = async () => {
  const sources = [...saved];
  saved.clear();
  try {
    const changed = await modules.update(sources);
    if (changed.some((name) => /^(apps\/verifier|libs\/proof)\//.test(name))) bundleVerifiers(out);
    if (changed.some((name) => name.startsWith('apps/launcher/'))) launcher.startAnew();
    else if (changed.length > 0) launcher.changed(modules.reaching(changed));
    else types.check();
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    for (const source of sources) saved.add(source);
    say(error.message);
  }
};

/** An editor, or git, saves several files at once. */
const quietMs = 50;
let turn = Promise.resolve();
const soon = setTimeout(() => {
  types.stop();
  turn = turn.then(carryOut);
}, quietMs);

const onSave = (path) => {
  if (!/\.(ts|json)$/.test(path)) return;
  if (isSource(path)) saved.add(relative(root, path));
  soon.refresh();
};

rmSync(out, { recursive: true, force: true });
for (const folder of folders) {
  for (const path of readdirSync(folder, { recursive: true })) {
    if (isSource(path)) saved.add(relative(root, join(folder, path)));
  }
}
const watcher = watch([...folders, join(root, 'test')], { ignoreInitial: true }).on('all', (_, path) => onSave(path));

const stop = async () => {
  types.stop();
  await Promise.all([watcher.close(), launcher.stop()]);
  process.exit(0);
};
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
// npm hands a signal to its shell alone, and the shell ends by it without a word.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 250);
