import { parseArgs } from 'node:util';
import { OpsProblem, type Options } from './command.js';
import { nearestTo } from './nearest.js';

/** The option of every command that answers. */
export const jsonOption = {
  json: { type: 'boolean', about: 'answers in JSON, for machines' },
} as const satisfies Options;

/** The option of every command that asks the api. */
export const apiOption = {
  api: {
    type: 'string',
    value: 'ADDRESS',
    about: 'where the api is; else that of the system which runs on SHANYRAQ_DATA, else PORT on this machine',
  },
} as const satisfies Options;

/** Options as `node:util` parses them; anything else given is refused, with what may be meant. Throws `OpsProblem` `arguments-invalid`. */
export const parseOptions = <T extends Options>(args: readonly string[], options: T) => {
  refuseUnknown(args, options);
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new OpsProblem('arguments-invalid', error instanceof Error ? error.message : String(error), { cause: error });
  }
};

const refuseUnknown = (args: readonly string[], options: Options): void => {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  if (unknown?.kind !== 'option') return;
  const names = Object.keys(options).map((name) => `--${name}`);
  throw new OpsProblem(
    'arguments-invalid',
    `there is no option ${unknown.rawName}${nearestTo(unknown.rawName, names)}; there are ${names.join(', ')}`,
  );
};

/** An option that must be given. */
export const required = (name: string, value: string | undefined): string => {
  if (value === undefined || value === '') throw new OpsProblem('arguments-invalid', `--${name} is missing`);
  return value;
};

/** A whole number within limits. */
export const wholeNumber = (name: string, text: string, limits: Readonly<{ min: number; max: number }>): number => {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= limits.min && value <= limits.max) return value;
  throw new OpsProblem('arguments-invalid', `--${name} must be a whole number from ${limits.min} to ${limits.max}`);
};

/** One of a few words. */
export const choice = <T extends string>(name: string, text: string, choices: readonly T[]): T => {
  const found = choices.find((one) => one === text);
  if (found === undefined) throw new OpsProblem('arguments-invalid', `--${name} must be one of ${choices.join(', ')}`);
  return found;
};
