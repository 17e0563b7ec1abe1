import { existsSync, statSync, truncateSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/process.js';
import { childrenOf, gone, launch, launchReady, type ReadyLaunched } from './launched.js';
import { ops, type Ended } from './ops-command.js';

describe('a running system', () => {
  let data: { path: string; remove: () => Promise<void> };
  let system: ReadyLaunched;

  beforeAll(async () => {
    data = await temporaryFolder();
    system = await launchReady(data.path, ['--no-seed']);
  }, 90_000);

  afterAll(async () => {
    await system.stop();
    await data.remove();
  }, 30_000);

  /** A command on the same folder, told nothing else. */
  const here = (args: readonly string[]): Promise<Ended> =>
    ops(args, { env: { SHANYRAQ_DATA: data.path, NODE_ENV: 'test', PORT: '', EVENTSTORE_URL: '', MONGODB_URL: '' } });

  it('is found by the command line on its folder, at whatever port', async () => {
    const seeded = await here(['seed', '--cases', '1', '--json']);
    expect(seeded).toMatchObject({ code: 0, stderr: '' });
    // The command's own answer.
    const { cases } = JSON.parse(seeded.stdout) as { cases: readonly { caseId: string }[] };
    expect(await here(['verify'])).toMatchObject({ code: 0, stderr: '' });
    expect(await here(['replay', cases[0]?.caseId ?? ''])).toMatchObject({ code: 0, stderr: '' });
    expect(await here(['replay', '--all'])).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);

  it.each([
    [
      'projection',
      ['verify', '--projection', 'moon'],
      /projection-not-found: .* no projection moon; there are .*worklist/,
    ],
    ['projection to rebuild', ['rebuild', 'moon'], /projection-not-found: .* no projection moon; there are .*worklist/],
    ['dataset', ['export', 'moon'], /dataset-not-found: .* no dataset moon; there are .*events/],
  ])('tells the command line what there is where a %s is not known', async (_, args, words) => {
    expect(await here(args)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(words) });
  });

  it('tells where it is in a file that nobody else can read', () => {
    expect(statSync(join(data.path, 'running-system.json')).mode & 0o777).toBe(0o600);
  });
});

describe('a data folder', () => {
  let data: { path: string; remove: () => Promise<void> };

  beforeEach(async () => {
    data = await temporaryFolder();
  });

  afterEach(() => data.remove());

  it.each([
    ['whole', ''],
    ['in a part', 'event-node'],
  ])(
    'that is removed under a running system, %s, ends it with a sentence',
    async (_, part) => {
      const path = join(data.path, 'data');
      const system = await launchReady(path, ['--no-seed']);
      const children = childrenOf(system.child.pid ?? 0);
      await rm(join(path, part), { recursive: true });
      expect(await system.ended).toBe(1);
      // A folder that is removed as a whole may be seen when a part of it has gone first.
      const named = part === '' ? `(The data folder ${path}|${path}/[a-z-]+)` : join(path, part);
      expect(system.stderr()).toMatch(
        new RegExp(
          `^${named} was removed or replaced while the system ran on it\\. Everything has been stopped\\. ` +
            'What was kept in it is nowhere else: put it back before the next start, or begin anew\\.\n$',
        ),
      );
      expect(existsSync(join(path, part))).toBe(false);
      await gone(children);
    },
    90_000,
  );

  it('that lost a store is refused until it is begun anew, or the loss is accepted', async () => {
    await (await launchReady(data.path, ['--no-seed'])).stop();
    const refusal = async (): Promise<string> => {
      const launched = launch(data.path, ['--no-seed']);
      expect(await launched.ended).toBe(1);
      return launched.stderr();
    };
    const sentence = (folder: string): string =>
      `${folder} kept a store and is gone or empty now. What was kept in it is nowhere else: put it back from a copy, or begin anew with ` +
      `npm start -- --fresh. To go on without it, delete ${join(data.path, 'stores-begun')} first.\n`;
    const documents = join(data.path, 'document-node');
    const events = join(data.path, 'event-node');

    await rename(documents, `${documents}.aside`);
    expect(await refusal()).toBe(sentence(documents));
    expect(existsSync(documents)).toBe(false);
    await rename(`${documents}.aside`, documents);
    truncateSync(join(events, 'events.log'));
    expect(await refusal()).toBe(sentence(events));
    expect(await (await launchReady(data.path, ['--no-seed', '--fresh'])).stop()).toBe(0);

    await rm(documents, { recursive: true });
    expect(await refusal()).toBe(sentence(documents));
    await rm(join(data.path, 'stores-begun'));
    expect(await (await launchReady(data.path, ['--no-seed'])).stop()).toBe(0);
  }, 120_000);

  it.each([
    ['that cannot be', () => '/proc/shanyraq', ' is not there and cannot be made: choose another folder'],
    ['below a file', () => join(process.execPath, 'data'), ' is not a folder, or leads through a file: choose'],
    ['that is a file', () => process.execPath, ' is a file, not a folder: choose another folder with'],
    ['that is too long', () => join(data.path, 'x'.repeat(300)), ' is too long for this system: choose a shorter one'],
  ])(
    '%s is refused in one sentence',
    async (_, folder, words) => {
      const launched = launch(folder());
      expect(await launched.ended).toBe(1);
      const told = launched.stderr();
      expect(told).toContain(folder().slice(0, 14));
      expect(told).toContain(words);
      expect(told.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );
});
