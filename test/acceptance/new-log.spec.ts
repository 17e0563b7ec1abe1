import { randomUUID } from 'node:crypto';
import { cp, readFile, rename } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entryOf, openCheckpoint, parseCheckpoint, parseVkey, verifyTlogProof } from '@app/proof';
import { chainHash, nodeCrypto, sha256 } from '@app/proof/node';
import { ended } from '../crash/projector-world.js';
import { askForBundle, filesOf, verify, type Files } from '../support/bundles.js';
import type { Answer, Sending, System } from '../support/system.js';
import { communalWalk } from '../support/walk.js';
import { newestHead, startWitnessed, until, type Witnessed } from '../support/witnessed.js';
import { ops } from './ops-command.js';

const origin = 'log.example/shanyraq';
const planted = 'Жасырынова';
const erased = '910417300116';

let world: Witnessed;
let system: System;
/** Cases: filed before the backup and erased after it, filed before it, filed after it. */
let gone: string;
let kept: string;
let lost: string;
let oldBundle: Files;
let oldHead: { size: number; checkpoint: string };
/** What the signer says, and the first new name. */
let named: string;
let newKey: string;

const auditor: Sending = { role: 'auditor', office: null };
const admin = (sub: string, more: Sending = {}): Sending => ({ role: 'administrator', office: null, sub, ...more });

const file = async (iin?: string): Promise<Answer> => {
  const body = communalWalk(randomUUID())[0]?.body ?? {};
  if (iin === undefined) return system.post('/cases', body, { role: 'front-desk' });
  // A body of the walk has an applicant.
  const applicant = { ...(body['applicant'] as object), iin, fullName: 'Erasable Person' };
  return system.post('/cases', { ...body, applicant, nominalOwnerIin: iin, familyMembers: [] }, { role: 'front-desk' });
};

const ask = (more: Sending = {}, reason = `The disk failed, says ${planted}`): Promise<Answer> =>
  system.post('/audit/new-logs', { reason }, admin('first', more));
const confirm = (id: string, more: Sending = admin('second')): Promise<Answer> =>
  system.post(`/audit/new-logs/${id}/confirmation`, undefined, more);
const told = ({ status, body }: Answer) => [status, body.code];

/** What the projector says of itself. */
const projector = async () => {
  const answer = await fetch(`${system.url('projector')}/health/ready`);
  // The projector's own answer.
  const { checks, proofLog } = (await answer.json()) as {
    checks: { name: string; status: string }[];
    proofLog: { origin: string; trouble: string | null } | null;
  };
  const down = checks.filter(({ status }) => status !== 'up').map(({ name }) => name);
  return { status: answer.status, down, proofLog };
};

/** Until a witness has cosigned a head over all that is recorded of a case. */
const cosigned = async (caseId: string): Promise<void> =>
  until(async () => {
    const { status, body } = await system.get(`/audit/cases/${caseId}/proof`, auditor);
    const isProven = status === 200 && body.items.every(({ proof }: { proof: string | null }) => proof !== null);
    return isProven && (await newestHead(system)).cosignatures.length === 1;
  });

const env = async (sub = 'first') => ({
  EVENTSTORE_URL: system.url('events'),
  MONGODB_URL: system.url('documents'),
  SHANYRAQ_DATA: system.dataFolder,
  SHANYRAQ_TOKEN: await system.token(admin(sub)),
});

/** A command of the command line, as an administrator. */
const command = async (args: readonly string[], sub?: string) =>
  ops([...args, ...(args[0] === 'audit' ? ['--api', system.url()] : [])], { env: await env(sub) });

const events = () => `${system.dataFolder}/events`;

/** The backup takes the place of the log; api and projector run. */
const restore = async (as: string): Promise<void> => {
  await system.process('events').stop();
  await rename(events(), `${events()}-${as}`);
  await cp(`${events()}-backup`, events(), { recursive: true });
  await system.start('events');
};

const beginAnew = async (): Promise<void> => {
  expect(await command(['begin-anew'])).toMatchObject({ code: 0 });
  await Promise.all((['api', 'projector'] as const).map((part) => ended(system.process(part))));
  for (const part of ['api', 'projector'] as const) await system.start(part);
  await until(async () => (await projector()).down.join() === 'proof-log');
};

/** Throws where what the tests stand on was not answered so. */
const must = ({ status, text }: Answer, wanted: number): void => {
  if (status !== wanted) throw new Error(`answered ${status}: ${text}`);
};

beforeAll(async () => {
  world = await startWitnessed({ RETENTION_YEARS: '0' });
  ({ system } = world);
  const filed = await file(erased);
  must(filed, 201);
  gone = filed.body.caseId;
  await system.post(`/cases/${gone}/withdrawal`, { reason: 'Words of Erasable' }, { role: 'front-desk' });
  kept = (await file()).body.caseId;
  await cosigned(kept);
  oldBundle = await filesOf(await askForBundle(system, `cases/${kept}/bundle`, auditor));
  await system.process('events').stop();
  await cp(events(), `${events()}-backup`, { recursive: true });
  await system.start('events');

  const asked = await system.post(
    '/audit/erasures',
    { iin: erased, reason: 'Asked for', legalBasis: 'Article 18' },
    admin('first', { waitSeconds: 10 }),
  );
  must(asked, 201);
  const done = await system.post(`/audit/erasures/${asked.body.erasureId}/confirmation`, undefined, admin('second'));
  must(done, 200);
  lost = (await file()).body.caseId;
  await cosigned(lost);
  oldHead = await newestHead(system);
}, 300_000);

afterAll(() => world.stop(), 30_000);

describe('a log that is signed', () => {
  it('is not begun anew: neither asked for nor by somebody else', async () => {
    expect(told(await ask())).toEqual([409, 'new-log-needless']);
    expect((await system.post('/audit/new-logs', { reason: 'x' }, auditor)).status).toBe(403);
    expect(told(await confirm('nobody-asked'))).toEqual([409, 'new-log-unknown']);
    const refused = await ask({ headers: { 'accept-language': 'ru' } });
    expect(refused.body.detail).toContain('начинать новый нет причины');
    expect(refused.text).not.toContain(planted);
    expect(await command(['audit', 'new-log'])).toMatchObject({ code: 0, stdout: 'no new log was asked for\n' });
  }, 120_000);
});

describe('a backup from before an erasure that is restored', () => {
  it('stops everything until the read models are begun anew', async () => {
    await restore('newer');
    await until(async () => (await projector()).down.includes('log-and-read-models'));
    expect(told(await ask())).toEqual([503, 'stores-differ']);
    await beginAnew();
  }, 240_000);

  it('stops the signer, which names the head: what is erased stays erased, and cases go on', async () => {
    const { status, proofLog } = await projector();
    named = proofLog?.trouble ?? '';
    expect([status, named]).toEqual([503, expect.stringContaining('the log is older than what was signed')]);
    expect(await (await fetch(`${system.url('projector')}/metrics`)).text()).toContain(
      'shanyraq_proof_log_stopped{service="projector"} 1',
    );
    const shown = await system.get(`/cases/${gone}`, { waitSeconds: 10 });
    expect([shown.status, shown.text.includes('Erasable')]).toEqual([200, false]);
    expect((await system.get(`/cases/${lost}`)).status).toBe(404);
    expect((await system.get('/audit/heads', auditor)).body).toMatchObject({ origin, trouble: named });
    expect((await system.send('GET', '/log/checkpoint', { token: null })).text).toContain(oldHead.checkpoint.trimEnd());
  }, 120_000);

  it('proves what its own heads hold, promises nothing more, and leaves old bundles as they are', async () => {
    const before = await filesOf(await askForBundle(system, `cases/${kept}/bundle`, auditor));
    expect(await verify(before, ['--key', world.key])).toMatchObject({ code: 0 });
    const { caseId } = (await file()).body;
    const answer = await askForBundle(system, `cases/${caseId}/bundle`, auditor);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, null]);
    expect(await answer.json()).toMatchObject({ code: 'head-awaited', detail: expect.stringContaining(named) });
    const proof = await system.get(`/audit/cases/${caseId}/proof`, auditor);
    expect(proof.body.items.map((item: { proof: string | null }) => item.proof)).toEqual([null]);
  }, 120_000);

  it('goes on under a new name once two have asked for it: one person alone cannot, nor the same twice', async () => {
    const asked = await ask({ key: 'ask-once' });
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { status: 'REQUESTED', requestedBy: 'first', origin: null },
    ]);
    expect(asked.text).not.toContain(planted);
    const { newLogId } = asked.body;
    await system.kill('api');
    await system.start('api');
    expect((await ask({ key: 'ask-once' })).body).toEqual(asked.body);

    expect(told(await confirm(newLogId, admin('first')))).toEqual([409, 'new-log-by-the-same']);
    expect(await command(['audit', 'new-log', '--confirm', newLogId])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('new-log-by-the-same'),
    });
    // The projector is away: what is begun waits for it, whatever dies.
    await system.kill('projector');
    const second = admin('second', { key: 'confirm-once' });
    const both = await Promise.all([confirm(newLogId, second), confirm(newLogId, admin('third'))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const begun = both.find(({ status }) => status === 200)?.body;
    expect(begun).toMatchObject({ status: 'BEGUN', vkey: null, proof: null });
    expect(begun.after).toMatchObject({ origin, size: oldHead.size, vkey: world.key });
    expect(begun.origin).toMatch(/^log\.example\/shanyraq\/[0-9a-f]{12}$/);
    await system.kill('api');
    await system.start('api');
    expect(told(await confirm(newLogId, admin('fourth')))).toEqual([409, 'new-log-confirmed-already']);
    expect((await system.get('/audit/new-logs', auditor)).body.items).toMatchObject([{ status: 'BEGUN' }]);
    // Another one that was asked for meanwhile is needless by now, although the signer has not looked yet.
    expect(told(await ask({ key: 'ask-again' }))).toEqual([409, 'new-log-needless']);
  }, 180_000);

  it('is signed at once, also where the projector is killed meanwhile, and is ready again', async () => {
    for (const killAfterMs of [0, 300, 900]) {
      await system.start('projector');
      await new Promise((ok) => setTimeout(ok, killAfterMs));
      await system.kill('projector');
    }
    await system.start('projector');
    await until(async () => (await projector()).status === 200);
    const { items, trouble, ...log } = (await system.get('/audit/heads', auditor)).body;
    const [newLog] = (await system.get('/audit/new-logs', auditor)).body.items;
    expect([trouble, log.origin, newLog.status]).toEqual([null, newLog.origin, 'SIGNED']);
    newKey = log.vkey;
    expect(newLog.vkey).toBe(newKey);
    // Heads are numbered through, and each of the new name is signed by its key.
    const own = items.filter((head: { origin: string }) => head.origin === newLog.origin);
    expect(own.at(-1).revision).toBe(items.find((head: { origin: string }) => head.origin === origin).revision + 1);
    const known = { origin: newLog.origin, vkeys: [parseVkey(newKey, sha256)] };
    for (const { checkpoint } of own) await openCheckpoint(checkpoint, { log: known }, nodeCrypto);

    // Its first head holds the event that names the last head of the old one.
    const event = JSON.parse(newLog.event);
    expect(chainHash(event)).toBe(event.metadata.hash);
    expect(event.data).toMatchObject({ origin: newLog.origin, after: { vkey: world.key } });
    expect(parseCheckpoint(event.data.after.checkpoint)).toMatchObject({ origin, size: oldHead.size });
    await verifyTlogProof(newLog.proof, entryOf(event.metadata.hash), { log: known }, nodeCrypto);
    expect((await system.send('GET', '/log/checkpoint', { token: null })).text).toContain(`${newLog.origin}\n`);
  }, 240_000);

  it('is another log to the witness, and no fork: it cosigns once it is told of it', async () => {
    const health = (await system.send('GET', '/health/ready', { token: null })).body;
    expect(health.warnings.join()).toContain('has not cosigned the newest head: it answers 404');
    expect(health.proofLog.trouble).toBeNull();
    await world.restartWitness([world.key, newKey]);
    await cosigned(kept);
    expect(await newestHead(system)).toMatchObject({ origin: newKey.split('+')[0] });
  }, 180_000);

  it('is sound, and the verification says both logs', async () => {
    const { code, stdout } = await command(['audit', 'verify', '--full']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^sound/)]);
    expect(stdout).toMatch(
      new RegExp(
        `  ${origin} has ended at ${oldHead.size} entries; the first \\d+ of them are in this log, \\d+ of its heads are not`,
      ),
    );
    expect(stdout).toContain(`  ${newKey.split('+')[0]} is signed now, `);
    const [old] = (await system.get('/audit/verify', auditor)).body.verification.logs;
    expect([old.held < old.size, old.lost > 0]).toEqual([true, true]);
  }, 180_000);

  it('gives bundles that hold under the new name, and old bundles hold under the old one', async () => {
    const files = await filesOf(await askForBundle(system, `cases/${kept}/bundle`, auditor));
    const { code, said } = await verify(files, ['--key', newKey, '--witness', world.witnessKey]);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain(`in the log ${newKey.split('+')[0]}, whose head has`);
    expect(await verify(oldBundle, ['--key', world.key, '--witness', world.witnessKey])).toMatchObject({ code: 0 });
    expect((await verify(oldBundle, ['--key', newKey])).code).toBe(1);
  }, 120_000);

  it('shows the reason to who says why, on record, and to nobody else', async () => {
    expect((await system.get('/audit/new-logs', auditor)).text).not.toContain(planted);
    expect(await readFile(`${events()}/events.log`, 'utf8')).not.toContain(planted);
    const unmasked = await system.get('/audit/new-logs?unmask=true', { ...auditor, headers: { 'x-purpose': 'audit' } });
    expect(unmasked.body.items[0].reason).toBe(`The disk failed, says ${planted}`);
    const path = `/audit/access?case=${unmasked.body.items[0].newLogId}`;
    await until(async () => (await system.get(path, auditor)).body.items[0]?.role === 'auditor');
  }, 120_000);

  it('may be restored once more: the next name is another one, and all is signed again', async () => {
    await restore('once-more');
    await until(async () => (await projector()).down.includes('log-and-read-models'));
    await beginAnew();
    expect((await projector()).proofLog?.trouble).toContain('the log is older than what was signed');
    expect((await system.get('/audit/new-logs', auditor)).body.items).toEqual([]);
    const asked = await command(['audit', 'new-log', '--reason', 'The disk failed again', '--json']);
    const [{ newLogId }] = JSON.parse(asked.stdout);
    const done = await command(['audit', 'new-log', '--confirm', newLogId, '--json'], 'second');
    const [newLog] = JSON.parse(done.stdout);
    expect(newLog).toMatchObject({ status: 'SIGNED', after: { origin: newKey.split('+')[0], vkey: newKey } });
    expect(newLog.origin).not.toBe(newKey.split('+')[0]);
    await until(async () => (await projector()).status === 200);
    await world.restartWitness([world.key, newKey, newLog.vkey]);
    await cosigned(kept);
    expect(await command(['audit', 'verify', '--full'])).toMatchObject({ code: 0 });
  }, 300_000);
});
