import { setTimeout as pause } from 'node:timers/promises';
import type { JobDto, LogAuditDto } from '@app/contracts';
import { apiRequest, type ApiRequest } from '../api-request.js';
import { apiOption, jsonOption, parseOptions } from '../arguments.js';
import { barOn } from '../bar.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';

const options = {
  full: { type: 'boolean', about: 'looks at all of the log, and not only at what came since it was found sound' },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

const path = '/audit/verify';

/** Verifies the whole log. Ends with `log-unsound` where anything is wrong with it. */
export const verifyLog: Command = {
  about:
    'Verifies the log: every event, chain, entry and signed head, and what the witnesses know. Ends with 1 where anything is wrong. Outside development it needs a token in SHANYRAQ_TOKEN.',
  options,
  examples: ['audit verify', 'audit verify --full --json'],
  run: async ({ args, env, stdout, stderr }) => {
    const { full, api, json } = parseOptions(args, options);
    const send = await apiRequest(env, { address: api, role: 'auditor' });
    // The api's own contract.
    const asked = (await (await send('POST', `${path}${full ? '?full=true' : ''}`)).json()) as JobDto;
    const bar = json ? null : barOn(stderr, env, '{bar} {percentage}% of the log verified, {eta_formatted} left');
    bar?.start(100, 0);
    const found = await untilFound(send, asked, (percent) => bar?.update(Math.floor(percent))).finally(() =>
      bar?.stop(),
    );
    await writeLine(stdout, json ? JSON.stringify(found) : inWords(found));
    if (!found.sound) throw new OpsProblem('log-unsound', `the log is not what was written: ${found.faults} faults`);
  },
};

type Found = NonNullable<LogAuditDto['verification']>;

const lookMs = 500;
const patienceMs = 60_000;

/** Waits for what was asked for. Throws `OpsProblem` `job-failed`, `job-cancelled`, `job-not-taken`. */
const untilFound = async (send: ApiRequest, asked: JobDto, onLook: (percent: number) => void): Promise<Found> => {
  let lastAtWork = Date.now();
  for (;;) {
    const { job, verification } = (await (await send('GET', path)).json()) as LogAuditDto;
    if (!job) throw new OpsProblem('job-not-taken', 'nobody knows of the job any more');
    onLook(job.percent);
    mustNotHaveFailed(job);
    if (job.state === 'DONE' && isOf(verification, asked)) return verification;
    if (job.atWork) lastAtWork = Date.now();
    if (Date.now() - lastAtWork > patienceMs)
      throw new OpsProblem('job-not-taken', 'no projector has taken the job for a minute; start one');
    await pause(lookMs);
  }
};

const mustNotHaveFailed = ({ state, problem }: JobDto): void => {
  if (state === 'FAILED') throw new OpsProblem('job-failed', String(problem));
  if (state === 'CANCELLED') throw new OpsProblem('job-cancelled', 'somebody cancelled it');
};

const isOf = (found: LogAuditDto['verification'], { askedAt }: JobDto): found is Found =>
  found !== null && found.finishedAt >= askedAt;

const inWords = ({ sound, looked, events, size, root, compared, witnesses, logs, found, faults }: Found): string =>
  [
    `${sound ? 'sound' : 'UNSOUND'}  ${looked} of ${events} events looked at, ${size} entries with the root ${root}, ${compared} heads compared`,
    ...logs.map(logInWords),
    ...witnesses.map(({ name, size: seen, problem }) =>
      seen === null ? `  ${name} was not heard: ${problem}` : `  ${name} has cosigned ${seen} entries`,
    ),
    ...found.map(({ fault, detail }) => `  ${fault}: ${detail}`),
    ...(faults > found.length ? [`  and ${faults - found.length} more`] : []),
  ].join('\n');

const logInWords = ({ origin, size, held, lost, isCurrent }: Found['logs'][number]): string =>
  isCurrent
    ? `  ${origin} is signed now, ${size} entries`
    : `  ${origin} has ended at ${size} entries; the first ${held} of them are in this log, ${lost} of its heads are not`;
