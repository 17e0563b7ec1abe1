import { samples, type CaseCommand } from '@app/domain';
import type { Role } from '@app/platform';
import type { Answered, InProcessApi } from './in-process-api.js';

export type HttpCommand = samples.SentCommand;

/** The role of somebody who may send a command. */
export const senderOf = (command: HttpCommand): Role => samples.sendingOf(command).role;

/** What people do of a path; what the watch and the follower of complaints do has no route. */
export const doneByPeople = (path: readonly CaseCommand[]): readonly HttpCommand[] =>
  path.filter(
    (command): command is HttpCommand => command.type !== 'RecordDutyMissed' && command.type !== 'ReopenCase',
  );

/** A command of the domain as the body that a caller of almaty-bostandyk sends for it. */
export const bodyOf = (command: HttpCommand): Readonly<Record<string, unknown>> => ({
  ...samples.bodyOf(command),
  ...(command.type === 'SubmitApplication' && { officeId: 'almaty-bostandyk' }),
});

type Sending = Readonly<{
  caseId: string;
  role?: Role;
  office?: string;
  body?: unknown;
  key?: string;
  headers?: Readonly<Record<string, string>>;
}>;

/** Sends a command of the domain to its route, as somebody who may unless told otherwise. */
export const sendCommand = async (
  api: InProcessApi,
  command: HttpCommand,
  {
    caseId,
    role = senderOf(command),
    office = 'almaty-bostandyk',
    body = numbered(command, caseId),
    key,
    headers,
  }: Sending,
): Promise<Answered> => {
  const token = await api.token({ role, office, sub: command.by });
  const ofCase = command.type === 'SubmitApplication' ? '' : `/${caseId}`;
  return api.send(`/api/v1/cases${ofCase}${samples.sendingOf(command).path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
};

/** Each case is registered under a number of its own. */
export const numbered = (command: HttpCommand, caseId: string): Readonly<Record<string, unknown>> => ({
  ...bodyOf(command),
  ...(command.type === 'RegisterApplication' && { registrationNumber: `${command.registrationNumber}-${caseId}` }),
});
