import { acceptance, inWords, nominalAcceptance, type Accepted, type OfficeSettings } from '@app/domain';
import { jsonOption, parseOptions, required } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { answerLines, fieldOf } from './lines.js';
import { officeFor, officeOptions } from './office.js';
import { assertLoaded } from './year-missing.js';

type Office = Pick<OfficeSettings, 'zone' | 'closesAt'>;

const options = {
  at: { type: 'string', value: 'TIME', about: 'the moment of filing: a local time, or an instant with its offset' },
  ...officeOptions,
  lines: { type: 'boolean', about: 'answers each line of standard input, {"at": TIME}, with one line of JSON' },
  ...jsonOption,
} as const satisfies Options;

/** The day on which an application filed at a local time counts as accepted (R-16, para 4). */
export const accept: Command = {
  about: 'Tells on which day an application counts as accepted (R-16, paragraph 4).',
  options,
  examples: ['calendar accept --at 2025-03-07T18:31 --office almaty-bostandyk'],
  run: async ({ args, env, stdin, stdout }) => {
    const given = parseOptions(args, options);
    const office = await officeFor(given, env);
    if (given.lines) {
      const answer = (line: object) => ({ acceptedOn: accepted(fieldOf(line, 'at'), office).acceptedOn });
      return answerLines(stdin, stdout, answer);
    }
    const answer = accepted(required('at', given.at), office);
    await writeLine(stdout, given.json ? JSON.stringify(answer) : inSentences(answer));
  },
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;

const accepted = (at: unknown, office: Office) => {
  if (typeof at === 'string' && moment.test(at)) return told(acceptance({ at, office }));
  throw new OpsProblem(
    'value-invalid',
    '"at" must be a local time such as 2025-03-07T18:31, or an instant with its offset',
  );
};

/** Only the built-in calendar is asked here: where it ends, so does the answer. */
const told = (answer: Accepted): Told => {
  const acceptedOn = nominalAcceptance(answer);
  assertLoaded(acceptedOn);
  return { ...answer, acceptedOn };
};

type Told = Accepted & Readonly<{ acceptedOn: string }>;

const inSentences = ({ acceptedOn, filedOn, filedAt, closesAt, passedOver }: Told): string =>
  [
    acceptedOn,
    `Filed on ${inWords(filedOn)} at ${filedAt}, with working hours until ${closesAt}.`,
    ...passedOver.map(({ date, reason }) => `Not on ${inWords(date)}: ${reason.name}.`),
    `So it counts as accepted on ${inWords(acceptedOn)} (R-16, paragraph 4).`,
  ].join('\n');
