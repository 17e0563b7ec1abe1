import { parseArgs } from 'node:util';
import { progressBar } from '../progress.js';
import { atLeastOne } from '../values.js';
import { prove, type Proved } from './prove.js';

const usage = `npm run proof -- [--events 100000] [--runs 10] [--in-flight 64] [--projectors 1] [--sample N|all]

Appends events of sample cases with so many in flight while projectors take them in, on embedded stores of its own; waits until
all is projected; verifies every projection: its certificate against the log, and N of its documents (500 where absent) folded
anew. One line a run; ends with 1 where one certificate is incomplete or one document differs.
`;

/** `npm run proof`: nothing is lost between the log and the read models. */
const main = async (argv: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      events: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '10' },
      'in-flight': { type: 'string', default: '64' },
      projectors: { type: 'string', default: '1' },
      sample: { type: 'string', default: '500' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const proof = {
    events: atLeastOne('events', values.events),
    inFlight: atLeastOne('in-flight', values['in-flight']),
    projectors: atLeastOne('projectors', values.projectors),
    sample: values.sample === 'all' ? null : atLeastOne('sample', values.sample),
  };
  const runs = atLeastOne('runs', values.runs);
  let faulty = 0;
  for (let run = 1; run <= runs; run += 1) {
    const bar = progressBar(`run ${run} of ${runs}: {step} {bar} {percentage} %`, 1);
    const proved = await prove({ ...proof, onProgress: (step, share) => bar.reached(share, { step }) }).finally(
      bar.stop,
    );
    if (proved.faults.length > 0) faulty += 1;
    process.stdout.write(`run ${run}: ${inWords(proved)}\n`);
  }
  return faulty === 0 ? 0 : 1;
};

const inWords = (proved: Proved): string => {
  const { events, streams, certificates, faults } = proved;
  const verdict = faults.length === 0 ? `all ${certificates} certificates complete` : faults.join('; ');
  const { appendSeconds, behindSeconds, verifySeconds } = proved;
  return `${events} events in ${streams} streams, appended in ${appendSeconds} s, projected ${behindSeconds} s later, verified in ${verifySeconds} s: ${verdict}`;
};

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
