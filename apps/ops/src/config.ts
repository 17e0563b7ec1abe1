import { loadConfig, loadProjectorSettings, settingsNear, shownSettings } from '@app/platform';
import { jsonOption, parseOptions } from './arguments.js';
import { writeLine, type Command } from './command.js';

/** Shows every setting by the name of its variable, without secrets. */
export const config: Command = {
  about: 'Shows the settings without secrets: those given here, else those of the system that runs on SHANYRAQ_DATA.',
  options: jsonOption,
  examples: ['config'],
  run: async ({ args, env, stdout }) => {
    const { json } = parseOptions(args, jsonOption);
    const settings = settingsNear(env);
    const common = loadConfig(settings);
    const shown = shownSettings(common, loadProjectorSettings(settings, common));
    if (json) return writeLine(stdout, JSON.stringify(shown));
    for (const [name, value] of Object.entries(shown))
      await writeLine(stdout, `${name.padEnd(26)} ${value ?? '(not set)'}`);
  },
};
