import { setTimeout as pause } from 'node:timers/promises';
import type { JobDto, LogAuditDto } from '@app/contracts';
import { apiRequest, type ApiRequest } from '../api-request.js';
import { apiOption, jsonOption, parseOptions } from '../arguments.js';
import { barOn } from '../bar.js';
import { OpsProblem, writeLine, type Command, type Invocation, type Options } from '../command.js';
import { verifyCopy } from './verify-copy.js';

const options = {
  full: { type: 'boolean', about: 'looks at all of the log, and not only at what came since it was found sound' },
  log: {
    type: 'string',
    value: 'FILE|URL',
    about:
      'checks a log elsewhere, all of it, in this process: a copy of the events.log of the embedded event node (or its folder), or an event store (esdb://…). It is only read. Held against each other are its events, chains and tree, the heads in it, and what the witnesses of WITNESSES know. What is kept outside a log is not: that a copy was cut off behind its last head, or made anew by who has the key of the log, is told by a witness alone; and to a witness that has seen more, an older copy is one that was cut off',
  },
  vkey: {
    type: 'string',
    value: 'VKEY',
    about:
      'with --log: the verifier key of the log, as auditors have it. Absent: that of SHANYRAQ_DATA; where there is none, heads are held against the tree, their signatures are not checked, and no witness is asked',
  },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

const path = '/audit/verify';

/** Verifies the whole log. Ends with `log-unsound` where anything is wrong with it. */
export const verifyLog: Command = {
  about:
    'Verifies the log: every event, chain, entry and signed head, and what the witnesses know. Ends with 1 where anything is wrong. Outside development it needs a token in SHANYRAQ_TOKEN.',
  options,
  examples: ['audit verify', 'audit verify --full --json', 'audit verify --log backup/events.log'],
  run: async ({ args, env, stdout, stderr }) => {
    const asked = parseOptions(args, options);
    mustGoTogether(asked);
    const bar = asked.json ? null : barOn(stderr, env, '{bar} {percentage}% of the log verified, {eta_formatted} left');
    bar?.start(100, 0);
    const onPercent = (percent: number): void => bar?.update(Math.floor(percent));
    const { log, vkey, json } = asked;
    const found = await (
      log === undefined
        ? verifiedByProjector(asked, env, onPercent)
        : verifyCopy({ log, vkey, env }, (share) => onPercent(share * 100))
    ).finally(() => bar?.stop());
    await writeLine(stdout, json ? JSON.stringify(found) : inWords(found));
    if (!found.sound) throw new OpsProblem('log-unsound', `the log is not what was written: ${found.faults} faults`);
  },
};

type Asked = Readonly<{ full?: boolean; log?: string; vkey?: string; api?: string }>;

const mustGoTogether = ({ full, log, vkey, api }: Asked): void => {
  if (log === undefined && vkey !== undefined)
    throw new OpsProblem('arguments-invalid', '--vkey goes with --log: a running system knows its own key');
  if (log !== undefined && (full || api !== undefined))
    throw new OpsProblem('arguments-invalid', '--log looks at all of a copy by itself: leave out --full and --api');
};

const verifiedByProjector = async (
  { full, api }: Asked,
  env: Invocation['env'],
  onPercent: (percent: number) => void,
): Promise<Found> => {
  const send = await apiRequest(env, { address: api, role: 'auditor' });
  // The api's own contract.
  const asked = (await (await send('POST', `${path}${full ? '?full=true' : ''}`)).json()) as JobDto;
  return untilFound(send, asked, onPercent);
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
      throw new OpsProblem(
        'job-not-taken',
        'no projector has taken the job for a minute: start one, or see by GET /health/ready why none works; --log verifies without one',
      );
    await pause(lookMs);
  }
};

const mustNotHaveFailed = ({ state, problem }: JobDto): void => {
  if (state === 'FAILED') throw new OpsProblem('job-failed', String(problem));
  if (state === 'CANCELLED') throw new OpsProblem('job-cancelled', 'somebody cancelled it');
};

const isOf = (found: LogAuditDto['verification'], { askedAt }: JobDto): found is Found =>
  found !== null && found.finishedAt >= askedAt;

const inWords = (verification: Found & Readonly<{ signaturesChecked?: boolean }>): string => {
  const { sound, looked, events, size, root, compared, witnesses, logs, found, faults, signaturesChecked } =
    verification;
  return [
    `${sound ? 'sound' : 'UNSOUND'}  ${looked} of ${events} events looked at, ${size} entries with the root ${root}, ${compared} ${compared === 1 ? 'head' : 'heads'} compared`,
    ...logs.map(logInWords),
    ...witnesses.map(({ name, size: seen, problem }) =>
      seen === null ? `  ${name} was not heard: ${problem}` : `  ${name} has cosigned ${seen} entries`,
    ),
    ...(signaturesChecked === false
      ? ['  the signatures of the heads were not checked: name the key of the log by --vkey']
      : []),
    ...found.map(({ fault, detail }) => `  ${fault}: ${detail}`),
    ...(faults > found.length ? [`  and ${faults - found.length} more`] : []),
  ].join('\n');
};

/** Without a key nobody knows the name of the log. */
const logInWords = ({ origin, size, held, lost, isCurrent }: Found['logs'][number]): string => {
  if (isCurrent && size === 0) return `  ${origin || 'the log'} has no signed head yet`;
  return isCurrent
    ? `  ${origin || 'the log'} is signed now, ${size} entries`
    : `  ${origin} has ended at ${size} entries; the first ${held} of them are in this log, ${lost} of its heads are not`;
};
