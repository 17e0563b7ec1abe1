import { readOffices } from '@app/application';
import { isOfficeBound, loadConfigNear, type Config } from '@app/platform';
import { apiAddress, developmentIssuer } from '../api-request.js';
import { apiOption, jsonOption, parseOptions, wholeNumber } from '../arguments.js';
import { barOn } from '../bar.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { apiClient, type TokenFor } from './api-client.js';
import { inOrder } from './in-order.js';
import { enterSampleCase, sampleStages, type SampleCase } from './sample-case.js';

const atOnce = 4;
const maxCases = 100_000;

const options = {
  cases: { type: 'string', value: 'N', default: String(sampleStages.length), about: 'the number of cases' },
  'started-at': {
    type: 'string',
    value: 'INSTANT',
    about: 'continues an interrupted seeding: the moment at which it began. Absent: now',
  },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

/** Enters sample cases at different stages through the api. */
export const seed: Command = {
  about: 'Enters sample cases at different stages through the api.',
  options,
  examples: ['seed --cases 20'],
  run: async ({ args, env, stdout, stderr }) => {
    const given = parseOptions(args, options);
    const count = wholeNumber('cases', given.cases, { min: 1, max: maxCases });
    const seeding = await prepare(env, given.api, given['started-at'] ?? new Date().toISOString());
    const bar = barOn(stderr, env, '{bar} {value} of {total} sample cases, {eta_formatted} left');
    bar?.start(count, 0);
    const cases = await inOrder(count, atOnce, async (index) => {
      const entered = await enterSampleCase(index + 1, seeding);
      bar?.increment();
      return entered;
    }).finally(() => bar?.stop());

    if (given.json) return writeLine(stdout, JSON.stringify({ startedAt: seeding.startedAt, cases }));
    for (const entered of cases) await writeLine(stdout, inWords(entered));
  },
};

const prepare = async (env: NodeJS.ProcessEnv, api: string | undefined, startedAt: string) => {
  const config = loadConfigNear(env);
  if (Number.isNaN(Date.parse(startedAt)))
    throw new OpsProblem('value-invalid', '--started-at must be an instant such as 2025-03-07T11:30:00+05:00');
  const address = apiAddress(config, api);
  const offices = await readOffices(config.officesFile);
  return { startedAt: new Date(startedAt).toISOString(), offices, api: apiClient(address, await tokens(config)) };
};

/** Tokens are made once per role and office. */
const tokens = async (config: Config): Promise<TokenFor> => {
  const issuer = await developmentIssuer(config);
  const made = new Map<string, Promise<string>>();
  return (role, office) => {
    const key = isOfficeBound(role) ? `${role} ${office}` : role;
    const token = made.get(key) ?? issuer.issueToken({ role, ...(isOfficeBound(role) && { office }) });
    made.set(key, token);
    return token;
  };
};

const inWords = ({ caseId, officeId, stage }: SampleCase): string => `${caseId}  ${officeId.padEnd(18)}  ${stage}`;
