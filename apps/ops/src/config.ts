import { loadConfigNear, redactedConfig } from '@app/platform';
import { jsonOption, parseOptions } from './arguments.js';
import { writeLine, type Command } from './command.js';

/** Shows the configuration, with that of the system which runs on its data folder, without secrets. */
export const config: Command = {
  about: 'Shows the configuration, with that of the system which runs on SHANYRAQ_DATA, without secrets.',
  options: jsonOption,
  examples: ['config'],
  run: async ({ args, env, stdout }) => {
    const { json } = parseOptions(args, jsonOption);
    const shown = redactedConfig(loadConfigNear(env));
    if (json) return writeLine(stdout, JSON.stringify(shown));
    for (const [name, value] of Object.entries(shown)) await writeLine(stdout, `${name.padEnd(16)} ${inWords(value)}`);
  },
};

const inWords = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
