import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { checkFields } from '@app/contracts';
import { languages, samples } from '@app/domain';
import type { Role } from '@app/platform';
import { bodyOf, doneByPeople, numbered, sendCommand, senderOf } from '../testing/commands-over-http.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { formOf, forms } from './forms.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { iin: true, money: true, sha256: true, office: true, member: true },
});
formats.default(ajv);

type Asked = Readonly<{ role?: Role; office?: string; headers?: Readonly<Record<string, string>> }>;
const ask = async (path: string, { role = 'caseworker', office = 'almaty-bostandyk', headers = {} }: Asked = {}) => {
  const token = await api.token({ role, office, sub: `the-${role}` });
  return api.send(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
};
const schemaOf = async (path: string, asked: Asked = {}) => {
  const { status, body } = await ask(`/schemas/${path}`, asked);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
/** What is wrong with a body by its schema: nothing, or the places. */
const wrongIn = (schema: object, body: unknown): readonly string[] => {
  const { $id: _id, ...rest } = Object(schema);
  const valid = ajv.compile(rest);
  return valid(body) ? [] : (valid.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

let cases = 0;
const walked = async (path: readonly samples.SentCommand[]) => {
  cases += 1;
  let caseId = '';
  for (const command of path) {
    const dwelling = { dwellingId: `dwelling-${cases}`, address: 'Almaty, Abay avenue 10, 5' };
    const body = { ...numbered(command, caseId), ...(command.type === 'SubmitApplication' && { dwelling }) };
    caseId = (await sendCommand(api, command, { caseId, body })).body.caseId;
  }
  return caseId;
};

describe('the schema of a form', () => {
  it.each(forms.map(({ name }) => [name]))(
    'is there for %s, in three languages, without a missing word',
    async (name) => {
      const titles: string[][] = [];
      for (const lang of languages) {
        const schema = await schemaOf(`${name}?lang=${lang}`);
        expect(schema).toMatchObject({
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: `urn:shanyraq:form:${name}`,
          type: 'object',
          additionalProperties: false,
        });
        expect(Object.keys(schema.properties).at(-1)).toBe('effectiveAt');
        expect(wrongIn(schema, null)).toEqual([' type']);
        titles.push(titlesIn(schema));
      }
      const [en = [], ru = [], kk = []] = titles;
      expect(en.filter((title) => /[а-яәғқңөұүһі]/i.test(title))).toEqual([]);
      for (const others of [ru, kk]) {
        expect(others).toHaveLength(en.length);
        expect(others.filter((title) => /[a-z]{3}/i.test(title.replace('SHA-256', '')))).toEqual([]);
      }
    },
  );

  it.each(samples.samplePaths.map((path, index) => [index, path] as const))(
    'takes whatever a sample walk sends, with all choices and with those of the case: walk %i',
    async (_, path) => {
      cases += 1;
      let caseId = '';
      for (const command of doneByPeople(path)) {
        const dwelling = { dwellingId: `dwelling-${cases}`, address: 'Almaty, Abay avenue 10, 5' };
        const body = { ...numbered(command, caseId), ...(command.type === 'SubmitApplication' && { dwelling }) };
        const about = caseId === '' ? '' : `?caseId=${caseId}`;
        for (const query of ['', about]) {
          const schema = await schemaOf(`${command.type}${query}`, { role: senderOf(command) });
          expect([command.type, query, wrongIn(schema, body)]).toEqual([command.type, query, []]);
        }
        const answer = await sendCommand(api, command, { caseId, body });
        expect([command.type, answer.status < 300]).toEqual([command.type, true]);
        caseId = answer.body.caseId;
      }
    },
    60_000,
  );

  it('takes the samples of every other command', async () => {
    const complaints = [
      samples.fileComplaint(),
      samples.forwardComplaint(),
      samples.adoptFavourableAct(),
      samples.registerComplaint(),
      samples.extendComplaintTerm(),
      samples.sendExtensionNotice(),
      samples.decideComplaint(),
      samples.fileCourtAppeal(),
      samples.recordCourtRuling(),
      samples.setCarryOutDay(),
    ];
    const others = samples.sampleCommands.flatMap((command) =>
      command.type === 'RecordDutyMissed' || command.type === 'ReopenCase' ? [] : [command],
    );
    for (const command of [...complaints, ...others]) {
      const schema = await schemaOf(command.type);
      expect([command.type, wrongIn(schema, samples.bodyOf(command))]).toEqual([command.type, []]);
    }
  });

  it('refuses what the api refuses for its shape', async () => {
    const payment = { amount: '1250000.00', paidOn: '2025-04-10', reference: 'PAY-1' };
    const application = bodyOf(samples.submitApplication() as Parameters<typeof bodyOf>[0]);
    const wrong: readonly (readonly [string, object])[] = [
      ['RecordPayment', { ...payment, amount: '1250000' }],
      ['RecordPayment', { ...payment, amount: 5 }],
      ['RecordPayment', { ...payment, paidOn: '2025-02-30' }],
      ['RecordPayment', { ...payment, reference: '' }],
      ['RecordPayment', { ...payment, reference: '   ' }],
      ['RecordPayment', { ...payment, reference: 'x'.repeat(101) }],
      ['RecordPayment', { ...payment, unknown: 1 }],
      ['RecordPayment', { paidOn: '2025-04-10', reference: 'PAY-1' }],
      ['SignAgreement', { party: 'NOBODY' }],
      ['SignAgreement', { party: 'PROVIDER', eds: { certificateSerial: '1' } }],
      ['StateFamilyAct', { act: 'BIRTH', subjectIin: '12' }],
      ['RecordFamilyData', { answers: [] }],
      ['SubmitApplication', { ...application, payment: { mode: 'INSTALMENTS' } }],
      ['SubmitApplication', { ...application, payment: { mode: 'NEVER' } }],
      ['SubmitApplication', { ...application, familyMembers: [{ iin: '1' }] }],
      ['SubmitApplication', { ...application, officeId: 'no office of ours' }],
      ['SetDocumentAside', { documentType: 'D1', sha256: 'ABC', fault: 'UNREADABLE', reason: 'x' }],
      ['ReviewCompliance', { findings: 'none' }],
      ['ReversePayment', { payment: -1, reason: 'x' }],
      ['OfferAgreement', { agreementNumber: '1', price: '1.00', medium: 'PAPER', instalments: { everyMonths: 2 } }],
    ];
    for (const [name, body] of wrong) {
      const form = formOf(name);
      expect([name, body, checkFields(form!.body, body).errors.length > 0]).toEqual([name, body, true]);
      expect([name, body, wrongIn(await schemaOf(name), body).length > 0]).toEqual([name, body, true]);
    }
  });

  it('asks for what is needed only sometimes', async () => {
    const decision = await schemaOf('DecideCommission');
    const refusal = { outcome: 'REFUSE', votes: [{ memberId: 'm-1', vote: 'FOR' }] };
    expect(wrongIn(decision, refusal)).toEqual(expect.arrayContaining([' required', ' if']));
    const reasoned = { ...refusal, ground: 'NOT_COMPLIANT', facts: 'F', reasons: 'R' };
    expect(wrongIn(decision, reasoned)).toEqual([]);
    expect(wrongIn(decision, { ...reasoned, outcome: 'PRIVATIZE' })).not.toEqual([]);
    expect(wrongIn(await schemaOf('RecordHearing'), { appeared: true })).not.toEqual([]);
  });

  it('has the choices of the case: its people, members, payments, and the words that are left', async () => {
    const path = doneByPeople(samples.portalPath);
    const caseId = await walked(path.slice(0, 6));
    const people = (await schemaOf(`RecordStateData?caseId=${caseId}`)).properties.subjectIin.oneOf;
    expect(people).toHaveLength(1 + samples.submitApplication().familyMembers.length);
    expect(people[0]).toEqual({
      const: samples.submitApplication().applicant.iin,
      title: expect.stringContaining('applicant'),
    });
    const votes = (await schemaOf(`DecideCommission?caseId=${caseId}`)).properties.votes.items.properties.memberId;
    expect(votes.oneOf).toEqual(
      samples.formCommission().members.map(({ memberId, fullName }) => ({ const: memberId, title: fullName })),
    );
    const offered = await walked(path.slice(0, 11));
    expect((await schemaOf(`SignAgreement?caseId=${offered}&lang=ru`)).properties.party.oneOf).toEqual([
      { const: 'PROVIDER', title: 'Услугодатель' },
    ]);
    const entries = (await schemaOf(`CorrectRecord?caseId=${offered}&lang=kk`, { role: 'provider-head' })).properties;
    expect(entries.values.items.properties.revision.oneOf[0]).toEqual({
      const: 0,
      title: '0: Өтініш берілді, 2025 жылғы 3 наурыз, дүйсенбі',
    });
  });

  it('names persons to nobody who does not see them, and puts on record who does', async () => {
    const caseId = await walked(doneByPeople(samples.portalPath).slice(0, 1));
    const auditor = await ask(`/schemas/RecordStateData?caseId=${caseId}`, { role: 'auditor' });
    expect(auditor.body.properties.subjectIin).toMatchObject({ format: 'iin', pattern: '^\\d{12}$' });
    expect(auditor.text).not.toContain(samples.submitApplication().applicant.iin);
    // a look is an event
    const end = () => api.store.lastPosition();
    const before = await end();
    await ask(`/schemas/RecordPayment?caseId=${caseId}`);
    expect(await end()).toBe(before);
    await ask(`/schemas/RecordStateData?caseId=${caseId}`);
    expect(await end()).toBeGreaterThan(before ?? 0);
  });

  it('names the members of a commission by their ids to whoever sees no free text', async () => {
    const caseId = await walked(doneByPeople(samples.portalPath).slice(0, 6));
    const names = samples.formCommission().members.map(({ fullName }) => fullName);
    for (const role of ['auditor', 'property-officer'] as const) {
      const { text, body } = await ask(`/schemas/DecideCommission?caseId=${caseId}`, { role });
      expect([role, names.filter((name) => text.includes(name))]).toEqual([role, []]);
      expect(body.properties.votes.items.properties.memberId.oneOf[0]).toEqual({ const: 'm1', title: 'm1' });
    }
    const before = await api.store.lastPosition();
    await ask(`/schemas/DecideCommission?caseId=${caseId}`);
    expect(await api.store.lastPosition()).toBeGreaterThan(before ?? 0);
  });

  it('is not told of a case of another office, of an unknown command, or of what it is not about', async () => {
    const caseId = await walked(doneByPeople(samples.portalPath).slice(0, 1));
    const answers = await Promise.all([
      ask(`/schemas/SignAgreement?caseId=${caseId}`, { office: 'aktobe' }),
      ask('/schemas/SignAgreement?caseId=nothing'),
      ask('/schemas/DestroyEverything'),
      ask(`/schemas/SubmitApplication?caseId=${caseId}`),
      ask(`/schemas/SignAgreement?complaintId=${caseId}`),
      ask(`/schemas/SignAgreement?caseId=${caseId}`, { role: 'administrator' }),
      ask(`/schemas/SignAgreement`, { role: 'administrator' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'case-not-found'],
      [404, 'case-not-found'],
      [404, 'form-not-found'],
      [422, 'fields-invalid'],
      [422, 'fields-invalid'],
      [403, 'permission-missing'],
      [200, undefined],
    ]);
  });
});

const titlesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    ['title', 'description'].includes(name) && typeof part === 'string' ? [part] : titlesIn(part),
  );
};
