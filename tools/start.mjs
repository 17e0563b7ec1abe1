/** `npm start`: builds where needed, then becomes the launcher, in one process, so that a signal to it reaches the launcher. */
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from './build.mjs';

buildWhenStale();
// From Node 22.8 on: what was compiled by one start is there for the next, here and in the processes that are started from here.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../dist/.compile-cache', import.meta.url));
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
await import('../dist/apps/launcher/src/main.js');
