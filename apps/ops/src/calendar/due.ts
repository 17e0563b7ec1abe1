import { dueDate, termText, type Derivation, type WorkingCalendar } from '@app/domain';
import { jsonOption, parseOptions, required } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { calendarOptions, knownCalendar } from './known-calendar.js';
import { answerLines, fieldOf } from './lines.js';
import { assertLoaded } from './year-missing.js';

const options = {
  from: { type: 'string', value: 'DATE', about: 'the day that the term is counted from; it is not counted itself' },
  term: { type: 'string', value: 'DAYS', about: 'the length of the term' },
  unit: { type: 'string', value: 'UNIT', about: 'working or calendar' },
  lines: {
    type: 'boolean',
    about: 'answers each line of standard input, {"from", "term", "unit"}, with one line of JSON',
  },
  ...calendarOptions,
  ...jsonOption,
} as const satisfies Options;

/** The due date of a term, with its derivation day by day. */
export const due: Command = {
  about: 'Tells the due date of a term, and how each day was counted.',
  options,
  examples: ['calendar due --from 2025-03-07 --term 15 --unit working'],
  run: async ({ args, env, stdin, stdout }) => {
    const given = parseOptions(args, options);
    const derive = derivedBy(await knownCalendar(given, env));
    if (given.lines) return answerLines(stdin, stdout, (line) => dueOfLine(line, derive));

    const derivation = derive({
      from: required('from', given.from),
      term: Number(required('term', given.term)),
      unit: required('unit', given.unit),
    });
    const answer = { nominal: derivation.nominalDue, due: derivation.due, derivation };
    await writeLine(stdout, given.json ? JSON.stringify(answer) : inSentences(derivation));
  },
};

type Asked = Readonly<{ from: unknown; term: unknown; unit: unknown }>;
type Derive = (asked: Asked) => Derivation;

const dueOfLine = (line: object, derive: Derive) => {
  const { nominalDue, due: dueOn } = derive({
    from: fieldOf(line, 'from'),
    term: fieldOf(line, 'term'),
    unit: fieldOf(line, 'unit'),
  });
  return { nominal: nominalDue, due: dueOn };
};

const longestTerm = 3660;

const derivedBy =
  (calendar: WorkingCalendar): Derive =>
  (asked) => {
    const derivation = dueDate({ ...countOf(asked), calendar });
    // Where the calendar ends, so does the answer.
    if (derivation.pending !== null) assertLoaded(derivation.pending.notBefore, calendar);
    return derivation;
  };

const countOf = ({ from, term, unit }: Asked) => {
  if (typeof from !== 'string') throw new OpsProblem('value-invalid', '"from" must be a date such as 2025-03-07');
  if (typeof term !== 'number' || !Number.isInteger(term) || term < 0 || term > longestTerm) {
    throw new OpsProblem('value-invalid', `"term" must be a whole number of days from 0 to ${longestTerm}`);
  }
  if (unit !== 'working' && unit !== 'calendar') {
    throw new OpsProblem('value-invalid', '"unit" must be working or calendar');
  }
  return { from, term: { n: term, unit } } as const;
};

const inSentences = (derivation: Derivation): string =>
  [
    `${derivation.due}${derivation.due === derivation.nominalDue ? '' : ` (nominally ${derivation.nominalDue})`}`,
    termText(derivation),
  ].join('\n');
