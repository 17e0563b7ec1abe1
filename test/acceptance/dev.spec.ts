import { once } from 'node:events';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/process.js';
import { quietPort } from '../support/quiet-port.js';
import { gone, launch, processesNaming, tokenOf, type ReadyLaunched } from './launched.js';

const copied = ['apps', 'libs', 'infra', 'test', 'tools', 'package.json', 'tsconfig.json', '.swcrc'];

/** A copy of this project whose sources may be written to. */
const scratchCopy = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const copy = await temporaryFolder();
  for (const name of copied) await cp(name, join(copy.path, name), { recursive: true });
  await symlink(resolve('node_modules'), join(copy.path, 'node_modules'));
  return copy;
};

describe('npm run dev', () => {
  let copy: { path: string; remove: () => Promise<void> };
  let system: ReadyLaunched;

  const pid = (entry: string): number | undefined =>
    processesNaming(join(copy.path, 'dist')).find(({ command }) => command.includes(entry))?.pid;
  const pids = () => ({
    eventStore: pid('event-node/main.js'),
    documentStore: pid('document-node/main.js'),
    api: pid('apps/api/'),
    projector: pid('apps/projector/'),
  });
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(copy.path, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
    await writeFile(join(copy.path, file), text.replace(from, to));
  };
  /** Changes something, and waits until these words are said once more. */
  const until = async (words: string, change: () => Promise<void>): Promise<void> => {
    const said = (): number => system.stderr().split(words).length;
    const before = said();
    await change();
    while (said() === before) await once(system.child.stderr!, 'data');
  };
  const titleOfDocs = async (): Promise<string | undefined> =>
    /<title>(.*)<\/title>/.exec(await (await fetch(`${system.ready.url}/docs`)).text())?.[1];
  const caseIds = async (): Promise<readonly string[]> => {
    const response = await fetch(`${system.ready.url}/api/v1/cases?limit=50`, {
      headers: { authorization: `Bearer ${tokenOf(system, 'auditor')}` },
    });
    // The api's own contract.
    return ((await response.json()) as { items: { caseId: string }[] }).items.map(({ caseId }) => caseId);
  };
  let seeded: readonly string[];

  const startApi = 'apps/api/src/start-api.ts';
  const runsAgain = (name: string): string => `The ${name} runs again, with what was changed.`;

  beforeAll(async () => {
    copy = await scratchCopy();
    const dev = [process.execPath, join(copy.path, 'tools/dev/main.mjs')] as const;
    const launched = launch(join(copy.path, '.data'), ['--fresh'], { PORT: String(await quietPort()) }, dev);
    system = { ...launched, ready: await launched.isReady };
    seeded = await caseIds();
  }, 120_000);

  afterAll(async () => {
    system.child.kill('SIGKILL');
    await system.ended;
    await gone(processesNaming(copy.path));
    await copy.remove();
  }, 30_000);

  it('shows a change of the api, and starts nothing else again', async () => {
    const before = pids();
    await until(runsAgain('api'), () => edit(startApi, "customSiteTitle: 'Shanyraq'", "customSiteTitle: 'Another'"));
    expect(await titleOfDocs()).toBe('Another');
    expect({ ...pids(), api: before.api }).toEqual(before);
    expect(pids().api).not.toBe(before.api);
  }, 60_000);

  it('goes on as it was where a save cannot be compiled, says where, and takes the save that mends it', async () => {
    const before = pids();
    await until('cannot be compiled', () => edit(startApi, "'Another',", "'A third' 3,"));
    expect(system.stderr()).toMatch(
      /^apps\/api\/src\/start-api\.ts:\d+ cannot be compiled \(.*\); what ran goes on as it was\.$/m,
    );
    expect(await titleOfDocs()).toBe('Another');
    expect(pids()).toEqual(before);
    await until(runsAgain('api'), () => edit(startApi, "'A third' 3,", "'A third',"));
    expect(await titleOfDocs()).toBe('A third');
  }, 60_000);

  it('tells of a process that dies at its start, and starts it with the save that mends it', async () => {
    const fault = "throw new Error('There is a fault.');\n";
    await until('There is a fault. The api is started again with the next change.', () => edit(startApi, '', fault));
    expect(pids().api).toBe(undefined);
    await until(runsAgain('api'), () => edit(startApi, fault, ''));
    expect(await titleOfDocs()).toBe('A third');
  }, 60_000);

  it('starts a store again that a change touches, and keeps the data', async () => {
    const before = pids();
    await until(runsAgain('event store'), () => edit('infra/embedded/event-node/main.ts', '', 'void 0;\n'));
    expect({ ...pids(), eventStore: before.eventStore }).toEqual(before);
    expect(pids().eventStore).not.toBe(before.eventStore);
    expect(await caseIds()).toEqual(seeded);
  }, 60_000);

  it('starts what imports a lib, tells of wrong types beside it, and of right ones after that', async () => {
    const file = 'libs/application/src/index.ts';
    const before = pids();
    await until('error TS2322', () =>
      until(runsAgain('api'), () => edit(file, '', "export const wrong: number = 'text';\n")),
    );
    expect(system.stderr()).toContain(`${file}(1,14): error TS2322`);
    expect({ ...pids(), api: before.api, projector: before.projector }).toEqual(before);
    await until('The types are right again.', () => edit(file, "'text'", '1'));
  }, 120_000);

  it('starts everything again for a change of the launcher, and begins nothing anew', async () => {
    expect(seeded).toHaveLength(12);
    await edit('apps/launcher/src/banner.ts', 'Shanyraq is ready.', 'Shanyraq is there.');
    while (!/Shanyraq is there[^]*{"ready"/.test(system.stdout())) await once(system.child.stdout!, 'data');
    expect(await caseIds()).toEqual(seeded);
  }, 120_000);

  it('ends everything on Ctrl-C', async () => {
    system.child.kill('SIGINT');
    expect(await system.ended).toBe(0);
    expect(processesNaming(copy.path)).toEqual([]);
  }, 30_000);
});
