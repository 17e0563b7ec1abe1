import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The environment of processes whose clock shows an instant now, and goes on from there. */
export const clockAt = (instant: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${pathToFileURL(resolve('test/support/clock-ahead.mjs')).href}`,
  CLOCK_SHIFT_MS: String(Date.parse(instant) - Date.now()),
});
