import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe } from '@jest/globals';

const folder = 'test/proof/go';

const run = (program: string, args: readonly string[], input = '') =>
  spawnSync(program, args, { cwd: folder, input, encoding: 'utf8', timeout: 60_000, maxBuffer: 64 * 1024 * 1024 });

/** Go on the path, or where its installer puts it. */
const go = ['go', '/usr/local/go/bin/go'].find((program) => run(program, ['version']).status === 0);

const absence = (): string | null => {
  if (go === undefined) return 'Go is not installed here';
  return run(go, ['mod', 'download']).status === 0
    ? null
    : `the modules of ${folder} cannot be fetched (or Go is too old)`;
};

const absent = absence();

const skipped = absent !== null && process.env['REQUIRE_GO'] !== 'true';
const suite = skipped ? describe.skip : describe;

/** Tests that run the program of `test/proof/go`. Skipped where Go or its modules are not there; switch: REQUIRE_GO=true. */
export const describeWithGo = (name: string, tests: () => void): void =>
  suite(skipped ? `${name} (skipped: ${absent}; REQUIRE_GO=true makes that a failure)` : name, tests);

/** Builds the program into a folder; the function runs it and returns what it wrote to stdout. Throws with its words where it fails. */
export const buildGoProgram = (into: string): ((args: readonly string[], input?: string) => string) => {
  if (go === undefined || absent !== null) throw new Error(`${absent}; REQUIRE_GO=true asks for it`);
  const program = join(into, 'proof');
  const answerOf = (command: string, args: readonly string[], input?: string): string => {
    const { status, stdout, stderr } = run(command, args, input);
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
    return stdout;
  };
  answerOf(go, ['build', '-o', program, '.']);
  return (args, input) => answerOf(program, args, input);
};
