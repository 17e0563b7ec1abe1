import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** How a command of the command line ended. */
export type Ended = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Runs a command of the built command line to its end, with lines for its standard input. */
export const ops = async (
  args: readonly string[],
  { env = {}, input = '' }: Readonly<{ env?: NodeJS.ProcessEnv; input?: string }> = {},
): Promise<Ended> => {
  const child = spawn(process.execPath, ['dist/apps/ops/src/main.js', ...args], { env: { ...process.env, ...env } });
  const ended = once(child, 'close');
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code: Number(code), stdout, stderr };
};

/** A command's answer as JSON; what it wrote to standard error where it failed. */
export const opsJson = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<unknown> => {
  const { stdout, stderr } = await ops([...args, '--json'], { env });
  return JSON.parse(stdout || stderr);
};
