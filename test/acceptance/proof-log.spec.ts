import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  chainHashOfEntry,
  entriesOf,
  entryOf,
  openCheckpoint,
  parseVkey,
  tilePath,
  toBase64,
  treeRoot,
  verifyTlogProof,
  type KnownLog,
  type ReadTiles,
} from '@app/proof';
import { nodeCrypto, sha256 } from '@app/proof/node';
import { fetchByContract } from '../support/contract.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { startWitness, witnessSetting } from '../support/witness.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';

const origin = 'log.example/shanyraq';
let system: System;
let witness: RunningProcess;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let log: KnownLog;
let caseId: string;

const auditor = { role: 'auditor', office: null } as const;

beforeAll(async () => {
  folder = await temporaryFolder();
  const env = { PROOF_LOG_ORIGIN: origin, PROOF_HEAD_SECONDS: '0' };
  system = await startSystem({ env });
  await until(async () => (await heads()).body.vkey !== null);
  const { vkey } = (await heads()).body;
  log = { origin, vkeys: [parseVkey(vkey, sha256)] };
  witness = await startWitness(folder.path, [vkey]);
  await system.process('projector').stop();
  Object.assign(env, { WITNESSES: await witnessSetting(witness) });
  await system.start('projector');
  caseId = await filed();
  await until(async () => (await heads()).body.items[0]?.cosignatures.length === 1);
}, 90_000);

afterAll(async () => {
  await system.stop();
  await witness.stop();
  await folder.remove();
}, 30_000);

const filed = async (): Promise<string> => {
  const [filing, receipt] = communalWalk(randomUUID());
  const { body } = await sendStep(system, null, filing!);
  await sendStep(system, body.caseId, receipt!);
  return body.caseId;
};

const heads = () => system.get('/audit/heads', auditor);

const until = async (reached: () => Promise<boolean>): Promise<void> => {
  while (!(await reached())) await new Promise((ok) => setTimeout(ok, 50));
};

const part = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetchByContract(`${system.url()}/log/${path}`, { headers });

const readTiles: ReadTiles = (tiles) =>
  Promise.all(tiles.map(async (tile) => new Uint8Array(await (await part(tilePath(tile))).arrayBuffer())));

describe('the proof log over HTTP (C2SP tlog-tiles)', () => {
  it('serves a checkpoint that the log signed and the witness cosigned, not to be cached', async () => {
    const answer = await part('checkpoint');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'no-store',
    ]);
    const own = parseVkey((await (await fetch(`${witness.url}/vkey`)).text()).trim(), sha256);
    const { checkpoint, cosignatures } = await openCheckpoint(
      await answer.text(),
      { log, witnesses: [own] },
      nodeCrypto,
    );
    expect(cosignatures).toHaveLength(1);
    expect(toBase64(await treeRoot(checkpoint.size, readTiles, sha256))).toBe(toBase64(checkpoint.root));
  });

  it('serves entries that hold a hash and nothing else: no dwelling, no case', async () => {
    const { size } = (await heads()).body.items[0];
    const answer = await part(`tile/entries/000.p/${size}`, { 'accept-encoding': 'identity' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const entries = entriesOf(new Uint8Array(await answer.arrayBuffer()));
    expect(entries).toHaveLength(size);
    for (const entry of entries) expect(new TextDecoder().decode(entry)).toBe(`{"hash":"${chainHashOfEntry(entry)}"}`);
    const packed = await part(`tile/entries/000.p/${size}`, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(entriesOf(new Uint8Array(await packed.arrayBuffer()))).toEqual(entries);
  });

  it.each([
    'tile/0/000',
    'tile/0/000.p/200',
    'tile/0/001',
    'tile/00/000',
    'tile/0/0',
    'tile/0/000.p/0',
    'tile/64/000',
    'tile/entries/x000/000',
    'tile/0/000.p/1/2',
  ])('has nothing at %s', async (path) => {
    const answer = await part(path);
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([404, {}]);
  });

  it('proves each event of a case against the newest cosigned head', async () => {
    const { body } = await system.get(`/audit/cases/${caseId}/proof`, auditor);
    expect(body.items.length).toBeGreaterThan(0);
    const own = parseVkey((await (await fetch(`${witness.url}/vkey`)).text()).trim(), sha256);
    for (const { hash, proof, index } of body.items) {
      const proven = await verifyTlogProof(proof, entryOf(hash), { log, witnesses: [own] }, nodeCrypto);
      expect([proven.index, proven.cosignatures.length]).toEqual([index, 1]);
    }
    const { body: raw } = await system.get(`/audit/cases/${caseId}/events`, auditor);
    expect(body.items.map(({ hash }: { hash: string }) => hash)).toEqual(
      raw.items.map(({ metadata }: { metadata: { hash: string } }) => metadata.hash),
    );
  });

  it('tells heads page by page, to auditors and the quality body alone', async () => {
    const { body } = await heads();
    expect(body).toMatchObject({ origin, trouble: null, items: expect.arrayContaining([expect.anything()]) });
    expect((await system.get('/audit/heads', { role: 'caseworker' })).status).toBe(403);
    expect((await system.get('/audit/heads', { role: 'quality-monitor', office: null })).status).toBe(200);
    expect((await system.get(`/audit/cases/${caseId}/proof`, { role: 'caseworker' })).status).toBe(403);
  });

  it('stands on the health page, witnesses included', async () => {
    const health = (await (await fetchByContract(`${system.url()}/health/ready`)).json()) as { proofLog: object };
    expect(health.proofLog).toMatchObject({ trouble: null, signedAt: expect.any(String) });
  });

  it('is closed to all but auditors and the quality body where PROOF_LOG_PUBLIC is false', async () => {
    const closed = await system.startSecondApi({ PROOF_LOG_PUBLIC: 'false' });
    const asked = async (token: string | null) =>
      fetchByContract(`${closed.url}/log/tile/0/000.p/1`, {
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
    expect((await asked(null)).status).toBe(401);
    expect((await asked(await system.token({ role: 'caseworker' }))).status).toBe(403);
    const answer = await asked(await system.token({ role: 'auditor', office: null }));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=31536000, immutable']);
    await closed.stop();
  }, 60_000);
});
