import { readOffices } from '@app/application';
import { isOfficeBound, loadConfig, openDevIssuer } from '@app/platform';
import { parseOptions, wholeNumber } from '../arguments.js';
import { OpsProblem, writeLine, type Command } from '../command.js';
import { apiClient, type TokenFor } from './api-client.js';
import { inOrder } from './in-order.js';
import { seedingProgress } from './progress.js';
import { enterSampleCase, type SampleCase } from './sample-case.js';
import { sampleStages } from './stages.js';

const atOnce = 4;
const maxCases = 100_000;

/** Enters sample cases at different stages through the api. */
export const seed: Command = {
  usage: 'seed [--cases N] [--api http://127.0.0.1:3000]',
  run: async ({ args, env, stdout, stderr }) => {
    const given = parseOptions(args, {
      cases: { type: 'string', default: String(sampleStages.length) },
      api: { type: 'string' },
      'started-at': { type: 'string', default: new Date().toISOString() },
      json: { type: 'boolean' },
    });
    const count = wholeNumber('cases', given.cases, { min: 1, max: maxCases });
    const seeding = await prepare(env, given.api, given['started-at']);
    const progress = seedingProgress(stderr, env, count);
    const cases = await inOrder(count, atOnce, async (index) => {
      const entered = await enterSampleCase(index + 1, seeding);
      progress.entered();
      return entered;
    }).finally(progress.stop);

    if (given.json) return writeLine(stdout, JSON.stringify({ startedAt: seeding.startedAt, cases }));
    for (const entered of cases) await writeLine(stdout, inWords(entered));
  },
};

const prepare = async (env: NodeJS.ProcessEnv, api: string | undefined, startedAt: string) => {
  const config = loadConfig(env);
  if (Number.isNaN(Date.parse(startedAt))) throw new OpsProblem('value-invalid', '--started-at must be an instant');
  const address = api ?? `http://127.0.0.1:${config.port}`;
  if (!URL.canParse(address))
    throw new OpsProblem('value-invalid', '--api must be an address such as http://127.0.0.1:3000');
  const offices = await readOffices(config.officesFile);
  return { startedAt: new Date(startedAt).toISOString(), offices, api: apiClient(address, await tokens(config)) };
};

/** Tokens are made once per role and office. */
const tokens = async (config: ReturnType<typeof loadConfig>): Promise<TokenFor> => {
  const issuer = await openDevIssuer(config).catch((error: unknown) => {
    throw new OpsProblem('no-development-issuer', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  });
  const made = new Map<string, Promise<string>>();
  return (role, office) => {
    const key = isOfficeBound(role) ? `${role} ${office}` : role;
    const token = made.get(key) ?? issuer.issueToken({ role, ...(isOfficeBound(role) && { office }) });
    made.set(key, token);
    return token;
  };
};

const inWords = ({ caseId, officeId, stage }: SampleCase): string => `${caseId}  ${officeId.padEnd(18)}  ${stage}`;
