import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Scheme = 'light' | 'dark';
type Look = Readonly<{ language?: 'kk' | 'ru' | 'en'; scheme?: Scheme; width?: number; height?: number }>;

/** A page of the console, and what the browser complained of: errors of scripts and of the policy of the page. */
export type Console = Readonly<{ page: Page; context: BrowserContext; complaints: readonly string[] }>;

/** Opens the console as somebody who was never here. */
export const openConsole = async (browser: Browser, url: string, look: Look = {}): Promise<Console> => {
  const { language = 'en', scheme = 'light', width = 1280, height = 900 } = look;
  const context = await browser.newContext({
    locale: language,
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // an answer 401 to a token that has ended is part of a test
    if (message.type() === 'error' && !/40[19]|412|422|503/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, context, complaints };
};

/** Chooses a role at the sign-in, by mouse. */
export const signIn = async (page: Page, role: string): Promise<void> => {
  await page.locator('select').first().selectOption(role);
  await page.locator('button[type=submit]').click();
  await page.locator('main#main h1').waitFor();
};

/** Presses Tab until what has the focus fits; throws where it comes round without. */
export const tabTo = async (page: Page, fits: string): Promise<void> => {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(fits)}) === true`)) return;
  }
  throw new Error(`no Tab leads to ${fits}`);
};

/** What axe finds on the page as it stands, one line a fault. */
export const faultsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

/** How many pixels the page is wider than its window. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
