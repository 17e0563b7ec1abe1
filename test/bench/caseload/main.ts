import { parseArgs } from 'node:util';
import { loadConfigNear, storeAddressesOf } from '@app/platform';
import { closeLog, openLog } from '../pipeline.js';
import { progressBar } from '../progress.js';
import { atLeastOne, date } from '../values.js';
import { writeCaseload, type Caseload } from './caseload.js';

const usage = `npm run load -- [--cases N] [--from YYYY-MM-DD] [--until INSTANT] [--run NAME] [--in-flight N]

Fills the event store that EVENTSTORE_URL and MONGODB_URL name (or the embedded stores of a running npm start) with N sample cases
(1000 where absent), filed evenly from a day on (2022-01-05) until a moment (now), with all that the domain decides of them: several
routes and forms, some late, withdrawn, refused, complained of, set right. Nobody in them exists. Repeat it with the same NAME, N,
day and moment to go on with a load that was interrupted; what is there already stays as it is. Not in production.
`;

/** `npm run load`: sample cases straight into the log. */
const load = async (argv: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cases: { type: 'string', default: '1000' },
      from: { type: 'string', default: '2022-01-05' },
      until: { type: 'string', default: new Date().toISOString() },
      run: { type: 'string' },
      'in-flight': { type: 'string', default: '64' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const until = new Date(values.until);
  if (Number.isNaN(until.getTime())) throw new Error('--until must be an instant');
  const caseload: Caseload = {
    run: values.run ?? `load of ${until.toISOString()}`,
    cases: atLeastOne('cases', values.cases),
    from: date('from', values.from),
    until: until.toISOString(),
  };
  if (caseload.from >= caseload.until.slice(0, 10)) throw new Error('--from must lie before --until');
  await write(caseload, atLeastOne('in-flight', values['in-flight']));
};

const write = async (caseload: Caseload, inFlight: number): Promise<void> => {
  const config = loadConfigNear(process.env);
  if (config.mode === 'production') throw new Error('sample cases do not belong into a log of production');
  const { eventStoreUrl, mongoUrl } = storeAddressesOf(config);
  const log = await openLog({ eventStoreUrl, mongoUrl, masterKeyFile: config.masterKeyFile });
  const bar = progressBar('{bar} {value} of {total} sample cases, {eta_formatted} left', caseload.cases);
  const started = performance.now();
  try {
    const loaded = await writeCaseload(caseload, {
      ...log,
      inFlight,
      isEnough: ({ cases }) => {
        bar.reached(cases);
        return false;
      },
    });
    bar.stop();
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${JSON.stringify({ ...caseload, ...loaded, seconds: Math.round(seconds) })}\n`);
  } finally {
    bar.stop();
    await closeLog(log);
  }
};

try {
  await load(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
