import { createInterface } from 'node:readline';
import type { RawEventDto, RawEventsDto, CaseDiffDto } from '@app/contracts';
import { millisOf } from '@app/domain';
import { apiOption, jsonOption, parseOptions, wholeNumber } from '../arguments.js';
import { OpsProblem, writeLine, type Invocation, type Options } from '../command.js';
import { auditClient, type AuditClient } from './audit-client.js';

/** Options of the replay of one case. */
export const caseOptions = {
  to: { type: 'string', value: 'REVISION', about: 'of one case: the last event to show, by its revision' },
  at: { type: 'string', value: 'INSTANT', about: 'of one case: only what was recorded by then' },
  step: { type: 'boolean', about: 'of one case: waits for Enter after each event' },
  token: {
    type: 'string',
    value: 'TOKEN',
    about: 'of one case: the token of an auditor, where the system has its own issuer',
  },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

const maxRevision = 1_000_000_000;

/**
 * Goes through the history of a case, event by event, as the log has it; with `--step` it waits for Enter after each. Throws
 * `OpsProblem`: `chain-broken` after the last step where an event is not what was hashed.
 */
export const replayCase = async (caseId: string, { args, env, stdin, stdout }: Invocation): Promise<void> => {
  const given = parseOptions(args, caseOptions);
  const stands = untilOf(given);
  const client = await auditClient(env, given);
  const history = await client.events(caseId);
  const events = upTo(history.items, stands);
  const enter = given.step ? entering(stdin) : null;
  const shown = given.json ? (step: Step) => JSON.stringify(step) : (step: Step) => `${stepInWords(step)}\n`;
  for (const [index, event] of events.entries()) {
    if (index > 0) await enter?.next();
    await writeLine(stdout, shown(await stepAt(client, caseId, event)));
  }
  enter?.close();
  if (!given.json) await writeLine(stdout, endInWords(events.length, history));
  mustBeIntact(history);
};

const mustBeIntact = ({ chain: { intact, revision, broken } }: RawEventsDto): void => {
  if (!intact) throw new OpsProblem('chain-broken', `the chain holds up to revision ${revision}, then not: ${broken}`);
};

type Stands = (event: RawEventDto) => boolean;

/** What `--to` and `--at` let through. */
const untilOf = ({ to, at }: Readonly<{ to?: string | undefined; at?: string | undefined }>): Stands => {
  if (to !== undefined && at !== undefined) throw new OpsProblem('arguments-invalid', 'give --to or --at, not both');
  if (to !== undefined) {
    const last = wholeNumber('to', to, { min: 0, max: maxRevision });
    return ({ revision }) => revision <= last;
  }
  if (at === undefined) return () => true;
  const last = momentOf(at);
  return ({ metadata }) => millisOf(metadata.recordedAt) <= last;
};

const momentOf = (at: string): number => {
  try {
    return millisOf(at);
  } catch (cause) {
    throw new OpsProblem('value-invalid', '--at must be an instant such as 2025-03-07T11:30:00+05:00', { cause });
  }
};

/** The beginning of the stream, up to the first event that does not stand. */
const upTo = (items: readonly RawEventDto[], stands: Stands): readonly RawEventDto[] => {
  const end = items.findIndex((event) => !stands(event));
  return end < 0 ? items : items.slice(0, end);
};

const stepAt = async (client: AuditClient, caseId: string, event: RawEventDto): Promise<Step> => {
  if (event.what === null) return stepOf(event, { changes: [], duties: [] });
  const before = event.revision === 0 ? null : event.revision - 1;
  return stepOf(event, await client.diff(caseId, before, event.revision));
};

/** One line after another, as they are asked for; nothing is waited for once there are no more. */
const entering = (stdin: NodeJS.ReadableStream) => {
  const input = createInterface({ input: stdin });
  const lines = input[Symbol.asyncIterator]();
  return { next: () => lines.next(), close: () => input.close() };
};

const endInWords = (shown: number, { items, chain }: RawEventsDto): string =>
  `${shown} of ${items.length} events; the chain of hashes is ${chain.intact ? 'intact' : 'BROKEN'}`;

/** One event of a history, and what it changed. */
export type Step = Readonly<{
  revision: number;
  position: number;
  type: string;
  recordedAt: string;
  effectiveAt: string;
  actor: string;
  onBehalfOf: string | null;
  office: string | null;
  /** In words; null where this version cannot read the event. */
  what: string | null;
  changes: CaseDiffDto['changes'];
  duties: CaseDiffDto['duties'];
}>;

/** A step from an event and what is different after it. */
export const stepOf = (event: RawEventDto, { changes, duties }: Pick<CaseDiffDto, 'changes' | 'duties'>): Step => {
  const { revision, position, type, what } = event;
  const { recordedAt, effectiveAt, actor, onBehalfOf, office } = event.metadata;
  return { revision, position, type, recordedAt, effectiveAt, actor, onBehalfOf, office, what, changes, duties };
};

/** A step for people: a line for what happened, one for who and when, then what changed. */
const stepInWords = (step: Step): string =>
  [
    `#${step.revision} ${step.what ?? `${step.type} (this version cannot read it)`}`,
    `    ${step.type} by ${whoOf(step)}`,
    `    recorded ${step.recordedAt}, effective ${step.effectiveAt}`,
    ...step.changes.map(({ label, from, to }) => `    ${label}: ${from ?? 'nothing'} -> ${to ?? 'nothing'}`),
    ...step.duties.map(({ inWords }) => `    Duty ${inWords}`),
  ].join('\n');

const whoOf = ({ actor, onBehalfOf, office }: Step): string =>
  [actor, onBehalfOf && `on behalf of ${onBehalfOf}`, office && `(${office})`].filter(Boolean).join(' ');
