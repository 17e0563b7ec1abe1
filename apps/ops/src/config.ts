import { loadConfig, redactedConfig } from '@app/platform';
import { parseOptions } from './arguments.js';
import { writeLine, type Command } from './command.js';

/** Shows the configuration as a process of this folder would read it, without secrets. */
export const config: Command = {
  usage: 'config',
  run: async ({ args, env, stdout }) => {
    const { json } = parseOptions(args, { json: { type: 'boolean' } });
    const shown = redactedConfig(loadConfig(env));
    if (json) return writeLine(stdout, JSON.stringify(shown));
    for (const [name, value] of Object.entries(shown)) await writeLine(stdout, `${name.padEnd(16)} ${inWords(value)}`);
  },
};

const inWords = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
