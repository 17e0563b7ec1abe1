import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line of a node names: an absolute folder, and a port, 0 for any free one. */
export type NodeOptions = Readonly<{ folder: string; port: number }>;

/** A node that listens. */
export type RunningNode = Readonly<{ url: string; stop: () => Promise<void> }>;

/**
 * Runs a node as a process: starts it, says on standard output where it listens, and stops it on SIGTERM, SIGINT and the end of the process
 * that started this one. What goes wrong is one sentence on standard error, exit code 1.
 */
export const runNode = (start: (options: NodeOptions) => Promise<RunningNode>): void => {
  run(start).catch(fail);
};

const run = async (start: (options: NodeOptions) => Promise<RunningNode>): Promise<void> => {
  const { url, stop } = await start(readOptions(process.argv.slice(2)));
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), fail);
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, end);
  process.stdout.write(`${JSON.stringify({ ready: { url } })}\n`);
};

const usage = 'Usage: node main.js --data <folder> [--port <number, 0 for any free one>]';

/** Reads the command line. Throws an error that says what is wrong with it. */
export const readOptions = (args: readonly string[]): NodeOptions => {
  const { data, port } = parse(args);
  if (data === undefined || data === '') throw new Error(`The node needs a folder. ${usage}`);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`"${port}" is not a port. ${usage}`);
  return { folder: resolve(data), port: Number(port) };
};

const parse = (args: readonly string[]): { data?: string | undefined; port: string } => {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, port: { type: 'string', default: '0' } },
    }).values;
  } catch (error) {
    throw new Error(`${messageOf(error)}. ${usage}`, { cause: error });
  }
};

/** What went wrong, in words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Says what went wrong, and ends the process with code 1. */
export const fail = (error: unknown): never => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
};
