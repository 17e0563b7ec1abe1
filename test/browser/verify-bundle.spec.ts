import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { askForBundle, bytesOf, filesOf, summedAgain, verify, type Files } from '../support/bundles.js';
import { temporaryFolder } from '../support/process.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { until } from '../support/witnessed.js';
import { describeWithChromium, startChromium } from './chromium.js';

describeWithChromium('the page that verifies a bundle', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let files: Files;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const asked: string[] = [];

  beforeAll(async () => {
    system = await startSystem({ env: { PROOF_LOG_ORIGIN: 'log.example/shanyraq', PROOF_HEAD_SECONDS: '0' } });
    const [first] = communalWalk(randomUUID());
    const { caseId } = (await sendStep(system, null, first!)).body;
    const take = () => askForBundle(system, `cases/${caseId}/bundle`, { role: 'provider-head' });
    await until(async () => (await take()).status === 200);
    files = await filesOf(await take());
    await system.stop();
    folder = await temporaryFolder();
    for (const name of Object.keys(files)) {
      await mkdir(dirname(join(folder.path, 'case', name)), { recursive: true });
      await writeFile(join(folder.path, 'case', name), bytesOf(files, name));
    }
    browser = await startChromium();
    // As somebody opens it who has the bundle alone: from the disk, without a network.
    const context = await browser.newContext({ offline: true });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await folder.remove();
  }, 30_000);

  const zipOf = (of: Files) => ({
    name: 'case.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync(Object.fromEntries(Object.keys(of).map((name) => [name, bytesOf(of, name)])))),
  });

  const open = async (): Promise<void> => {
    await page.goto(pathToFileURL(join(folder.path, 'case', 'verify.html')).href);
  };

  /** What the page says once it has checked. */
  const said = async (): Promise<Readonly<{ standing: string; text: string }>> => {
    await page
      .locator('#standing')
      .filter({ hasText: /PROVED|NOT CHECKED/ })
      .waitFor();
    const [standing, text] = await Promise.all(['#standing', '#said'].map((id) => page.locator(id).textContent()));
    return { standing: standing ?? '', text: text ?? '' };
  };

  it('says of a ZIP, and of the folder that it was unpacked to, what verify.mjs says', async () => {
    const program = await verify(files);
    expect(program.code).toBe(0);
    await open();
    await page.locator('#zip').setInputFiles(zipOf(files));
    expect(await said()).toEqual({ standing: 'PROVED', text: program.said });
    await open();
    await page.locator('#folder').setInputFiles(join(folder.path, 'case'));
    expect(await said()).toEqual({ standing: 'PROVED', text: program.said });
  }, 120_000);

  it('names file and line of what is wrong, and the key that is of another', async () => {
    const changed = summedAgain({
      ...files,
      'events.ndjson': (files['events.ndjson'] ?? '').replace('2025-03', '2025-02'),
    });
    await open();
    await page.locator('#zip').setInputFiles(zipOf(changed));
    expect(await said()).toEqual({ standing: 'NOT PROVED', text: (await verify(changed)).said });
    await open();
    const ofAnother = 'log.example/shanyraq+8e7f1048+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c';
    await page.locator('#keys').fill(ofAnother);
    await page.locator('#zip').setInputFiles(zipOf(files));
    expect(await said()).toEqual({ standing: 'NOT PROVED', text: (await verify(files, ['--key', ofAnother])).said });
  }, 120_000);

  it('says what to do where it is given no bundle, or no key', async () => {
    await open();
    await page.locator('#zip').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no') });
    expect(await said()).toEqual({ standing: 'NOT CHECKED', text: expect.stringMatching(/^a\.txt is no ZIP\./) });
    await open();
    await page.locator('#zip').setInputFiles(zipOf({ 'x.txt': '' }));
    expect(await said()).toEqual({ standing: 'NOT CHECKED', text: expect.stringMatching(/no evidence bundle/) });
    await open();
    await page.locator('#witnesses').fill('nonsense');
    await page.locator('#zip').setInputFiles(zipOf(files));
    expect(await said()).toEqual({
      standing: 'NOT CHECKED',
      text: expect.stringMatching(/^--witness nonsense is no verifier key/),
    });
  }, 120_000);

  it('asks nobody for anything, and could not', async () => {
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    const html = files['verify.html'] ?? '';
    const script = /<script>([\s\S]*)<\/script><\/body>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`default-src 'none'; script-src 'sha256-${hash}'`);
    await open();
    const refused = page.evaluate("fetch('data:text/plain,x').then(() => 'sent', () => 'refused')");
    expect(await refused).toBe('refused');
  }, 60_000);
});
