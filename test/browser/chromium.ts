import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, or the one that `CHROMIUM` names. */
const executable = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

const absent =
  executable === undefined ? 'Chromium is not here: `apt-get install chromium`, or name one in CHROMIUM' : null;

const skipped = absent !== null && process.env['REQUIRE_CHROMIUM'] !== 'true';
const suite = skipped ? describe.skip : describe;

/** Tests in a browser. Skipped where Chromium is not there; switch: REQUIRE_CHROMIUM=true. */
export const describeWithChromium = (name: string, tests: () => void): void =>
  suite(skipped ? `${name} (skipped: ${absent}; REQUIRE_CHROMIUM=true makes that a failure)` : name, tests);

/** Starts the browser. It has no sandbox of its own where root runs it, as in CI. Throws where there is none. */
export const startChromium = (): Promise<Browser> => {
  if (executable === undefined) throw new Error(`${absent}; REQUIRE_CHROMIUM=true asks for it`);
  return chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 });
};
