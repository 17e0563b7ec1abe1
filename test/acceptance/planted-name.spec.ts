import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MongoClient, type Document } from 'mongodb';
import { samples } from '@app/domain';
import type { Role } from '@app/platform';
import { clearInReadModels } from '../../apps/ops/src/docs/clear-in-read-models.js';
import { complaintBody, complaintSteps, officer, silentCase } from '../support/complaint-walk.js';
import { leftOut, marks, notPlanted, planted } from '../support/planted.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, on } from '../support/walk.js';

let system: System;
const logged: string[] = [];
const refused: string[] = [];
let position = 0;

beforeAll(async () => {
  system = await startSystem({ env: { LOG_LEVEL: 'debug', RETENTION_YEARS: '0' } });
  for (const part of ['api', 'projector', 'events', 'documents'] as const) {
    for (const stream of [system.process(part).child.stdout, system.process(part).child.stderr])
      stream?.on('data', (chunk: Buffer) => logged.push(chunk.toString()));
  }
}, 180_000);
afterAll(() => system.stop());

it('a name and an IIN in every text of every command stand nowhere in clear but where the table says', async () => {
  for (const [index, path] of samples.samplePaths.entries()) await walk(path, `ALM-PLANTED-${index}`);
  await complain();
  await askForNewLog();
  await aroundACase();
  await tryTheCalendar();
  await caughtUp();

  const [answers, measured, readModels] = await Promise.all([answersWithoutPersons(), metrics(), inReadModels()]);
  expect(refused.length).toBeGreaterThan(20);
  expect(notPlanted()).toEqual(leftOut);
  expect({
    answers: holding(answers),
    metrics: holding(measured),
    refused: holding(refused),
    readModels,
  }).toEqual({ answers: [], metrics: [], refused: [], readModels: clearInReadModels });

  for (const part of ['api', 'projector', 'documents', 'events'] as const) await system.process(part).stop();
  const log = await filesIn(join(system.dataFolder, 'events'));
  expect(log.some((text) => text.includes('ALM-PLANTED-0'))).toBe(true);
  expect(holding(log)).toEqual([]);
  expect(logged.join('').length).toBeGreaterThan(0);
  expect(holding([logged.join('')])).toEqual([]);
}, 300_000);

/** What is sent to a case at any time, and the erasure of its applicant. */
const aroundACase = async (): Promise<void> => {
  const iin = '910417300116';
  const usual = communalWalk('AROUND')[0]?.body ?? {};
  // A body of the walk has an applicant.
  const applicant = { ...(usual['applicant'] as object), iin };
  const filing = planted('/cases', { ...usual, applicant, nominalOwnerIin: iin, familyMembers: [] });
  const { caseId } = (await post('/cases', withDwelling(filing, 'ALM-AROUND'), { role: 'front-desk' })).body;
  const send = (path: string, body: object, role: Role) =>
    post(`/cases/${caseId}${path}`, planted(`/cases/{caseId}${path}`, body), { role });
  const found = { register: 'SOCIAL_STATUS', subjectIin: iin, outcome: 'FOUND', summary: 'A large family' };
  await send('/state-data', { ...found, effectiveAt: on('03-10') }, 'caseworker');
  const said = { subject: 'A remark', was: 'Such', is: 'Another', reason: 'It was read wrongly' };
  await send('/corrections', said, 'provider-head');
  const values = [{ revision: 0, field: 'applicant.fullName', is: 'Testova' }];
  await send('/corrections', { subject: 'The name', reason: 'As the document has it', values }, 'provider-head');
  await send('/withdrawal', { reason: 'The family has moved' }, 'front-desk');
  await caughtUp();
  const asked = planted('/audit/erasures', { iin, reason: 'Asked by letter', legalBasis: 'Article 18' });
  const { status, text } = await system.post('/audit/erasures', asked, { role: 'administrator', office: null });
  if (status !== 201) throw new Error(`the erasure was answered ${status}: ${text}`);
};

/** What the calendar says is published: it stands in clear, so that an IIN in it is refused, and not told again. */
const tryTheCalendar = async (): Promise<void> => {
  const sending = { role: 'administrator' as Role, office: null };
  const day = { date: '2026-06-15', to: 'OFF', name: 'A day', source: 'An order' };
  const off = [{ date: '2028-01-03', kind: 'substitute', name: 'A day' }];
  const year = { off, workingWeekends: [], provisional: true, source: 'An order' };
  const iin = `of ${marks[1]}`;
  for (const [path, body] of [
    ['days', { ...day, name: iin }],
    ['days', { ...day, source: iin }],
    ['years/2028', { ...year, off: [{ ...off[0], name: iin }] }],
    ['years/2028', { ...year, source: iin }],
  ] as const) {
    const answer = await system.post(`/admin/calendar/${path}`, body, sending);
    expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'iin-in-clear']);
    refused.push(answer.text);
  }
};

/** Which marks stand in some texts, each with a few signs around it. */
const holding = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) =>
    marks.flatMap((mark) => {
      const at = text.indexOf(mark);
      return at < 0 ? [] : [text.slice(Math.max(at - 80, 0), at + 40)];
    }),
  );

/** Sends every command of a path, each a second time as well, which is refused. */
const walk = async (path: readonly samples.SentCommand[], dwellingId: string): Promise<void> => {
  let caseId = '';
  for (const command of path) {
    const usual = samples.bodyOf(command);
    const own = command.type === 'SubmitApplication' ? { ...usual, officeId: 'almaty-bostandyk' } : usual;
    const { path: route, role } = samples.sendingOf(command);
    const more = furtherTexts[command.type] ?? {};
    const address = command.type === 'SubmitApplication' ? '/cases' : `/cases/${caseId}${route}`;
    const template = command.type === 'SubmitApplication' ? '/cases' : `/cases/{caseId}${route}`;
    const body = withDwelling(
      planted(template, { ...own, ...more }),
      command.type === 'SubmitApplication' ? dwellingId : null,
    );
    const answer = await post(address, numbered(body, caseId), { role, sub: command.by });
    caseId = caseId || String(answer.body.caseId);
  }
};

/** What the commands of the samples leave out. */
const furtherTexts: Readonly<Record<string, object>> = { ConfirmCompleteness: { note: 'A note' } };

const withDwelling = (body: object, dwellingId: string | null): object =>
  dwellingId === null || !('dwelling' in body)
    ? body
    : { ...body, dwelling: { ...(body.dwelling as object), dwellingId } };

/** Each case is registered under a number of its own. */
const numbered = (body: object, caseId: string): object =>
  'registrationNumber' in body
    ? { ...body, registrationNumber: `${String(body.registrationNumber)} ${caseId.slice(0, 6)}` }
    : body;

const complain = async (): Promise<void> => {
  const caseId = await silentCase(system, 'PLANTED');
  const filed = await post('/complaints', planted('/complaints', complaintBody(caseId)), { role: 'front-desk' });
  for (const { path, sending, body } of [
    complaintSteps.forward,
    complaintSteps.register,
    complaintSteps.extend,
    complaintSteps.notify,
    complaintSteps.decide,
    complaintSteps.appeal,
    complaintSteps.rule,
    complaintSteps.correct,
  ])
    await post(
      `/complaints/${filed.body.complaintId}${path}`,
      planted(`/complaints/{complaintId}${path}`, body),
      sending,
    );
  const settled = await post(
    '/complaints',
    planted('/complaints', complaintBody(await silentCase(system, 'SETTLED'))),
    { role: 'front-desk' },
  );
  const act = complaintSteps.satisfy;
  await post(
    `/complaints/${settled.body.complaintId}${act.path}`,
    planted('/complaints/{complaintId}/favourable-act', act.body),
    officer,
  );
};

/** Refused, as heads are signed; where it is not, new-log.spec.ts looks for the name. */
const askForNewLog = async (): Promise<void> => {
  const body = planted('/audit/new-logs', { reason: 'The disk failed' });
  const answer = await system.post('/audit/new-logs', body, { role: 'administrator', office: null });
  expect(answer.body.code).toBe('new-log-needless');
  refused.push(answer.text);
};

/** Sends a body, and then one that is refused: at another revision, and with a field that is none. */
const post = async (path: string, body: object, sending: Parameters<System['post']>[2] & object) => {
  const answer = await system.post(path, body, sending);
  if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
  position = answer.body.position;
  const again = await system.post(path, body, sending);
  const off = await system.post(path, { ...body, effectiveAt: marks[0] }, sending);
  for (const one of [again, off]) if (one.status >= 300) refused.push(one.text);
  return answer;
};

const caughtUp = async (): Promise<void> => {
  const { status } = await system.get('/cases?limit=1', { minPosition: position, waitSeconds: 10 });
  expect(status).toBe(200);
};

/** What those see who need no persons: figures, forecasts, exports. */
const answersWithoutPersons = async (): Promise<readonly string[]> => {
  const asked = ['duties', 'projections', 'figures', 'complaints', 'forecast', 'outbound', 'paragraphs', 'exports'];
  const sending = { role: 'quality-monitor' as Role, office: null, minPosition: position, waitSeconds: 10 };
  const answers = await Promise.all(asked.map((what) => system.get(`/monitoring/${what}`, sending)));
  const datasets = answers.at(-1)?.body.datasets ?? answers.at(-1)?.body.items ?? [];
  const exported = await Promise.all(
    datasets.map(({ name }: { name: string }) => system.get(`/monitoring/exports/${name}`, sending)),
  );
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
  expect(exported.length).toBeGreaterThan(3);
  return [...answers, ...exported].map(({ text }) => text);
};

const metrics = async (): Promise<readonly string[]> =>
  Promise.all((['api', 'projector'] as const).map(async (part) => (await fetch(`${system.url(part)}/metrics`)).text()));

/** By projection, the fields of its documents that hold a mark. */
const inReadModels = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
  const mongo = new MongoClient(system.url('documents'));
  const found = new Map<string, Set<string>>();
  try {
    for (const name of ['shanyraq', 'shanyraq_vault']) {
      for (const collection of await mongo.db(name).listCollections().toArray()) {
        const projection = collection.name.replace(/[-_.]v?\d+.*$/, '');
        for (const document of await mongo.db(name).collection(collection.name).find().toArray()) {
          for (const [field, value] of Object.entries(document as Document)) {
            if (holding([JSON.stringify(value) ?? '']).length === 0) continue;
            found.set(projection, (found.get(projection) ?? new Set()).add(field));
          }
        }
      }
    }
  } finally {
    await mongo.close();
  }
  return Object.fromEntries([...found].toSorted().map(([name, fields]) => [name, [...fields].toSorted()]));
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
};
