import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CaseDto } from '@app/contracts';
import { launchReady, tokenOf, type ReadyLaunched } from '../acceptance/launched.js';
import { temporaryFolder } from '../support/process.js';
import { describeWithChromium, startChromium } from './chromium.js';
import { faultsOn, openConsole, sidewaysOf, signIn, tabTo } from './console.js';

/** Opens the first case whose last step is called so. */
const openCase = async (page: Page, lastStep: RegExp): Promise<string> => {
  await signIn(page, 'caseworker');
  await page.getByRole('row', { name: lastStep }).first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
};

/** Now, as the clocks of the office show it. */
const nowInAlmaty = (): string => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 16);

const send = (page: Page) => page.locator('form button[type=submit]');

/** Enters a whole application at the counter. */
const enterApplication = async (page: Page): Promise<void> => {
  const chosen = ['The State Corporation', 'On paper', 'For its residual value', 'Communal stock of the local body'];
  for (const name of [...chosen, 'Tenancy agreement', 'By instalments'])
    await page.getByRole('radio', { name, exact: true }).click();
  const group = (name: string) => page.getByRole('group', { name, exact: true });
  const applicant = group('Applicant');
  await applicant.getByLabel('IIN').fill('111111111111');
  await applicant.getByLabel('Full name').fill('Dummyev Aibek');
  await applicant.getByLabel('Address').fill('Almaty, Test street 1, apt. 2');
  await applicant.getByLabel('Number').fill('041234567');
  await applicant.getByLabel('Issued on').fill('2019-04-01');
  await applicant.getByLabel('Issued by').fill('MIA RK');
  await group('Tenancy').getByLabel('Number').fill('T-1');
  await group('Tenancy').getByLabel('Concluded or issued on').fill('2010-05-20');
  await group('Dwelling').getByLabel('Number in the register').fill('ALM-9999-01');
  await group('Dwelling').getByLabel('Address').fill('Almaty, Test street 1, apt. 2');
  await page.getByLabel('Years').fill('10');
  await page.getByLabel('Initial contribution').fill('375 000,5');
  await page.getByText('375,000.50 ₸').waitFor();
  for (const type of ['D1', 'D3', 'D8']) await addDocument(page, type);
  for (const yes of await page.getByRole('radio', { name: 'Yes', exact: true }).all()) await yes.click();
  await group('Signature of the applicant').getByLabel('Signed at').fill(nowInAlmaty());
  await page.getByLabel('In whose name').fill('111111111111');
};

const titles: Readonly<Record<string, string>> = {
  D1: 'Application',
  D3: 'Tenancy agreement or housing order',
  D8: 'Proof of no debt under the rental agreement',
};

const addDocument = async (page: Page, type: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add: Documents' }).click();
  const entry = page.getByRole('group', { name: /^Documents \d+$/ }).last();
  await entry.getByLabel('Kind of document').selectOption({ label: titles[type] ?? '' });
  await entry.getByLabel('Number').fill(`N-${type}`);
  await entry
    .locator('input[type=file]')
    .setInputFiles({ name: `${type}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(type) });
  await entry.getByText(`${type}.pdf`).waitFor();
};

describeWithChromium('the forms of the console', () => {
  let system: ReadyLaunched;
  let browser: Browser;
  let remove: () => Promise<void>;
  let url = '';

  beforeAll(async () => {
    const folder = await temporaryFolder();
    remove = folder.remove;
    [system, browser] = await Promise.all([launchReady(folder.path), startChromium()]);
    url = system.ready.url;
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await remove?.();
  }, 60_000);

  const byApi = async (path: string, body?: object) => {
    const headers = { authorization: `Bearer ${tokenOf(system, 'caseworker')}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/v1${path}`, {
      headers,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    expect(response.status).toBe(200);
    // the tests of the API hold it to its contract
    return (await response.json()) as CaseDto;
  };

  it('carry out an action by mouse, and say before it is sent what stands in the way', async () => {
    const { page, context, complaints } = await openConsole(browser, url);
    const address = await openCase(page, /Submitted/);
    await page.getByRole('link', { name: 'Register the application' }).click();
    await page.waitForURL(`**${address}/do/RegisterApplication`);
    await page.getByLabel('Registration number').fill('REG-2026-000901');
    const trial = page.getByRole('region', { name: 'If you send it now' });
    await trial.getByText('carries the EDS of the provider').waitFor();
    expect(await trial.getByText('Appendix 1').count()).toBe(1);
    expect(await trial.getByText('What to do: Sign the notice').count()).toBe(1);
    await page.getByRole('button', { name: 'Add: Electronic signature' }).click();
    await page.getByLabel('Serial number').fill('3f2a9c01');
    await page.getByLabel('Signed at').fill(nowInAlmaty());
    await trial.getByText('Application registered').waitFor();
    expect(await trial.getByText('is done').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByRole('dialog', { name: 'Leave this form?' }).getByRole('button', { name: 'Stay' }).click();
    await send(page).click();
    await page.waitForURL(`**${address}`);
    await page.getByText('Recorded: Application registered').waitFor();
    await page.locator('ol').getByText('new', { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('carry out an action by keyboard alone, from the first field that is wrong', async () => {
    const { page, context, complaints } = await openConsole(browser, url);
    await openCase(page, /Registered/);
    await tabTo(page, 'a[href$="/do/WithdrawApplication"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/do\/WithdrawApplication$/);
    await page.getByLabel('Reason').waitFor();
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
    await page.getByText('1 field is not right yet.').waitFor();
    await page.keyboard.type('The family changed its mind.');
    expect(await page.getByLabel('Reason').inputValue()).toBe('The family changed its mind.');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
    await page.getByText(/^Recorded: .*withdrawn/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('stay as they are where somebody wrote first, say who and what, and go on', async () => {
    const { page, context } = await openConsole(browser, url);
    const address = await openCase(page, /Commission formed/);
    await page.getByRole('link', { name: 'Withdraw the application' }).click();
    await page.getByLabel('Reason').fill('Not needed any more.');
    await page.getByText('Application withdrawn').waitFor();
    const { application } = await byApi(address);
    await byApi(`${address}/family-acts`, { act: 'BIRTH', subjectIin: application.applicant.iin });
    await send(page).click();
    const told = page.getByRole('alert').filter({ hasText: 'Somebody was here before you' });
    await told.getByText(/caseworker@almaty-bostandyk: Family act stated/).waitFor();
    await told.getByRole('button', { name: 'Go on from there' }).click();
    expect(await page.getByLabel('Reason').inputValue()).toBe('Not needed any more.');
    await send(page).click();
    await page.getByText(/^Recorded: Application withdrawn/).waitFor();
    await context.close();
  }, 60_000);

  it('file a new application at the counter: nothing is lost by an outage or an IIN that is none', async () => {
    const { page, context } = await openConsole(browser, `${url}/applications/new`);
    await signIn(page, 'front-desk');
    await enterApplication(page);
    await page.getByText('Some fields are not right yet.').waitFor();
    expect(await page.getByRole('group', { name: 'Applicant' }).getByLabel('IIN').getAttribute('aria-invalid')).toBe(
      'true',
    );
    await page.getByRole('group', { name: 'Applicant' }).getByLabel('IIN').fill('500101200304');
    await page.getByLabel('In whose name').fill('500101200304');
    await page.getByText('13 of 13 complete').waitFor();
    await page.getByText('Application submitted', { exact: true }).waitFor();
    await page.route('**/api/v1/cases', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: '{"code":"store-unavailable","detail":"Down."}',
      }),
    );
    await send(page).click();
    await page.getByText('The form stays as it is.').waitFor();
    await page.unroute('**/api/v1/cases');
    await send(page).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: 'Dummyev Aibek' }).waitFor();
    await context.close();
  }, 90_000);

  it.each(['light', 'dark'] as const)(
    'have no fault that axe knows, in %s colours',
    async (scheme) => {
      const { page, context, complaints } = await openConsole(browser, `${url}/applications/new`, { scheme });
      await signIn(page, 'front-desk');
      await page.getByRole('button', { name: 'Add: Documents' }).click();
      await page.getByRole('button', { name: 'Add: Members of the family' }).click();
      await send(page).click();
      await page.getByText(/fields are not right yet/).waitFor();
      expect(await faultsOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it('are no wider than a window of 320 pixels, in any language', async () => {
    const wide: string[] = [];
    for (const language of ['kk', 'ru', 'en'] as const) {
      const { page, context } = await openConsole(browser, `${url}/applications/new`, {
        language,
        width: 320,
        height: 640,
      });
      await signIn(page, 'front-desk');
      await page.locator('form fieldset').first().waitFor();
      await send(page).click();
      if ((await sidewaysOf(page)) > 0) wide.push(language);
      await context.close();
    }
    expect(wide).toEqual([]);
  }, 60_000);
});
