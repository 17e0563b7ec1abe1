import { readFileSync } from 'node:fs';
import type { CommandAnswerDto } from '@app/contracts';
import { apiRequest } from '../api-request.js';
import { apiOption, jsonOption, parseOptions, required } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';

const options = {
  file: { type: 'string', value: 'FILE', about: 'JSON of the year: year, off, workingWeekends, provisional, source' },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

/** Adds a year from a file to the calendar, by the same route and as the same event as an administrator does. */
export const add: Command = {
  about: 'Adds a year from a file to the calendar. Outside development it needs a token in SHANYRAQ_TOKEN.',
  options,
  examples: ['calendar add --file calendar-2028.json'],
  run: async ({ args, env, stdout }) => {
    const given = parseOptions(args, options);
    const { year, ...body } = yearIn(required('file', given.file));
    const send = await apiRequest(env, { address: given.api, role: 'administrator' });
    const path = `/admin/calendar/years/${encodeURIComponent(String(year))}`;
    // The api's own contract.
    const { position } = (await (await send('POST', path, body)).json()) as CommandAnswerDto;
    const told = `The calendar of ${year} is added (log position ${position}); dates that were pending for it are set.`;
    await writeLine(stdout, given.json ? JSON.stringify({ year, position }) : told);
  },
};

/** What the days must be is told by the api. */
const yearIn = (path: string): Readonly<Record<string, unknown>> => {
  const content = jsonIn(path);
  if (typeof content === 'object' && content !== null && 'year' in content) return { ...content };
  throw new OpsProblem('file-unreadable', `${path}: must be an object with the year and its days`);
};

const jsonIn = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new OpsProblem('file-unreadable', `${path}: ${why}`, { cause });
  }
};
