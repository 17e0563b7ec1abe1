import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { confirmErasure, erasureOf, filedBy, statusOf, until, withdrawn } from '../support/erasing.js';
import { startSystem, type System } from '../support/system.js';

jest.setTimeout(180_000);

let system: System;
beforeAll(async () => {
  system = await startSystem({ env: { RETENTION_YEARS: '0' } });
}, 180_000);
afterAll(() => system.stop());

/** A closed case of a person, and an erasure that is asked for. */
const askedFor = async (iin: string): Promise<Readonly<{ caseId: string; erasureId: string }>> => {
  const { caseId } = await filedBy(system, iin, 'Outage Person');
  await withdrawn(system, caseId, 'Outage Person said so');
  return { caseId, erasureId: await erasureOf(system, iin) };
};
const isShown = async (caseId: string): Promise<boolean> => {
  const { status, text } = await system.get(`/cases/${caseId}`);
  return status !== 200 || text.includes('Outage Person');
};

it.each([
  ['events', '910417300116'],
  ['documents', '880305400224'],
] as const)(
  'with the store of %s away a confirmation is 503 and changes nothing, and repeated it erases',
  async (part, iin) => {
    const { caseId, erasureId } = await askedFor(iin);
    await system.process(part).stop();
    const refused = await confirmErasure(system, erasureId);
    expect([refused.status, ['store-unavailable', 'access-not-recorded'].includes(refused.body.code)]).toEqual([
      503,
      true,
    ]);
    await system.start(part);
    await until(async () => (await system.send('GET', '/health/ready', { token: null })).status === 200);
    expect(await statusOf(system, erasureId)).toBe('REQUESTED');
    expect(await isShown(caseId)).toBe(true);

    await until(async () => (await confirmErasure(system, erasureId)).status === 200);
    expect(await statusOf(system, erasureId)).toBe('ERASED');
    await until(async () => !(await isShown(caseId)));
  },
);

it('where what is destroyed cannot be kept beside the master key no key is destroyed; once it can be, the rest is done', async () => {
  const { caseId, erasureId } = await askedFor('970102301003');
  const folder = join(system.dataFolder, 'erased-keys');
  await rm(folder, { recursive: true, force: true });
  await writeFile(folder, 'in the way');
  const confirmed = await confirmErasure(system, erasureId);
  expect([confirmed.status, confirmed.body.status]).toEqual([200, 'CONFIRMED']);
  expect((await system.get(`/cases/${caseId}`)).text).toContain('Outage Person');

  await rm(folder);
  await mkdir(folder, { mode: 0o700 });
  await until(async () => (await statusOf(system, erasureId)) === 'ERASED');
  await until(async () => !(await isShown(caseId)));
  expect(await readdir(folder)).toEqual([`${erasureId}.json`]);
  expect((await confirmErasure(system, erasureId)).body.status).toBe('ERASED');
});
