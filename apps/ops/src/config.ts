import { loadConfig, loadProjectorSettings, settingsNear, shownSettings } from '@app/platform';
import { tengeFromTiyn, type DecreeParameters } from '@app/domain';
import { jsonOption, parseOptions } from './arguments.js';
import { writeLine, type Command } from './command.js';

/** Shows every setting by the name of its variable, without secrets, and what holds for instalments. */
export const config: Command = {
  about: 'Shows the settings without secrets: those given here, else those of the system that runs on SHANYRAQ_DATA.',
  options: jsonOption,
  examples: ['config'],
  run: async ({ args, env, stdout }) => {
    const { json } = parseOptions(args, jsonOption);
    const settings = settingsNear(env);
    const common = loadConfig(settings);
    const shown = shownSettings(common, loadProjectorSettings(settings, common));
    // Loaded when it is needed, as for the calendar: other commands should not wait for it.
    const { decreeInForce } = await import('@app/application');
    const instalments = await decreeInForce(common);
    if (json) return writeLine(stdout, JSON.stringify({ ...shown, instalments }));
    for (const [name, value] of Object.entries(shown))
      await writeLine(stdout, `${name.padEnd(26)} ${value ?? '(not set)'}`);
    for (const parameters of instalments) await writeLine(stdout, `instalments ${inWords(parameters)}`);
  },
};

/** E.g. `from 2025-01-21 (Decree No. 1; a gazette): 10 years, 15 above 15000000.00 tenge; 10 % at least, on the day agreed`. */
const inWords = ({ from, act, source, ...limits }: DecreeParameters): string => {
  const {
    maxInstalmentYears: years,
    longerAbove,
    minInitialContributionPct: share,
    initialContributionDays: days,
  } = limits;
  const longer = longerAbove && `, ${longerAbove.years} above ${tengeFromTiyn(longerAbove.residualValue)} tenge`;
  const day = days === null ? 'on the day agreed' : `within ${days} days of the conclusion`;
  return `${from === null ? 'from the start' : `from ${from}`} (${act}; ${source}): ${years} years${longer ?? ''}; ${share} % at least, ${day}`;
};
