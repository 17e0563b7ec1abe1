import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '@app/domain';
import {
  communalEntityPath,
  eventsOf,
  gratuitousPath,
  instalmentsPath,
  issueResult,
  portalPath,
  refusalPath,
  republicanPath,
  sampleCommands,
} from '../../../../libs/domain/src/testing/index.js';
import { numbered, doneByPeople, sendCommand } from '../testing/commands-over-http.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { isCaseCommandName } from './case-commands.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const issued = [issueResult()];
const walks: Readonly<Record<string, readonly CaseCommand[]>> = {
  'a redemption on the communal route (para 9(1))': [...portalPath.slice(0, 8), ...issued, ...portalPath.slice(8)],
  'a refusal with remarks, notice, objection and hearing (para 10)': refusalPath,
  'the dwelling of a communal entity (para 9(2))': communalEntityPath,
  'the dwelling of a republican entity (para 9(3))': republicanPath,
  'a dwelling free of charge (para 8)': gratuitousPath,
  'a redemption by instalments (Appendix 2)': instalmentsPath,
};

/** Sends every command of a walk; what each gave. Each walk is about a dwelling of its own. */
const walked = async (name: string, path: readonly CaseCommand[]): Promise<readonly string[]> => {
  let caseId = '';
  const types: string[] = [];
  for (const command of doneByPeople(path)) {
    const dwelling = { dwellingId: `of.${name.length}.${path.length}`, address: 'Almaty, Abay avenue 10, 5' };
    const body = { ...numbered(command, caseId), ...(command.type === 'SubmitApplication' && { dwelling }) };
    const answer = await sendCommand(api, command, { caseId, body });
    expect([command.type, answer.status, answer.body.code]).toEqual([
      command.type,
      command.type === 'SubmitApplication' ? 201 : 200,
      undefined,
    ]);
    caseId = answer.body.caseId;
    types.push(...answer.body.events.map(({ type }: { type: string }) => type));
  }
  return types;
};

describe('over HTTP', () => {
  it.each(Object.entries(walks))('%s goes all the way, each step by who may take it', async (name, path) => {
    const events = await walked(name, path);
    expect(events).toEqual(eventsOf(path).map(({ type }) => type));
    expect(events).toContain('CaseClosed');
  });

  it('each command of the vocabulary has a sample, and goes to a route of its own', () => {
    const names = new Set(sampleCommands.map(({ type }) => type).filter(isCaseCommandName));
    expect(names.size).toBe(32);
  });
});
