import { once } from 'node:events';
import { problemOf, writeLine, type Command } from './command.js';

/** Every command, loaded when it is asked for, so that a date is not kept waiting for a web framework. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  token: async () => (await import('./token.js')).token,
  'calendar accept': async () => (await import('./calendar/accept.js')).accept,
  'calendar due': async () => (await import('./calendar/due.js')).due,
  seed: async () => (await import('./seed/seed.js')).seed,
  replay: async () => (await import('./replay/replay.js')).replay,
  rebuild: async () => (await import('./projections/rebuild.js')).rebuild,
  verify: async () => (await import('./projections/verify.js')).verify,
  export: async () => (await import('./export/export.js')).exportDataset,
  config: async () => (await import('./config.js')).config,
  docs: async () => (await import('./docs/docs.js')).docs,
};

const main = async (argv: readonly string[]): Promise<number> => {
  const name = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((candidate) => Object.hasOwn(commands, candidate));
  try {
    if (name === undefined) return await help(argv[0]);
    const command = await commands[name]?.();
    const { env, stdin, stdout, stderr } = process;
    await command?.run({ args: argv.slice(name.split(' ').length), env, stdin, stdout, stderr });
    return 0;
  } catch (error) {
    const problem = problemOf(error);
    await writeLine(
      process.stderr,
      argv.includes('--json') ? JSON.stringify(problem) : `${problem.code}: ${problem.detail}`,
    );
    return 1;
  }
};

/** What there is; a problem where a command was meant that there is not. */
const help = async (asked: string | undefined): Promise<number> => {
  const wanted = asked === undefined || ['help', '--help', '-h'].includes(asked);
  const usages = await Promise.all(Object.values(commands).map(async (load) => (await load()).usage));
  const text = ['npm run -s ops -- <command> [--json]', '', ...usages.map((usage) => `  ${usage}`)].join('\n');
  if (!wanted) await writeLine(process.stderr, `command-unknown: there is no command ${asked}\n`);
  await writeLine(wanted ? process.stdout : process.stderr, text);
  return wanted ? 0 : 1;
};

// Whoever started it is gone, and with it whoever would read the answer.
if (process.connected) process.once('disconnect', () => process.exit(1));
const code = await main(process.argv.slice(2));
if (process.stdout.writableLength > 0) await once(process.stdout, 'drain');
process.exit(code);
