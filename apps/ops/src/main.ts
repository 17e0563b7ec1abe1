import { once } from 'node:events';
import { endWithReaders } from './closed-output.js';
import { problemOf, writeLine } from './command.js';
import { askedHelp, commandIn, helpOn, unknownCommand, type Commands } from './help.js';

/** Every command, loaded when it is asked for, so that a date is not kept waiting for a web framework. */
const commands: Commands = {
  token: async () => (await import('./token.js')).token,
  'calendar add': async () => (await import('./calendar/add.js')).add,
  'calendar accept': async () => (await import('./calendar/accept.js')).accept,
  'calendar due': async () => (await import('./calendar/due.js')).due,
  seed: async () => (await import('./seed/seed.js')).seed,
  replay: async () => (await import('./replay/replay.js')).replay,
  rebuild: async () => (await import('./projections/rebuild.js')).rebuild,
  'begin-anew': async () => (await import('./projections/begin-anew.js')).beginAnew,
  verify: async () => (await import('./projections/verify.js')).verify,
  export: async () => (await import('./export/export.js')).exportDataset,
  'audit verify': async () => (await import('./audit/verify-log.js')).verifyLog,
  'audit new-log': async () => (await import('./audit/new-log.js')).newLog,
  compact: async () => (await import('./compact.js')).compact,
  config: async () => (await import('./config.js')).config,
  docs: async () => (await import('./docs/docs.js')).docs,
};

const main = async (argv: readonly string[]): Promise<number> => {
  try {
    await carryOut(argv);
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

const carryOut = async (argv: readonly string[]): Promise<void> => {
  const { env, stdin, stdout, stderr } = process;
  const helpWanted = askedHelp(argv);
  if (helpWanted !== null) return writeLine(stdout, await helpOn(commands, helpWanted));
  const name = commandIn(commands, argv);
  const command = await (name === undefined ? undefined : commands[name]?.());
  if (name === undefined || !command) throw unknownCommand(commands, argv);
  await command.run({ args: argv.slice(name.split(' ').length), env, stdin, stdout, stderr });
};

endWithReaders(process.stdout, process.stderr);
// Whoever started it is gone, and with it whoever would read the answer.
if (process.connected) process.once('disconnect', () => process.exit(1));
const code = await main(process.argv.slice(2));
if (process.stdout.writableLength > 0) await once(process.stdout, 'drain');
process.exit(code);
