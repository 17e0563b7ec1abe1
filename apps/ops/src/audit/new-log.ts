import { setTimeout as pause } from 'node:timers/promises';
import type { NewLogDto, NewLogPageDto } from '@app/contracts';
import { apiRequest, type ApiRequest } from '../api-request.js';
import { apiOption, jsonOption, parseOptions } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';

const options = {
  reason: { type: 'string', value: 'TEXT', about: 'asks for a new log, and says why' },
  confirm: { type: 'string', value: 'ID', about: 'confirms the one that another administrator asked for' },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

const path = '/audit/new-logs';

/** Goes on with the proof log under a new name: one administrator asks, another one confirms. */
export const newLog: Command = {
  about:
    'Goes on with the proof log under a new name, where the log that was signed is lost (docs/runbook.md, "The proof log"). One administrator asks for it with --reason, another one confirms it with --confirm; without either it lists what was asked for. Who they are says the token in SHANYRAQ_TOKEN.',
  options,
  examples: [
    'audit new-log',
    'audit new-log --reason "the disk failed; the backup of last night was restored"',
    'audit new-log --confirm 0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11',
  ],
  run: async ({ args, env, stdout }) => {
    const { reason, confirm, api, json } = parseOptions(args, options);
    const send = await apiRequest(env, { address: api, role: 'administrator' });
    const items = await done(send, { reason, confirm });
    const text = items.length === 0 ? 'no new log was asked for' : items.map(inWords).join('\n');
    await writeLine(stdout, json ? JSON.stringify(items) : text);
  },
};

type Wanted = Readonly<{ reason: string | undefined; confirm: string | undefined }>;

/** Asks, confirms or only lists; the new logs that are to be told of. */
const done = async (send: ApiRequest, { reason, confirm }: Wanted): Promise<readonly NewLogDto[]> => {
  if (reason !== undefined && confirm !== undefined)
    throw new OpsProblem('value-invalid', 'one administrator gives --reason, and another one --confirm');
  if (reason !== undefined) return [await asked(send, { reason })];
  return confirm === undefined ? listed(send) : [await confirmed(send, confirm)];
};

// What the api answers is its own contract.
const asked = async (send: ApiRequest, body: object): Promise<NewLogDto> =>
  (await (await send('POST', path, body)).json()) as NewLogDto;

const confirmed = async (send: ApiRequest, id: string): Promise<NewLogDto> => {
  const begun = (await (await send('POST', `${path}/${encodeURIComponent(id)}/confirmation`)).json()) as NewLogDto;
  return (await signed(send, id)) ?? begun;
};

const lookMs = 500;
const patienceMs = 30_000;

/** The new log once a head is signed; null where none is in time, as where no projector runs. */
const signed = async (send: ApiRequest, id: string): Promise<NewLogDto | null> => {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(lookMs)) {
    const found = (await listed(send)).find(({ newLogId, status }) => newLogId === id && status === 'SIGNED');
    if (found) return found;
  }
  return null;
};

const listed = async (send: ApiRequest): Promise<readonly NewLogDto[]> => {
  const items: NewLogDto[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page = (await (await send('GET', `${path}${query}`)).json()) as NewLogPageDto;
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
};

const inWords = ({ newLogId, status, requestedBy, confirmedBy, origin, vkey, after }: NewLogDto): string => {
  if (after === null)
    return `${newLogId}  ${status}  asked for by ${requestedBy}; another administrator confirms it: ops audit new-log --confirm ${newLogId}`;
  return [
    `${newLogId}  ${status}  ${origin}, after ${after.origin} at ${after.size} entries (asked for by ${requestedBy}, confirmed by ${confirmedBy})`,
    ...(status === 'BEGUN' ? ['  no head is signed yet: start a projector'] : []),
    ...(vkey === null ? [] : [`  give this key to whoever runs a witness: ${vkey}`]),
  ].join('\n');
};
