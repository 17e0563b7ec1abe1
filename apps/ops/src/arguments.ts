import { parseArgs } from 'node:util';
import { closestMatch } from 'leven';
import { OpsProblem, type Options } from './command.js';

/** The option of every command that answers. */
export const jsonOption = {
  json: { type: 'boolean', about: 'answers in JSON, for machines' },
} as const satisfies Options;

/** The option of every command that asks the api. */
export const apiOption = {
  api: {
    type: 'string',
    value: 'ADDRESS',
    about: 'the address of the api. Absent: that of the system which runs on SHANYRAQ_DATA, else PORT on this machine',
  },
} as const satisfies Options;

/** Reads options. Throws `OpsProblem` `arguments-invalid` with a sentence on the first word that cannot be used. */
export const parseOptions = <T extends Options>(args: readonly string[], options: T) => {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    const problem = token.kind === 'option' ? wrongOption(token, options) : wrongWord(token);
    if (problem !== null) throw new OpsProblem('arguments-invalid', problem);
  }
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
};

type OptionToken = Readonly<{
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}>;

const wrongOption = (token: OptionToken, options: Options): string | null => {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (option === undefined) return unknownOption(token.rawName, options);
  if (option.type === 'string') return wrongValue(token, option.value ?? 'VALUE');
  return token.inlineValue ? `${token.rawName} takes no value: leave out what follows the =` : null;
};

const wrongValue = ({ rawName, value = '', inlineValue }: OptionToken, shown: string): string | null => {
  if (value === '') return `${rawName} needs a value: ${rawName} ${shown}`;
  if (inlineValue || !value.startsWith('-')) return null;
  return `${rawName} needs a value before ${value}; where ${value} is the value, write ${rawName}=${value}`;
};

const unknownOption = (rawName: string, options: Options): string => {
  const names = Object.keys(options).map((name) => `--${name}`);
  return `there is no option ${rawName}${nearestTo(rawName, names)}; there are ${names.join(', ')}`;
};

const wrongWord = (token: Readonly<{ kind: string; value?: string | undefined }>): string => {
  const word = token.kind === 'positional' ? (token.value ?? '') : '--';
  return `${word} is one word too many: leave it out, or write the name of its option before it`;
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

/** `: did you mean verify?` where one of the names is near what was written; nothing else. */
export const nearestTo = (written: string, names: readonly string[]): string => {
  const nearest = closestMatch(written, names, { maxDistance: Math.ceil(written.length / 3) });
  return nearest === undefined ? '' : `: did you mean ${nearest}?`;
};
