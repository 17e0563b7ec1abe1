import { nearestTo } from './arguments.js';
import { OpsProblem, type Command, type Options } from './command.js';

/** Every command by its name, loaded when it is asked for. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

const call = 'npm run -s ops --';

/** The words of a command line that asks for help, without that; null where it asks for none. */
export const askedHelp = (argv: readonly string[]): readonly string[] | null => {
  const isFlag = (word: string): boolean => word === '--help' || word === '-h';
  if (argv.length > 0 && argv[0] !== 'help' && !argv.some(isFlag)) return null;
  const words = argv[0] === 'help' ? argv.slice(1) : argv;
  return words.filter((word) => !word.startsWith('-'));
};

/** The name of the command that a command line begins with; undefined where it names none. */
export const commandIn = (commands: Commands, argv: readonly string[]): string | undefined =>
  [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((candidate) => Object.hasOwn(commands, candidate));

/** Help on the command that the words name, or on all (on those of a group: `calendar`). Throws `OpsProblem` `command-unknown`. */
export const helpOn = async (commands: Commands, words: readonly string[]): Promise<string> => {
  const name = commandIn(commands, words);
  const command = await (name === undefined ? undefined : commands[name]?.());
  if (name !== undefined && command) return helpOnOne(name, command);
  const group = Object.entries(commands).filter(([one]) => words.length === 0 || one.startsWith(`${words[0]} `));
  if (group.length === 0) throw unknownCommand(commands, words);
  return helpOnAll(await Promise.all(group.map(async ([one, load]) => [one, await load()] as const)));
};

/** Tells what there is, and what was meant perhaps. */
export const unknownCommand = (commands: Commands, words: readonly string[]): OpsProblem => {
  const names = Object.keys(commands);
  const asked = names.some((name) => name.startsWith(`${words[0]} `)) ? words.slice(0, 2).join(' ') : (words[0] ?? '');
  return new OpsProblem(
    'command-unknown',
    `there is no command ${asked}${nearestTo(asked, names)}; there are ${names.join(', ')}; \`${call} help\` says more`,
  );
};

const helpOnAll = (commands: readonly (readonly [string, Command])[]): string =>
  [
    `${call} <command> [options]`,
    '',
    ...table(commands.map(([name, command]) => [headOf(name, command), command.about])),
    '',
    `\`${call} <command> --help\` shows the options of one.`,
  ].join('\n');

const helpOnOne = (name: string, command: Command): string =>
  [
    `${call} ${headOf(name, command)} [options]`,
    '',
    command.about,
    '',
    ...table(optionLines(command.options)),
    '',
    'For example:',
    ...command.examples.map((example) => `  ${call} ${example}`),
  ].join('\n');

const headOf = (name: string, { operand }: Command): string => (operand === undefined ? name : `${name} ${operand}`);

const optionLines = (options: Options): readonly (readonly [string, string])[] => [
  ...Object.entries(options).map(([name, { value, about, default: preset }]) => {
    const absent = preset === undefined ? '' : `. Absent: ${preset}`;
    return [value === undefined ? `--${name}` : `--${name} ${value}`, `${about}${absent}`] as const;
  }),
  ['--help', 'this text'],
];

const table = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([head]) => head.length));
  return rows.map(([head, text]) => `  ${head.padEnd(width)}  ${text}`);
};
