import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samples } from '@app/domain';
import {
  decideCommission,
  registerApplication,
  samplePaths,
  signAgreement,
  submitApplication,
} from '../../../../libs/domain/src/testing/index.js';
import { bodyOf, numbered, sendCommand, type HttpCommand } from '../testing/commands-over-http.js';
import { inProcessApi, type Answered, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const dry = { prefer: 'validate-only' };

let dwellings = 0;
/** The sample application for a dwelling of its own. */
const bodyFor = (command: HttpCommand, caseId: string) => {
  if (command.type !== 'SubmitApplication') return numbered(command, caseId);
  dwellings += 1;
  return { ...bodyOf(command), dwelling: { dwellingId: `DRY-${dwellings}`, address: 'Test street 1' } };
};

const walkTo = async (type: HttpCommand['type']): Promise<string> => {
  let caseId = '';
  for (const command of samples.pathUpTo(type, samples.portalPath).slice(0, -1)) {
    const { body } = await sendCommand(api, command, { caseId, body: bodyFor(command, caseId) });
    caseId = body.caseId;
  }
  return caseId;
};

const codesIn = ({ body }: Answered): readonly string[] => body.refusals.map(({ code }: { code: string }) => code);

describe('a dry run (Prefer: validate-only)', () => {
  it.each(samplePaths.map((path, index): [number, readonly HttpCommand[]] => [index, path]))(
    'tells of every step what is then done, and writes nothing: path %#',
    async (_, path) => {
      let caseId = '';
      for (const command of path) {
        const body = bodyFor(command, caseId);
        const before = [api.store.log.length, api.vault.keyCount()];
        const tried = await sendCommand(api, command, { caseId, body, headers: dry });
        expect(tried).toMatchObject({ status: 200, headers: { 'preference-applied': 'validate-only' } });
        expect([api.store.log.length, api.vault.keyCount()]).toEqual(before);
        const done = await sendCommand(api, command, { caseId, body });
        expect(tried.body).toMatchObject({
          events: done.body.events.map(({ type }: { type: string }) => type),
          refusals: [],
        });
        caseId = done.body.caseId;
      }
    },
    60_000,
  );

  it.each(['validate-only=true', 'wait=1, validate-only=""', '"validate-only"'])(
    'is refused where it is asked for in another form, and never carried out: %s',
    async (prefer) => {
      const body = bodyFor(submitApplication(), '');
      const before = api.store.log.length;
      const answer = await sendCommand(api, submitApplication(), { caseId: '', body, headers: { prefer } });
      expect(answer).toMatchObject({ status: 400, body: { code: 'header-invalid' } });
      expect(api.store.log.length).toBe(before);
    },
  );

  it('says which duties would move, by the one engine', async () => {
    const caseId = await walkTo('RegisterApplication');
    const { body } = await sendCommand(api, registerApplication(), { caseId, headers: dry });
    expect(body.duties).toContainEqual(
      expect.objectContaining({
        rule: 'R-15',
        from: expect.objectContaining({ standing: 'OVERDUE' }),
        to: expect.objectContaining({ dischargedOn: '2025-03-03' }),
      }),
    );
  });

  it('tells every refusal that rests on no other, in the language asked for, with what to do', async () => {
    const caseId = await walkTo('DecideCommission');
    const body = { ...bodyOf(decideCommission()), priceBasis: null, votes: [] };
    const headers = { ...dry, 'accept-language': 'ru' };
    const tried = await sendCommand(api, decideCommission(), { caseId, body, headers });
    expect(tried).toMatchObject({
      status: 200,
      headers: { 'content-language': 'ru' },
      body: { events: [], duties: [] },
    });
    expect(codesIn(tried)).toEqual(['price-basis-missing', 'no-quorum', 'not-adopted']);
    const [first] = tried.body.refusals;
    const refused = await sendCommand(api, decideCommission(), { caseId, body, headers: { 'accept-language': 'ru' } });
    const { code, rule, paragraph, facts, next, detail } = refused.body;
    expect(refused.status).toBe(409);
    expect(first).toEqual({ code, rule, paragraph, facts, next, detail });
  });

  it('tells of an application, too, that another holds the dwelling', async () => {
    const caseId = await walkTo('RegisterApplication');
    const { body } = await sendCommand(api, submitApplication(), {
      caseId,
      headers: dry,
      body: bodyFor(submitApplication(), ''),
    });
    expect(body.refusals).toEqual([]);
    const application = {
      ...bodyOf(submitApplication()),
      dwelling: { dwellingId: `DRY-${dwellings - 1}`, address: 'Test street 1' },
      consents: { useOfSecrets: false, personalData: true },
    };
    const tried = await sendCommand(api, submitApplication(), { caseId, headers: dry, body: application });
    expect(codesIn(tried)).toEqual(['secrets-consent-missing', 'dwelling-claimed']);
  });

  it('tells that a number was given to another case, and claims none', async () => {
    const [one, other] = [await walkTo('RegisterApplication'), await walkTo('RegisterApplication')];
    const body = { ...bodyOf(registerApplication()), registrationNumber: 'DRY-77' };
    await sendCommand(api, registerApplication(), { caseId: one, body, headers: dry });
    await sendCommand(api, registerApplication(), { caseId: other, body });
    const tried = await sendCommand(api, registerApplication(), { caseId: one, body, headers: dry });
    expect(codesIn(tried)).toEqual(['registration-number-given']);
  });

  it('leaves its idempotency key free, and heeds If-Match', async () => {
    const caseId = await walkTo('SignAgreement');
    const command = signAgreement({ party: 'PROVIDER' });
    const stale = await sendCommand(api, command, { caseId, headers: { ...dry, 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    await sendCommand(api, command, { caseId, key: 'dry-1', headers: dry });
    const done = await sendCommand(api, command, { caseId, key: 'dry-1' });
    expect(done).toMatchObject({ status: 200, body: { events: [{ type: 'AgreementSigned' }] } });
    const repeated = await sendCommand(api, command, { caseId, key: 'dry-1', headers: dry });
    expect(codesIn(repeated)).toEqual(['agreement-already-concluded']);
  });

  it('is no way to another office, and needs the same permission', async () => {
    const caseId = await walkTo('RegisterApplication');
    const command = registerApplication();
    expect(await sendCommand(api, command, { caseId, office: 'aktobe', headers: dry })).toMatchObject({ status: 404 });
    expect(await sendCommand(api, command, { caseId, role: 'auditor', headers: dry })).toMatchObject({ status: 403 });
  });

  it('asks no register: the answer is supposed to be an outage', async () => {
    const caseId = await walkTo('RegisterApplication');
    const headers = {
      ...dry,
      authorization: `Bearer ${await api.token({ role: 'caseworker' })}`,
      'content-type': 'application/json',
    };
    const ask = (path: string, body: object) =>
      api.send(`/api/v1/cases/${caseId}/state-data/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect((await ask('query', { register: 'BIRTH', subjectIin: '010115100004' })).body.events).toEqual([
      'StateDataReceived',
    ]);
    expect((await ask('family/query', {})).body.events).toEqual(['FamilyDataReceived']);
    expect(codesIn(await ask('query', { register: 'BIRTH', subjectIin: '061211600012' }))).toEqual([
      'not-a-person-of-the-case',
    ]);
  });

  it('is refused where a command cannot be tried, and that is not carried out', async () => {
    const before = api.store.log.length;
    const headers = {
      ...dry,
      authorization: `Bearer ${await api.token({ role: 'administrator' })}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ date: '2026-07-07', to: 'OFF', name: 'A day', source: 'An order' });
    const answer = await api.send('/api/v1/admin/calendar/days', { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'not-triable' } });
    expect(api.store.log.length).toBe(before);
  });
});
