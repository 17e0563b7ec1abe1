import { parseArgs } from 'node:util';
import { atLeastOne } from './values.js';

/** What the bench was asked for. */
export type BenchArguments = Readonly<{
  json: boolean;
  seconds: number;
  cases: number;
  /** How many events so many cases have, about. */
  events: number;
  scales: readonly number[];
  only: readonly Part[];
  /** Lists a second, with and without a record of who looked. */
  rate: number;
  inFlight: readonly number[];
}>;

/** What can be measured by itself. */
export type Part = 'write' | 'read' | 'pages' | 'access' | 'verify';
const parts: readonly Part[] = ['write', 'read', 'pages', 'access', 'verify'];

/** About how many events a sample case has, its claim and its complaint included. */
const eventsOfCase = 15.5;

export const usage = `npm run bench -- [--json] [--seconds 5] [--cases 2000 | --events N] [--scale 1000,10000] [--only write,read,pages,access,verify]

  --seconds N           how long each load of the write side, and each list, is measured
  --cases N             sample cases that the projector is measured over, its memory with it
  --events N            the same, as a number of events (also --memory-events)
  --scale N,N,…         over how many cases the pages of the lists, and the figures, are measured
  --only PART,…         write: commands; read: subscription, bulkWrite, projector, rebuild, what-if; pages: the lists, and the figures;
                        access: what the record of who looked adds to lists in clear, over two apis
                        verify: a log of so many events, and one of ten times as many: verified over the wire and by its file, beside bare loops that parse
                        and hash the same bytes, with the memory of each; the tree over it, and the size of its tiles
  --rate N              how many lists a second the record of who looked is measured at; 100 where absent
  --json                one JSON document instead of a text

On the embedded stores in a temporary folder, or on those that TEST_EVENTSTORE_URL and TEST_MONGODB_URL name.
`;

/** Null where the usage is asked for. Throws on anything that the usage does not say. */
export const benchArguments = (argv: readonly string[]): BenchArguments | null => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '5' },
      cases: { type: 'string', default: '2000' },
      'memory-events': { type: 'string' },
      events: { type: 'string' },
      scale: { type: 'string', default: '1000,10000' },
      only: { type: 'string', default: parts.join(',') },
      rate: { type: 'string', default: '100' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const events = values['memory-events'] ?? values.events;
  const cases =
    events === undefined
      ? atLeastOne('cases', values.cases)
      : Math.ceil(atLeastOne('memory-events', events) / eventsOfCase);
  return {
    json: values.json,
    seconds: atLeastOne('seconds', values.seconds),
    cases,
    events: Math.ceil(cases * eventsOfCase),
    scales: values.scale.split(',').map((scale) => atLeastOne('scale', scale)),
    only: values.only.split(',').map(part),
    rate: atLeastOne('rate', values.rate),
    inFlight: [1, 16, 64],
  };
};

const part = (text: string): Part => {
  const found = parts.find((one) => one === text);
  if (found === undefined) throw new Error(`--only takes ${parts.join(', ')}`);
  return found;
};
