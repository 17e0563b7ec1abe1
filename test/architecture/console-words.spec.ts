import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { offDayKinds } from '@app/domain';
import { roles } from '@app/platform';
import { en } from '../../apps/console/src/i18n/en.js';
import { form as englishForms } from '../../apps/console/src/i18n/forms/en.js';
import { form as kazakhForms } from '../../apps/console/src/i18n/forms/kk.js';
import { form as russianForms } from '../../apps/console/src/i18n/forms/ru.js';
import { kk } from '../../apps/console/src/i18n/kk.js';
import { languages } from '../../apps/console/src/i18n/languages.js';
import { ru } from '../../apps/console/src/i18n/ru.js';
import { terms as englishTerms } from '../../apps/console/src/i18n/terms/en.js';
import { terms as kazakhTerms } from '../../apps/console/src/i18n/terms/kk.js';
import { terms as russianTerms } from '../../apps/console/src/i18n/terms/ru.js';

const words = {
  kk: { ...kk, ...kazakhTerms, form: kazakhForms },
  ru: { ...ru, ...russianTerms, form: russianForms },
  en: { ...en, ...englishTerms, form: englishForms },
};

/** Each word by its key, such as `case.title`. */
const flat = (tree: object, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${before}${key}.`)
      : [[`${before}${key}`, String(value)]],
  );

const plural = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => key.replace(plural, '');
const slotsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
const english = flat(words.en);

describe.each(languages)('the words of the console in %s', (language) => {
  const mine = flat(words[language]);

  it('are there for every key, and none is empty', () => {
    const keys = (list: typeof mine): readonly string[] => [...new Set(list.map(([key]) => baseOf(key)))].toSorted();
    expect(keys(mine)).toEqual(keys(english));
    expect(mine.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have every form that the language has for a number', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set(mine.filter(([key]) => plural.test(key)).map(([key]) => baseOf(key)));
    const missing = [...counted].flatMap((base) =>
      categories.map((form) => `${base}_${form}`).filter((key) => !mine.some(([one]) => one === key)),
    );
    expect(missing).toEqual([]);
  });

  it('leave room for the same values', () => {
    const slots = new Map(english.map(([key, text]) => [baseOf(key), slotsIn(text)]));
    expect(mine.filter(([key, text]) => String(slotsIn(text)) !== String(slots.get(baseOf(key))))).toEqual([]);
  });
});

describe('what the catalogue of the API does not name', () => {
  const wordsOf = (list: keyof typeof englishTerms): readonly string[] => Object.keys(englishTerms[list]).toSorted();
  const sorted = (codes: readonly string[]): readonly string[] => codes.toSorted();

  it('has a word here', () => {
    expect(wordsOf('role')).toEqual(sorted(roles));
    expect(wordsOf('off')).toEqual(sorted(['weekend', ...offDayKinds, 'after_hours']));
  });
});

describe('the sources of the console', () => {
  const sources = readdirSync('apps/console/src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.ts$|^i18n\//.test(path))
    .map((path) => ({ path, text: readFileSync(join('apps/console/src', path), 'utf8') }));

  it('ask only for words that there are', () => {
    const keys = new Set(english.map(([key]) => baseOf(key)));
    const asked = sources.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => key));
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('write no words of their own', () => {
    const shown = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/>\s*([A-ZА-ЯӘҒҚҢӨҰҮҺІ][\p{L} ]{3,})\s*<\//gu)].map(
        ([, said = '']) => `${path}: ${said.trim()}`,
      ),
    );
    expect(shown.filter((line) => !line.endsWith(': Shanyraq'))).toEqual([]);
  });
});
