import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Options = Readonly<{ folder: string; port: number }>;

const usage = 'Usage: node main.js --data <folder> [--port <number, 0 for any free one>]';

/** Reads the command line. Throws an error that says what is wrong with it. */
export const readOptions = (args: readonly string[]): Options => {
  const { data, port } = parse(args);
  if (data === undefined || data === '') throw new Error(`The event node needs a folder. ${usage}`);
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
    throw new Error(`${error instanceof Error ? error.message : String(error)}. ${usage}`, { cause: error });
  }
};
