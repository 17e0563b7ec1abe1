import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionDto, CaseActionsDto } from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import type { Role } from '@app/platform';
import { portalPath, republicanPath, refusalPath } from '../../../../libs/domain/src/testing/index.js';
import { numbered, doneByPeople, sendCommand } from '../testing/commands-over-http.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { caseCommands } from './case-commands.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

let cases = 0;
/** A new case that has come as far as a path leads. */
const caseAt = async (path: readonly CaseCommand[]): Promise<string> => {
  cases += 1;
  let caseId = '';
  for (const command of doneByPeople(path)) {
    const dwelling = { dwellingId: `dwelling-${cases}`, address: 'Almaty, Abay avenue 10, 5' };
    const body = { ...numbered(command, caseId), ...(command.type === 'SubmitApplication' && { dwelling }) };
    caseId = (await sendCommand(api, command, { caseId, body })).body.caseId;
  }
  return caseId;
};

const ask = async (caseId: string, role: Role, token = {}) => {
  const authorization = `Bearer ${await api.token({ role, sub: `the ${role}`.replace(' ', '-'), ...token })}`;
  return api.send(`/api/v1/cases/${caseId}/actions`, { headers: { authorization } });
};
const actionsOf = async (caseId: string, role: Role, token = {}): Promise<readonly ActionDto[]> => {
  const { status, body } = await ask(caseId, role, token);
  expect(status).toBe(200);
  // the answer of the route, as its contract shows it
  return (body as CaseActionsDto).actions;
};
const allowed = (actions: readonly ActionDto[]): readonly string[] =>
  actions.filter((action) => action.allowed).map(({ command }) => command);
const one = (actions: readonly ActionDto[], command: string): ActionDto | undefined =>
  actions.find((action) => action.command === command);

describe('what may be done next with a case', () => {
  it('is what the decider lets through and the role of the caller may do', async () => {
    const caseId = await caseAt(portalPath.slice(0, 1));
    expect(allowed(await actionsOf(caseId, 'caseworker'))).toEqual([
      'RegisterApplication',
      'AddDocument',
      'StateFamilyAct',
      'RecordStateData',
      'RecordFamilyData',
      'WithdrawApplication',
    ]);
    expect(allowed(await actionsOf(caseId, 'portal'))).toEqual([
      'AddDocument',
      'StateFamilyAct',
      'WithdrawApplication',
    ]);
  });

  it('names for what may not be done the rule in the way, or the permission that is missing, or both', async () => {
    const caseId = await caseAt(portalPath.slice(0, 1));
    const forCaseworker = await actionsOf(caseId, 'caseworker');
    expect(one(forCaseworker, 'DecideCommission')).toMatchObject({
      command: 'DecideCommission',
      path: 'decision',
      allowed: false,
      refusal: expect.objectContaining({ code: 'commission-not-formed', rule: 'R-43' }),
      permission: 'commission:decide',
      choice: null,
    });
    expect(one(forCaseworker, 'ReviewCompliance')).toMatchObject({
      allowed: false,
      refusal: { code: 'not-registered', rule: 'R-15' },
      permission: null,
    });
    expect(one(await actionsOf(caseId, 'commission-secretary'), 'RegisterApplication')).toMatchObject({
      command: 'RegisterApplication',
      path: 'registration',
      allowed: false,
      refusal: null,
      permission: 'application:register',
      choice: null,
    });
  });

  it('is nothing for who only watches, who may see it across offices', async () => {
    const caseId = await caseAt(portalPath.slice(0, 1));
    const actions = await actionsOf(caseId, 'auditor');
    expect(allowed(actions)).toEqual([]);
    expect(actions.filter(({ permission }) => permission === null)).toEqual([]);
  });

  it('tells for which side, party or channel the caller may act', async () => {
    const caseId = await caseAt(republicanPath.slice(0, 11));
    const choiceOf = async (role: Role, command: string) => one(await actionsOf(caseId, role), command);
    expect(await choiceOf('property-officer', 'SignTransferDeed')).toMatchObject({
      allowed: true,
      choice: { field: 'side', values: ['TRANSFERRING'] },
    });
    expect(await choiceOf('communal-property-officer', 'SignTransferDeed')).toMatchObject({
      allowed: true,
      choice: { field: 'side', values: ['RECEIVING'] },
    });
    expect(await choiceOf('caseworker', 'SignTransferDeed')).toMatchObject({ allowed: false, choice: null });
  });

  it('is first what is owed first, with its duty, its form, and who may do it', async () => {
    const caseId = await caseAt(portalPath.slice(0, 1));
    const [first] = await actionsOf(caseId, 'caseworker');
    expect(first).toEqual({
      command: 'RegisterApplication',
      title: 'Register the application',
      path: 'registration',
      schema: `/api/v1/schemas/RegisterApplication?caseId=${caseId}`,
      roles: ['caseworker', 'provider-head'],
      allowed: true,
      importance: 'PRIMARY',
      duty: {
        rule: 'R-15',
        instance: null,
        paragraph: '4',
        duty: 'register the application and documents',
        due: '2025-03-03',
        overdue: true,
      },
      refusal: null,
      permission: null,
      choice: null,
      left: [],
    });
    const importances = (await actionsOf(caseId, 'caseworker')).map(({ importance }) => importance);
    const order = ['PRIMARY', 'DUE', 'POSSIBLE', 'NOT_NOW'];
    const ranks = importances.map((importance) => order.indexOf(importance));
    expect(ranks).toEqual(ranks.toSorted());
    const authorization = `Bearer ${await api.token({ role: 'caseworker', sub: 'the-caseworker' })}`;
    const inKazakh = await api.send(`/api/v1/cases/${caseId}/actions?lang=kk`, { headers: { authorization } });
    expect(inKazakh.body.actions[0]).toMatchObject({
      title: 'Өтінішті тіркеу',
      duty: { duty: 'өтініш пен құжаттарды тіркеу' },
    });
  });

  it('is no signature for a party that has signed, and no result where the application did not come', async () => {
    const signedByOne = await caseAt(portalPath.slice(0, 11));
    expect(one(await actionsOf(signedByOne, 'caseworker'), 'SignAgreement')).toMatchObject({
      allowed: false,
      refusal: { code: 'party-already-signed' },
      choice: { field: 'party', values: [] },
    });
    expect(one(await actionsOf(signedByOne, 'provider-head'), 'SignAgreement')).toMatchObject({
      allowed: true,
      choice: { field: 'party', values: ['PROVIDER'] },
      left: [{ field: 'party', values: ['PROVIDER'] }],
    });
    expect(one(await actionsOf(signedByOne, 'front-desk'), 'IssueResult')).toMatchObject({
      allowed: false,
      refusal: { code: 'result-by-another-channel' },
    });
    expect(one(await actionsOf(signedByOne, 'provider-head'), 'IssueResult')).toMatchObject({ allowed: true });
  });

  it('is no rejection of a complete package', async () => {
    const caseId = await caseAt(portalPath.slice(0, 3));
    expect(one(await actionsOf(caseId, 'caseworker'), 'RejectApplication')).toMatchObject({ allowed: false });
  });

  it('lets nobody sign who examined the case', async () => {
    const caseId = await caseAt(portalPath.slice(0, 7));
    const sub = portalPath.find(({ type }) => type === 'ReviewCompliance')?.by ?? '';
    expect(one(await actionsOf(caseId, 'provider-head', { sub }), 'SignDecision')).toMatchObject({
      allowed: false,
      refusal: { code: 'examiner-may-not-sign' },
      permission: null,
    });
    expect(one(await actionsOf(caseId, 'provider-head'), 'SignDecision')).toMatchObject({ allowed: true });
  });

  it('of a refused case is to issue its results and to correct its record', async () => {
    const caseId = await caseAt(refusalPath);
    expect(allowed(await actionsOf(caseId, 'provider-head'))).toEqual(['IssueResult', 'CorrectRecord']);
  });

  it('never lags, and bears the revision as ETag', async () => {
    const caseId = await caseAt(portalPath.slice(0, 3));
    expect((await ask(caseId, 'caseworker')).headers['etag']).toBe('"2"');
    await sendCommand(api, doneByPeople(portalPath)[3]!, { caseId });
    const { headers, body } = await ask(caseId, 'caseworker');
    expect([headers['etag'], body.revision]).toEqual(['"3"', 3]);
  });

  it('of a case of another office, or of none, is not told', async () => {
    const caseId = await caseAt(portalPath.slice(0, 1));
    expect(await ask(caseId, 'caseworker', { office: 'aktobe' })).toMatchObject({
      status: 404,
      body: { code: 'case-not-found' },
    });
    expect(await ask('0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11', 'auditor')).toMatchObject({ status: 404 });
  });
});

describe('the path of each command', () => {
  it('is a route that there is, and there is no other', () => {
    const posted = api.routes.filter(({ method }) => method === 'POST').map(({ path }) => path);
    const below = Object.values(caseCommands).map(({ path }) =>
      `/api/v1/cases/:caseId/${path}`.replace(/\/:caseId\/$/, ''),
    );
    const searches = '/api/v1/cases/search';
    const commands = posted.filter((path) => path.startsWith('/api/v1/cases') && path !== searches);
    expect(new Set(commands)).toEqual(new Set(below));
  });
});
