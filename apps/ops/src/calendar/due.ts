import { dueDate, termText, type Derivation } from '@app/domain';
import { parseOptions, required } from '../arguments.js';
import { OpsProblem, writeLine, type Command } from '../command.js';
import { answerLines, fieldOf } from './lines.js';

/** The due date of a term, with its derivation day by day. */
export const due: Command = {
  usage: 'calendar due --from 2025-03-07 --term 15 --unit working|calendar [--lines]',
  run: async ({ args, stdin, stdout }) => {
    const given = parseOptions(args, {
      from: { type: 'string' },
      term: { type: 'string' },
      unit: { type: 'string' },
      lines: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (given.lines) return answerLines(stdin, stdout, dueOfLine);

    const derivation = derive({
      from: required('from', given.from),
      term: Number(required('term', given.term)),
      unit: required('unit', given.unit),
    });
    const answer = { nominal: derivation.nominalDue, due: derivation.due, derivation };
    await writeLine(stdout, given.json ? JSON.stringify(answer) : inSentences(derivation));
  },
};

const dueOfLine = (line: object) => {
  const { nominalDue, due: dueOn } = derive({
    from: fieldOf(line, 'from'),
    term: fieldOf(line, 'term'),
    unit: fieldOf(line, 'unit'),
  });
  return { nominal: nominalDue, due: dueOn };
};

const longestTerm = 3660;

const derive = ({ from, term, unit }: Readonly<{ from: unknown; term: unknown; unit: unknown }>): Derivation => {
  if (typeof from !== 'string') throw new OpsProblem('value-invalid', '"from" must be a date such as 2025-03-07');
  if (typeof term !== 'number' || !Number.isInteger(term) || term < 0 || term > longestTerm) {
    throw new OpsProblem('value-invalid', `"term" must be a whole number of days from 0 to ${longestTerm}`);
  }
  if (unit !== 'working' && unit !== 'calendar') {
    throw new OpsProblem('value-invalid', '"unit" must be working or calendar');
  }
  return dueDate({ from, term: { n: term, unit } });
};

const inSentences = (derivation: Derivation): string =>
  [
    `${derivation.due}${derivation.due === derivation.nominalDue ? '' : ` (nominally ${derivation.nominalDue})`}`,
    termText(derivation),
  ].join('\n');
