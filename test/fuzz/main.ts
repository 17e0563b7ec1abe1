import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { roles, type Role } from '@app/platform';
import { atLeastOne } from '../bench/values.js';
import { operationsOf } from './operations-of.js';
import { startSampleSystem, type SampleSystem } from './sample-system.js';
import { folder, installSchemathesis, NotToBeHad, runSchemathesis } from './schemathesis.js';

const usage = `npm run fuzz -- [--minutes N | --minutes-in-all N] [--role ROLE,…] [--seed N] [--where-possible]

Starts the system with sample cases and lets Schemathesis send it requests made from its OpenAPI, as every role in turn: N minutes a role
(1 where absent), or N minutes for all of them together. What it finds is printed with a curl line and kept in ${folder}/reports.

  --role ROLE,…     these roles only
  --seed N          the same requests as another run with N
  --where-possible  end well, with the reason, where Python 3.10 or Schemathesis is not to be had
`;

const reports = `${folder}/reports`;

/** `npm run fuzz`; the exit code. */
const fuzz = async (argv: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '1' },
      'minutes-in-all': { type: 'string' },
      role: { type: 'string', default: roles.join(',') },
      seed: { type: 'string' },
      'where-possible': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return say(usage, 0);
  const asked = values.role.split(',').map(known);
  const inAll = values['minutes-in-all'];
  const seconds =
    inAll === undefined
      ? atLeastOne('minutes', values.minutes) * 60
      : (atLeastOne('minutes-in-all', inAll) * 60) / asked.length;
  const seed = values.seed === undefined ? undefined : atLeastOne('seed', values.seed);
  try {
    installSchemathesis();
  } catch (error) {
    if (!(error instanceof NotToBeHad)) throw error;
    return say(`The api is not fuzzed: ${error.message}.\n`, values['where-possible'] ? 0 : 1);
  }
  const system = await startSampleSystem();
  try {
    return await fuzzAs(asked, system, { seconds: Math.ceil(seconds), seed });
  } finally {
    await system.stop();
  }
};

type Pace = Readonly<{ seconds: number; seed: number | undefined }>;

const fuzzAs = async (asked: readonly Role[], system: SampleSystem, pace: Pace): Promise<number> => {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const config = `${reports}/schemathesis.toml`;
  await writeFile(config, (await readFile('test/fuzz/schemathesis.toml', 'utf8')) + dictionaries(system));
  const unclean: Role[] = [];
  for (const role of asked) {
    const { clean, text } = await runSchemathesis({
      ...pace,
      operationIds: operationsOf(role, system.contract),
      config,
      url: system.url,
      token: await system.token(role),
    });
    await writeFile(`${reports}/${role}.txt`, text);
    if (!clean) unclean.push(role);
    say(`${role}: ${clean ? 'nothing found' : `something found\n\n${found(text)}`}\n`, 0);
  }
  if (unclean.length === 0) return say(`Schemathesis found nothing as ${asked.length} roles.\n`, 0);
  await writeFile(`${reports}/api.log`, await system.errors());
  return say(`Schemathesis found something as ${unclean.join(', ')}; all of it is in ${reports}.\n`, 1);
};

const dictionaries = ({ caseIds, complaintIds }: SampleSystem): string =>
  ['', `[dictionaries.cases]`, `values = ${JSON.stringify(caseIds)}`]
    .concat(['[dictionaries.complaints]', `values = ${JSON.stringify(complaintIds)}`, ''])
    .join('\n');

/** From the first thing found on; everything where it did not come so far. */
const found = (text: string): string => text.slice(Math.max(0, text.search(/^=+ (FAILURES|ERRORS) =+$/m)));

const known = (name: string): Role => {
  const role = roles.find((one) => one === name);
  if (role === undefined) throw new Error(`--role takes ${roles.join(', ')}`);
  return role;
};

const say = (text: string, code: number): number => {
  process.stdout.write(text);
  return code;
};

process.exitCode = await fuzz(process.argv.slice(2));
