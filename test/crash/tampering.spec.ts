import { cp } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectEventStore } from '@app/event-store';
import { parseVkey, signCheckpoint, type Signer } from '@app/proof';
import { nodeCrypto, sha256, signerOf, skeyOf } from '@app/proof/node';
import { nothingBesideLog, verifyLog } from '@app/proof-log';
import { ops } from '../acceptance/ops-command.js';
import { walkedCase } from '../support/case-walks.js';
import { readLogFile, rechained, writeLogFile, type FileEvent } from '../support/event-log-file.js';
import { startEventNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk } from '../support/walk.js';
import { startWitness, witnessSetting } from '../support/witness.js';
import { signedAnew, tamperings } from './tamperings.js';

const env: NodeJS.ProcessEnv = { PROOF_HEAD_SECONDS: '1' };
let system: System;
let witness: RunningProcess;
let witnessFolder: Awaited<ReturnType<typeof temporaryFolder>>;
let vkey: string;
let setting: string;
/** The log as it was written, with signed heads in it. */
let written: readonly FileEvent[];

const auditor = { role: 'auditor', office: null } as const;
const heads = async () => (await system.get('/audit/heads', auditor)).body;

/** Waits until every event is in a head that the witness has cosigned. */
const untilCosigned = async (): Promise<void> => {
  for (let look = 0; look < 200; look += 1) {
    const { size, items } = await heads();
    if (items[0]?.size === size && items[0].cosignatures.length > 0) return;
    await after(100);
  }
  throw new Error('the witness has cosigned nothing');
};

beforeAll(async () => {
  system = await startSystem({ env });
  for (let look = 0; (vkey = (await heads()).vkey) === null && look < 100; look += 1) await after(100);
  witnessFolder = await temporaryFolder();
  witness = await startWitness(witnessFolder.path, [vkey]);
  setting = await witnessSetting(witness);
  env['WITNESSES'] = setting;
  await system.process('projector').stop();
  await system.start('projector');
  await walkedCase(system, communalWalk('ONE').slice(0, 7));
  await untilCosigned();
  await walkedCase(system, communalWalk('TWO').slice(0, 4));
  await untilCosigned();
  await system.process('projector').stop();
  written = readLogFile(`${system.dataFolder}/events`);
}, 120_000);
afterAll(async () => {
  await witness.stop();
  await witnessFolder.remove();
  await system.stop();
});

/** Verifies a copy of the log that holds these events; with the witness, or as somebody without one. */
const faultsIn = async (events: readonly FileEvent[], withWitness = false): Promise<readonly string[]> => {
  const folder = await temporaryFolder();
  await cp(`${system.dataFolder}/events/events.log`, join(folder.path, 'events.log'));
  writeLogFile(folder.path, events);
  const node = await startEventNode(folder.path);
  const log = connectEventStore(node.url);
  const [url = '', key = '', monitoringUrl = ''] = setting.split(' ');
  try {
    const { found } = await verifyLog({
      log,
      // Whoever rewrites the log rewrites the document store, too: nothing is kept there.
      stores: nothingBesideLog,
      known: { origin: vkey.split('+')[0] ?? '', vkeys: [parseVkey(vkey, nodeCrypto.sha256)] },
      witnesses: withWitness ? [{ url, vkey: key, monitoringUrl }] : [],
      mac: null,
      full: true,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      now: () => new Date().toISOString(),
    });
    return found.map(({ fault, stream, revision }) =>
      stream === null ? fault : `${fault} ${kindOf(stream)} ${revision}`,
    );
  } finally {
    await log.close();
    await node.stop();
    await folder.remove();
  }
};

const kindOf = (stream: string): string => (stream.startsWith('case-') ? 'case' : stream);

/** The key of the log, as an insider finds it on its disk. */
const stolenSigner = (): Signer => {
  const line = readFileSync(`${system.dataFolder}/proof.key`, 'utf8').trim();
  const seed = Buffer.from(line.slice(line.indexOf(':') + 1), 'base64url');
  return signerOf(skeyOf({ name: vkey.split('+')[0] ?? '', seed }));
};

const resigned = (events: readonly FileEvent[]) => signedAnew(events, stolenSigner());

describe('a log that is as it was written', () => {
  it('is sound, and its witness says so', async () => {
    expect(await faultsIn(written)).toEqual([]);
    expect(await faultsIn(written, true)).toEqual([]);
    expect(await faultsIn(await resigned(written), true)).toEqual([]);
  }, 60_000);
});

describe('tampering where nothing is recomputed but what the store itself checks', () => {
  it.each([
    ['changed', 'CHANGED case 2'],
    ['dropped', 'DROPPED case 2'],
    ['reordered', 'DROPPED case 2'],
    ['inserted', 'INSERTED case 2'],
  ])(
    '%s: the chain names the event',
    async (name, first) => {
      const found = await faultsIn(tamperings[name]!(written));
      expect(found[0]).toBe(first);
    },
    60_000,
  );

  it.each([
    ['rewritten stream', 'FORKED'],
    ['truncated tail', null],
    ['rewritten head', 'FORGED_HEAD proof-heads 0'],
    ['a second log', 'FORKED'],
  ])(
    '%s: the heads in the log tell it, or nothing does',
    async (name, first) => {
      const found = await faultsIn(tamperings[name]!(written));
      expect(found[0] ?? null).toBe(first);
    },
    60_000,
  );
});

describe.each(Object.keys(tamperings).filter((name) => name !== 'rewritten head'))(
  'tampering with all hashes, chains and heads made anew by who holds log and key: %s',
  (name) => {
    it('is found by nobody who has the log alone', async () => {
      expect(await faultsIn(await resigned(tamperings[name]!(written)))).toEqual([]);
    }, 60_000);

    it('is found with the witness', async () => {
      const found = await faultsIn(await resigned(tamperings[name]!(written)), true);
      expect(found).toEqual([expect.stringMatching(/^(FORKED|TRUNCATED)$/)]);
    }, 60_000);
  },
);

describe('a head that is signed by the key of the log, over another tree', () => {
  it('is found in the log alone: the entries do not make its root', async () => {
    const signer = stolenSigner();
    const at = written.findIndex(({ stream }) => stream === 'proof-heads');
    const [, size = ''] = String(written[at]!.data['checkpoint']).split('\n');
    const checkpoint = await signCheckpoint(
      { origin: signer.vkey.name, size: Number(size), root: sha256(Buffer.from('another')) },
      signer,
    );
    const forged = rechained(written.map((event, nth) => (nth === at ? { ...event, data: { checkpoint } } : event)));
    expect(await faultsIn(forged)).toEqual(['FORKED']);
  }, 60_000);
});

describe('npm run -s ops -- audit verify --log', () => {
  /** Verifies a copy of the log that holds these events, on a machine that has nothing else of the system. */
  const verified = async (
    events: readonly FileEvent[],
    { witnesses = '', spoil = (file: string): void => void file } = {},
  ) => {
    const folder = await temporaryFolder();
    await cp(`${system.dataFolder}/events/events.log`, join(folder.path, 'events.log'));
    writeLogFile(folder.path, events);
    spoil(join(folder.path, 'events.log'));
    const settings = { SHANYRAQ_DATA: join(folder.path, 'nothing'), WITNESSES: witnesses };
    const run = await ops(['audit', 'verify', '--log', join(folder.path, 'events.log'), '--vkey', vkey], {
      env: settings,
    });
    await folder.remove();
    return run;
  };

  it('finds a good copy sound, and asks the witness', async () => {
    const { code, stdout } = await verified(written, { witnesses: setting });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^sound [^]*\n {2}\S+ has cosigned \d+ entries/)]);
  }, 60_000);

  it('names what an insider did to a copy: by its chains, by the heads in it, by the witness', async () => {
    const changed = await verified(tamperings['changed']!(written));
    expect([changed.code, changed.stdout]).toEqual([1, expect.stringContaining('CHANGED: event 2 of case-')]);
    const rewritten = await verified(rechained(tamperings['changed']!(written)));
    expect([rewritten.code, rewritten.stdout]).toEqual([1, expect.stringContaining('FORKED: ')]);
    const resignedAll = await resigned(tamperings['changed']!(written));
    expect((await verified(resignedAll)).code).toBe(0);
    const witnessed = await verified(resignedAll, { witnesses: setting });
    expect([witnessed.code, witnessed.stdout]).toEqual([1, expect.stringContaining('FORKED: ')]);
  }, 120_000);

  it('says that a copy is damaged, and that there is none', async () => {
    const damaged = await verified(written, { spoil: (file) => writeFileSync(file, spoilt(readFileSync(file))) });
    expect([damaged.code, damaged.stderr]).toEqual([
      1,
      expect.stringMatching(/^log-unreadable: .* is damaged at offset/),
    ]);
    const none = await ops(['audit', 'verify', '--log', '/nowhere', '--json'], { env: {} });
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('There is no event log /nowhere')]);
  }, 60_000);

  it('reads the log of a running system, by its file and by its address, and leaves it as it is', async () => {
    const before = readFileSync(`${system.dataFolder}/events/events.log`);
    const settings = { env: { SHANYRAQ_DATA: system.dataFolder } };
    const [byFile, byAddress] = [
      await ops(['audit', 'verify', '--log', `${system.dataFolder}/events`, '--json'], settings),
      await ops(['audit', 'verify', '--log', system.url('events'), '--json'], settings),
    ];
    expect(JSON.parse(byFile.stdout)).toMatchObject({ sound: true, signaturesChecked: true });
    const { startedAt: _, finishedAt: __, ...found } = JSON.parse(byAddress.stdout);
    expect(JSON.parse(byFile.stdout)).toMatchObject(found);
    expect(readFileSync(`${system.dataFolder}/events/events.log`).equals(before)).toBe(true);
  }, 60_000);

  it('refuses what does not go together', async () => {
    expect((await ops(['audit', 'verify', '--log', 'x', '--full'], { env: {} })).stderr).toContain('arguments-invalid');
    expect((await ops(['audit', 'verify', '--vkey', vkey], { env: {} })).stderr).toContain('arguments-invalid');
    expect((await ops(['audit', 'verify', '--log', 'x', '--vkey', 'y'], { env: {} })).stderr).toContain('vkey-invalid');
  }, 60_000);
});

/** A bit in the middle is another. */
const spoilt = (bytes: Buffer): Buffer => {
  const middle = Math.floor(bytes.lastIndexOf('EVB1') / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
};

describe('npm run -s ops -- audit verify', () => {
  it('ends with 1 and names what is wrong, and with 0 where nothing is', async () => {
    await system.start('projector');
    const settings = {
      SHANYRAQ_DATA: system.dataFolder,
      EVENTSTORE_URL: system.url('events'),
      MONGODB_URL: system.url('documents'),
    };
    const run = (...args: string[]) => ops(['audit', 'verify', '--api', system.url(), ...args], { env: settings });
    const well = await run('--json');
    expect([well.code, JSON.parse(well.stdout)]).toMatchObject([
      0,
      { sound: true, full: true, faults: 0, witnesses: [{ problem: null }] },
    ]);
    const again = await run();
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/^sound {2}\d+ of \d+ events looked at/)]);

    await system.process('events').stop();
    writeLogFile(`${system.dataFolder}/events`, tamperings['changed']!(written));
    await system.start('events');
    const ill = await run('--full');
    expect([ill.code, ill.stdout]).toEqual([1, expect.stringContaining('CHANGED: event 2 of case-')]);
    expect(ill.stderr).toContain('log-unsound');
  }, 90_000);
});
