/** `npm start`: builds where needed, then becomes the launcher, in one process, so that a signal to it reaches the launcher. */
import { buildWhenStale } from './build.mjs';

buildWhenStale();
await import('../dist/apps/launcher/src/main.js');
