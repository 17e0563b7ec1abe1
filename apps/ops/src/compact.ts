import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '@app/platform';
import { jsonOption, parseOptions } from './arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from './command.js';

const options = { ...jsonOption } as const satisfies Options;

/** The node's own program: what its files hold is its to know. */
const program = fileURLToPath(new URL('../../../infra/embedded/document-node/compact.js', import.meta.url));

/** Writes the files of the embedded document store anew, without what was removed or written over. */
export const compact: Command = {
  about:
    'Writes the file of the embedded document store anew, without what was removed or written over: after an erasure nothing of it is left there. Stop the system first. A real MongoDB has a command `compact` of its own.',
  options,
  examples: ['compact'],
  run: async ({ args, env, stdout }) => {
    const { json } = parseOptions(args, options);
    const folder = join(loadConfig(env).dataFolder, 'document-node');
    if (!existsSync(folder))
      throw new OpsProblem('no-embedded-store', `There is no embedded document store in ${folder}.`);
    const { before, after } = await compacted(folder);
    const text = `${folder}: ${before} bytes before, ${after} after`;
    await writeLine(stdout, json ? JSON.stringify({ folder, before, after }) : text);
  },
};

type Sizes = Readonly<{ before: number; after: number }>;

const compacted = async (folder: string): Promise<Sizes> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--data', folder]);
    // The program's own answer.
    return JSON.parse(stdout) as Sizes;
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new OpsProblem('not-compacted', said || 'The store could not be compacted.', { cause });
  }
};
