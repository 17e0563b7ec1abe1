import {
  acceptance,
  inWords,
  nominalAcceptance,
  type Accepted,
  type OfficeSettings,
  type WorkingCalendar,
} from '@app/domain';
import { jsonOption, parseOptions, required } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { calendarOptions, knownCalendar } from './known-calendar.js';
import { answerLines, fieldOf } from './lines.js';
import { officeFor, officeOptions } from './office.js';
import { assertLoaded } from './year-missing.js';

type Office = Pick<OfficeSettings, 'zone' | 'closesAt'>;
type By = Readonly<{ office: Office; calendar: WorkingCalendar }>;

const options = {
  at: { type: 'string', value: 'TIME', about: 'the moment of filing: a local time, or an instant with its offset' },
  ...officeOptions,
  lines: { type: 'boolean', about: 'answers each line of standard input, {"at": TIME}, with one line of JSON' },
  ...calendarOptions,
  ...jsonOption,
} as const satisfies Options;

/** The day on which an application filed at a local time counts as accepted (R-16, para 4). */
export const accept: Command = {
  about: 'Tells on which day an application counts as accepted (R-16, paragraph 4).',
  options,
  examples: ['calendar accept --at 2025-03-07T18:31 --office almaty-bostandyk'],
  run: async ({ args, env, stdin, stdout }) => {
    const given = parseOptions(args, options);
    const by = { office: await officeFor(given, env), calendar: await knownCalendar(given, env) };
    if (given.lines) {
      const answer = (line: object) => ({ acceptedOn: accepted(fieldOf(line, 'at'), by).acceptedOn });
      return answerLines(stdin, stdout, answer);
    }
    const answer = accepted(required('at', given.at), by);
    await writeLine(stdout, given.json ? JSON.stringify(answer) : inSentences(answer));
  },
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;

const accepted = (at: unknown, by: By): Told => {
  if (typeof at === 'string' && moment.test(at)) return told(acceptance({ at, ...by }), by.calendar);
  throw new OpsProblem(
    'value-invalid',
    '"at" must be a local time such as 2025-03-07T18:31, or an instant with its offset',
  );
};

/** Where the calendar ends, so does the answer. */
const told = (answer: Accepted, calendar: WorkingCalendar): Told => {
  const acceptedOn = nominalAcceptance(answer);
  assertLoaded(acceptedOn, calendar);
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
