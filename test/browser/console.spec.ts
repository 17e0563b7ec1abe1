import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchReady, type ReadyLaunched } from '../acceptance/launched.js';
import { temporaryFolder } from '../support/process.js';
import { describeWithChromium, startChromium } from './chromium.js';
import { faultsOn, openConsole, sidewaysOf, signIn, tabTo } from './console.js';

describeWithChromium('the console in a browser', () => {
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

  describe('leads a caseworker from the sign-in to the days of a duty', () => {
    const seesDays = async (page: Page): Promise<void> => {
      const strip = page.getByRole('list', { name: 'The days of the term' }).first();
      await strip.waitFor();
      expect(await strip.getByText(': due').count()).toBe(1);
      expect(await strip.getByText('the term starts, not counted').count()).toBe(1);
      expect(await strip.getByText(/not counted, weekend/).count()).toBeGreaterThan(0);
      expect(await page.getByText('The Order says').first().isVisible()).toBe(true);
    };

    it('by mouse', async () => {
      const { page, context, complaints } = await openConsole(browser, url);
      await signIn(page, 'caseworker');
      expect(new URL(page.url()).pathname).toBe('/cases');
      await page.getByRole('button', { name: 'Decision', exact: true }).click();
      await page.waitForURL(/stage=DECISION/);
      await page.getByRole('row', { name: /Commission formed/ }).click();
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
      await page.getByRole('heading', { name: 'What you can do' }).waitFor();
      await seesDays(page);
      await page.goBack();
      await page.waitForURL(/stage=DECISION/);
      expect(complaints).toEqual([]);
      await context.close();
    }, 60_000);

    it('by keyboard alone', async () => {
      const { page, context, complaints } = await openConsole(browser, url);
      await page.locator('select').first().waitFor();
      await tabTo(page, 'button[type=submit]');
      await page.keyboard.press('Enter');
      await page.getByRole('table').waitFor();
      await tabTo(page, 'th a');
      for (let step = 0; step < 20; step += 1) {
        if (
          await page.evaluate<boolean>(`document.activeElement.closest('tr').textContent.includes('Commission formed')`)
        )
          break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Duties' }).waitFor();
      await seesDays(page);
      await tabTo(page, 'h3 button[aria-expanded=false]');
      await page.keyboard.press('Enter');
      await page.locator('h3 button[aria-expanded=true]').nth(1).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('l');
      await page.waitForURL(/\/cases$/);
      expect(complaints).toEqual([]);
      await context.close();
    }, 60_000);
  });

  it('finds a case by the palette, and tells its keys', async () => {
    const { page, context } = await openConsole(browser, url);
    await signIn(page, 'caseworker');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /A screen, a name/ }).fill('Dummyeva');
    await page
      .getByRole('option', { name: /Dummyeva \w+ REG/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Dummyeva/ }).waitFor();
    expect(page.url()).not.toContain('Dummyeva');
    await context.close();
  }, 60_000);

  it('looks for a name without writing it into the address, and says where nothing is found', async () => {
    const { page, context } = await openConsole(browser, url);
    await signIn(page, 'caseworker');
    await page.getByRole('searchbox').fill('Nobodyova');
    await page.getByRole('heading', { name: 'No case fits these filters' }).waitFor();
    expect(page.url()).not.toContain('Nobodyova');
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await page.getByRole('table').waitFor();
    await context.close();
  }, 60_000);

  it('speaks Kazakh, Russian and English, and keeps what was chosen', async () => {
    const { page, context } = await openConsole(browser, url, { language: 'kk' });
    await signIn(page, 'caseworker');
    await page.getByRole('heading', { name: 'Істер тізімі' }).waitFor();
    await page.getByRole('button', { name: 'Рус' }).click();
    await page.getByRole('heading', { name: 'Список дел' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    await page.getByRole('button', { name: 'Eng' }).click();
    await page.getByRole('heading', { name: 'Worklist' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Worklist' }).waitFor();
    await context.close();
  }, 60_000);

  it('keeps the page where the session has ended, and goes on after another sign-in', async () => {
    const { page, context } = await openConsole(browser, url);
    await signIn(page, 'caseworker');
    const address = page.url();
    await page.route('**/api/v1/cases?*', (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"token-invalid"}' }),
    );
    await page.getByRole('button', { name: 'Payment', exact: true }).click();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await page.unroute('**/api/v1/cases?*');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /Agreement concluded/ })
      .first()
      .waitFor();
    expect(page.url()).toBe(`${address}?stage=PAYMENT`);
    await context.close();
  }, 60_000);

  it('leaves nothing of a person behind after the sign-out', async () => {
    const { page, context } = await openConsole(browser, url);
    await signIn(page, 'caseworker');
    await page.getByRole('button', { name: 'Payment', exact: true }).click();
    await page.waitForURL(/stage=PAYMENT/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual([]);
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => !/language|colours/.test(key))')).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  }, 60_000);

  it('tells whoever has no screen yet so, and whoever is at no address', async () => {
    const { page, context } = await openConsole(browser, `${url}/nowhere`);
    await signIn(page, 'administrator');
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    await page.getByRole('link', { name: 'To the first screen' }).click();
    await page.getByRole('heading', { name: 'There is no screen for your role yet' }).waitFor();
    expect(await page.locator('nav').getByRole('link').count()).toBe(1);
    await context.close();
  }, 60_000);

  describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
    it('has no fault that axe knows, on any page', async () => {
      const { page, context, complaints } = await openConsole(browser, url, { scheme });
      await page.locator('select').first().waitFor();
      const faults = { signIn: await faultsOn(page), list: [''], case: [''], keys: [''], palette: [''] };
      await signIn(page, 'caseworker');
      await page.getByRole('table').waitFor();
      faults.list = [...(await faultsOn(page))];
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      faults.keys = [...(await faultsOn(page))];
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /A screen, a name/ }).fill('Dummyeva');
      await page.getByRole('option', { name: /Search the worklist/ }).waitFor();
      faults.palette = [...(await faultsOn(page))];
      await page.keyboard.press('Escape');
      await page.getByRole('row', { name: /Commission formed/ }).click();
      await page.getByText('The Order says').first().waitFor();
      await page.getByText(/^Not now, and why/).click();
      faults.case = [...(await faultsOn(page))];
      expect(faults).toEqual({ signIn: [], list: [], case: [], keys: [], palette: [] });
      expect(complaints).toEqual([]);
      await context.close();
    }, 120_000);
  });

  it('is no wider than a window of 320 pixels, in any language', async () => {
    const wide: Record<string, number> = {};
    for (const language of ['kk', 'ru', 'en'] as const) {
      const { page, context } = await openConsole(browser, url, { language, width: 320, height: 640 });
      await page.locator('select').first().waitFor();
      wide[`${language} sign-in`] = await sidewaysOf(page);
      await signIn(page, 'caseworker');
      await page.getByRole('table').waitFor();
      wide[`${language} list`] = await sidewaysOf(page);
      await page.locator('th a').nth(3).click();
      await page.locator('blockquote').first().waitFor();
      wide[`${language} case`] = await sidewaysOf(page);
      await context.close();
    }
    expect(Object.entries(wide).filter(([, pixels]) => pixels > 0)).toEqual([]);
  }, 120_000);
});
