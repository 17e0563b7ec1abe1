import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseView, connectReadModels } from '@app/read-models';
import { temporaryFolder } from '../support/process.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { ops } from './ops-command.js';

let system: System;
let caseId: string;
let last: Answer;
beforeAll(async () => {
  system = await startSystem();
  const [first, ...rest] = communalWalk(randomUUID());
  last = await sendStep(system, null, first!);
  caseId = last.body.caseId;
  for (const step of rest) last = await sendStep(system, caseId, step);
}, 90_000);
afterAll(() => system.stop());

const audit = (path: string, role: 'auditor' | 'caseworker' | 'quality-monitor' = 'auditor') =>
  system.get(`/audit/cases/${path}`, { role, ...(role === 'caseworker' ? {} : { office: null }) });
const person = ['010115100004', '851231100303', 'Testova', 'Testov ', 'Test street', 'T-17'];

type Standing = { rule: string; standing: string; due: string };
const standings = ({ body }: Answer): Record<string, string> =>
  Object.fromEntries(body.duties.map(({ rule, standing, due }: Standing) => [rule, `${standing} ${due}`]));

const replay = (args: readonly string[], input = '') =>
  ops(['replay', ...args], {
    input,
    env: {
      SHANYRAQ_DATA: system.dataFolder,
      PORT: new URL(system.url()).port,
      EVENTSTORE_URL: system.url('events'),
      MONGODB_URL: system.url('documents'),
    },
  });
const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the raw events of a case', () => {
  it('are told in order, sealed, with metadata and an intact chain', async () => {
    const { status, body, text } = await audit(`${caseId}/events`);
    expect(status).toBe(200);
    expect(body.items.map(({ revision }: { revision: number }) => revision)).toEqual([...Array(17).keys()]);
    expect(body.chain).toEqual({ intact: true, revision: 16, hash: body.items[16].metadata.hash, broken: null });
    expect(body.position).toBe(last.body.position);
    expect(body.items[0]).toMatchObject({
      type: 'ApplicationSubmitted',
      stream: `case-${caseId}`,
      what: expect.stringMatching(/^Application submitted/),
      data: { applicant: { $sealed: expect.any(String) }, acceptedOn: '2025-03-07' },
      metadata: { prevHash: '0'.repeat(64), effectiveAt: '2025-03-07T10:25:00+05:00', actor: expect.any(String) },
    });
    expect(person.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

describe('a case at a point of its history', () => {
  it('is folded to a revision, its duties as they stood when that was recorded', async () => {
    const answer = await audit(`${caseId}/state?revision=2`);
    expect(answer.body).toMatchObject({ revision: 2, status: 'SUBMITTED', stage: 'DOCUMENTS', revisions: [0, 1, 2] });
    // Entered long after its day was over, which is what stood when it was recorded.
    expect(standings(answer)).toMatchObject({ 'R-15': 'OVERDUE 2025-03-07', 'R-27': 'OVERDUE 2025-04-07' });
    expect(answer.body.case).toMatchObject({ delivery: { deliveredOn: '2025-03-07' }, registration: null });
  });

  it('is as effective at one moment and known at another', async () => {
    const answer = await audit(`${caseId}/state?effectiveAt=2025-03-12T12:00:00%2B05:00`);
    expect(answer.body).toMatchObject({ status: 'COMPLETE', revision: 5, asOf: '2025-03-12T12:00:00+05:00' });
    expect(standings(answer)).toMatchObject({ 'R-15': 'KEPT 2025-03-07', 'R-27': 'OPEN 2025-04-07' });
    const before = await audit(
      `${caseId}/state?effectiveAt=2025-03-12T12:00:00%2B05:00&knownAt=2025-03-12T12:00:00%2B05:00`,
    );
    expect(before.body).toMatchObject({ status: null, revision: null, revisions: [], duties: [], case: null });
  });

  it('is as recorded at a moment', async () => {
    const { items } = (await audit(`${caseId}/events`)).body;
    const { recordedAt } = items[6].metadata;
    const recorded = await audit(`${caseId}/state?recordedAt=${recordedAt}`);
    const { revisions } = recorded.body;
    const byThen = items.filter(
      (event: { metadata: { recordedAt: string } }) => event.metadata.recordedAt <= recordedAt,
    );
    expect(revisions).toEqual(byThen.map(({ revision }: { revision: number }) => revision));
    expect(recorded.body.clockWentBackAt).toEqual([]);
  });

  it('is what stands now where no point is named, and what the read model shows', async () => {
    const { body } = await audit(`${caseId}/state`);
    const fresh = { role: 'auditor' as const, office: null, minPosition: last.body.position, waitSeconds: 10 };
    const { duties, ...shown } = (await system.get(`/cases/${caseId}`, fresh)).body;
    expect(body.case).toEqual(shown);
    expect(body.duties.map(({ standing: _standing, ...duty }: Standing) => duty)).toEqual(duties);
  });

  it('shows the auditor no person', async () => {
    const { text } = await audit(`${caseId}/state?revision=16`);
    expect(person.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

describe('two points of a history', () => {
  it('differ in terms that people read', async () => {
    const { body, text } = await audit(`${caseId}/diff?from=3&to=5`);
    expect(body.happened.map(({ type }: { type: string }) => type)).toEqual([
      'ApplicationRegistered',
      'CompletenessConfirmed',
    ]);
    expect(body.changes).toContainEqual({ field: 'status', label: 'Status', from: 'SUBMITTED', to: 'COMPLETE' });
    const registration = { rule: 'R-15', instance: null, paragraph: expect.any(String) };
    expect(body.duties).toContainEqual({
      ...registration,
      duty: 'register the application and documents',
      from: expect.objectContaining({ standing: 'OVERDUE', due: '2025-03-07' }),
      to: expect.objectContaining({ standing: 'KEPT', dischargedOn: '2025-03-07' }),
      inWords: 'R-15, register the application and documents: done in time on 7 March 2025',
    });
    expect(person.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('begin with nothing where no beginning is named', async () => {
    const { body } = await audit(`${caseId}/diff`);
    expect(body).toMatchObject({ from: { revision: null, recordedAt: null }, to: { revision: 16 } });
    expect(body.happened).toHaveLength(17);
    expect(body.changes).toContainEqual({ field: 'status', label: 'Status', from: null, to: 'PAID' });
  });
});

describe('a history', () => {
  it.each([
    ['state?revision=17', 'revision'],
    ['state?revision=-1', 'revision'],
    ['state?revision=two', 'revision'],
    ['state?recordedAt=yesterday', 'recordedAt'],
    ['state?revision=1&recordedAt=2025-03-07T10:00:00Z', 'recordedAt'],
    ['state?knownAt=2025-03-07T10:00:00Z', 'knownAt'],
    ['diff?from=3&to=2', 'from'],
    ['diff?from=0&to=99', 'to'],
    ['diff?since=0', 'since'],
  ])('is not looked at from %s', async (query, path) => {
    const answer = await audit(`${caseId}/${query}`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'fields-invalid' } });
    expect(answer.body.errors[0].path).toBe(path);
  });

  it.each(['events', 'state', 'diff'])('of no case is not found (%s)', async (path) => {
    for (const id of [randomUUID(), 'nonsense'])
      expect(await audit(`${id}/${path}`)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  });

  it.each(['events', 'state', 'diff'])('is for auditors only (%s)', async (path) => {
    for (const role of ['caseworker', 'quality-monitor'] as const)
      expect(await audit(`${caseId}/${path}`, role)).toMatchObject({
        status: 403,
        body: { permission: 'audit:read' },
      });
  });
});

describe('a replay of one case on the command line', () => {
  it('goes through a case event by event', async () => {
    const { code, stdout, stderr } = await replay([caseId, '--to', '4']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n\n')).toHaveLength(6);
    expect(stdout).toMatch(/^#0 Application submitted through the State Corporation/);
    expect(stdout).toContain('    Status: SUBMITTED -> REGISTERED\n');
    expect(stdout).toContain('    Duty R-15, register the application and documents: done in time on 7 March 2025\n');
    expect(stdout).toMatch(/5 of 17 events; the chain of hashes is intact\n$/);
    expect(person.filter((secret) => stdout.includes(secret))).toEqual([]);
  });

  it('answers one object a line, and waits for Enter where asked', async () => {
    const all = linesOf((await replay([caseId, '--json', '--step'], '\n'.repeat(16))).stdout);
    expect(all.map(({ revision }) => revision)).toEqual([...Array(17).keys()]);
    const at = linesOf((await replay([caseId, '--json', '--at', all[4].recordedAt])).stdout);
    expect(at.at(-1).recordedAt).toBe(all[4].recordedAt);
  });

  it.each([
    [[randomUUID()], 'case-not-found'],
    [['--json'], 'arguments-invalid'],
    [['x', '--to', '1', '--at', '2025-01-01T00:00:00Z'], 'arguments-invalid'],
    [['x', '--at', 'noon'], 'value-invalid'],
    [['--all', '--rulebook', 'KZ-1/1999'], 'rulebook-unknown'],
    [['--all', '--calendar', '/nowhere.json'], 'file-unreadable'],
  ])('names the problem with %j', async (args, problem) => {
    const { code, stderr } = await replay(args);
    expect({ code, problem: stderr.includes(problem) }).toEqual({ code: 1, problem: true });
  });
});

describe('a replay of the whole log', () => {
  let files: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    files = await temporaryFolder();
    await audit(`${caseId}/state`);
    await system.get('/cases', { minPosition: last.body.position, waitSeconds: 10 });
  });
  afterAll(() => files.remove());

  const file = (name: string, content: unknown): string => {
    const path = join(files.path, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  it('finds that the read models are what the log gives', async () => {
    const { code, stdout } = await replay(['--all', '--json']);
    const lines = linesOf(stdout);
    expect(code).toBe(0);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['READ_MODEL', 'SUMMARY']));
    expect(lines.at(-1)).toMatchObject({ kind: 'SUMMARY', cases: 1, findings: 0, unsound: 0 });
    expect(lines).toContainEqual(
      expect.objectContaining({ collection: expect.stringMatching(/^case-view-v/), sound: true, checked: 1 }),
    );
  });

  it('names the cases whose duties another calendar would move, and where', async () => {
    const calendar = file('calendar.json', [{ date: '2025-04-07', to: 'OFF', name: 'A day of rest' }]);
    const { code, stdout, stderr } = await replay(['--all', '--json', '--calendar', calendar]);
    expect([code, JSON.parse(stderr).code]).toEqual([1, 'replay-differs']);
    const lines = linesOf(stdout);
    expect(lines[0]).toEqual({
      kind: 'OTHER_LAW',
      caseId,
      differences: [27, 69, 47].map((n) => expect.stringMatching(`^R-${n}, .*: due on 8 April 2025, not on 7 A`)),
    });
    const far = file('far.json', [{ date: '2027-03-01', to: 'OFF', name: 'Another' }]);
    expect(linesOf((await replay(['--all', '--json', '--calendar', far])).stdout).at(-1)).toMatchObject({
      findings: 0,
    });
  });

  it('names the cases whose duties another rulebook would move', async () => {
    const rulebook = file('rulebook.json', { 'R-27': { n: 10, unit: 'calendar' } });
    const { code, stdout, stderr } = await replay(['--all', '--rulebook', rulebook]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^replay-differs: 1 case folded; 1 would differ/)]);
    expect(stdout).toMatch(
      new RegExp(`^${caseId}  would differ:\n    R-27, .*: done late on 26 March 2025; due on 17 March 2025`),
    );
    expect(stdout).toMatch(
      /\n1 case folded; 1 would differ or cannot be read; the read models are what the log gives\n$/,
    );
    expect(linesOf((await replay(['--all', '--json', '--rulebook', 'KZ-437/2021-08-12'])).stdout).at(-1)).toMatchObject(
      {
        findings: 0,
      },
    );
  });

  it('names the document that is not what the log gives', async () => {
    const { database, close } = await connectReadModels(system.url('documents'));
    const collection = `${caseView.name}-v${caseView.version}`;
    const { modifiedCount } = await database
      .collection<{ _id: string; status: string }>(collection)
      .updateOne({ _id: caseId }, { $set: { status: 'REFUSED' } });
    await close();
    expect(modifiedCount).toBe(1);
    const { code, stdout, stderr } = await replay(['--all', '--json']);
    expect([code, JSON.parse(stderr).code]).toEqual([1, 'replay-differs']);
    const lines = linesOf(stdout);
    expect(lines).toContainEqual(
      expect.objectContaining({ collection, sound: false, differing: [{ documentId: caseId, paths: ['/status'] }] }),
    );
    expect(lines.at(-1)).toMatchObject({ unsound: 1 });
  });
});
