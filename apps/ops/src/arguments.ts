import { parseArgs, type ParseArgsConfig } from 'node:util';
import { OpsProblem } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options as `node:util` parses them; anything else given is refused. Throws `OpsProblem` `arguments-invalid`. */
export const parseOptions = <T extends Options>(args: readonly string[], options: T) => {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new OpsProblem('arguments-invalid', error instanceof Error ? error.message : String(error), { cause: error });
  }
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
