import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { claimProofs } from '../case/documents-due.js';
import { languages } from '../language.js';
import { refusalIn, refusalSentences } from './refusal-in.js';
import { type RefusalCode, refusals, refuse } from './refuse.js';
import { english } from './words/en.js';
import { kazakh } from './words/kk.js';
import { russian } from './words/ru.js';

// The catalogue's own keys, which Object.keys widens to strings.
const codes = Object.keys(refusals) as RefusalCode[];
const placeholders = (sentence: string): readonly string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
const latin = /[a-z]/i;
const cyrillic = /[а-яәғқңөұүһі]/i;

describe('the sentences of refusals', () => {
  it.each(codes)('say in every language what is wrong and what to do now: %s', (code) => {
    for (const language of languages) {
      const { message, next } = refusalSentences[language][code];
      for (const sentence of [message, next]) expect(sentence).toMatch(/^[\p{Lu}\d{][^\n]*[^.]\.$/u);
      expect(next).not.toBe(message);
    }
  });

  it.each(codes)('name the same facts in every language: %s', (code) => {
    const { message, next } = refusalSentences.en[code];
    for (const language of languages) {
      expect(placeholders(refusalSentences[language][code].message)).toEqual(placeholders(message));
      expect(placeholders(refusalSentences[language][code].next)).toEqual(placeholders(next));
    }
  });

  it('have no letter of another script', () => {
    const told = (language: 'en' | 'ru' | 'kk') =>
      codes
        .flatMap((code) => [refusalSentences[language][code].message, refusalSentences[language][code].next])
        .map((text) => text.replaceAll(/\{\w+\}/g, ''));
    expect(
      [...told('ru'), ...told('kk'), ...Object.values(russian.terms), ...Object.values(kazakh.terms)].filter((text) =>
        latin.test(text),
      ),
    ).toEqual([]);
    expect(told('en').filter((text) => cyrillic.test(text))).toEqual([]);
  });

  it('are those that docs/generated/refusal-words.md shows to whoever proof-reads them', () => {
    const list = readFileSync(new URL('../../../../docs/generated/refusal-words.md', import.meta.url), 'utf8');
    const shown = list
      .split('\n## ')
      .slice(1)
      .map((section) => section.trim().split('\n'));
    const known = shown.filter(([code = '']) => code in refusals);
    expect(known.length).toBeGreaterThan(100);
    // One that was added since the list was made is not in it yet: `npm run docs -- --check` finds that.
    expect(known.map(([code, , ...lines]) => [code, lines])).toEqual(
      known.map(([code]) => [
        code,
        languages.flatMap((language) => {
          const { message, next } = refusalSentences[language][code as RefusalCode];
          return [`- ${language}: ${message}`, `  - ${next}`];
        }),
      ]),
    );
  });

  it('know every claim of the list of documents by name', () => {
    for (const { terms } of [english, russian, kazakh])
      expect(terms).toMatchObject(
        Object.fromEntries(Object.keys(claimProofs).map((claim) => [claim, expect.any(String)])),
      );
  });
});

describe('a refusal', () => {
  it('says what is wrong and what to do now in the language asked for (R-77, para 10)', () => {
    const tooEarly = refuse('act-too-early', { decidedOn: '2025-03-14', actNotBefore: '2025-03-18' });
    expect(refusalIn('en', tooEarly)).toEqual({
      message:
        'The recipient is notified at least three working days before the act: it may be adopted from Tuesday 18 March 2025 on.',
      next: 'Adopt the refusal on that day or later.',
    });
    expect(refusalIn('ru', tooEarly)).toEqual({
      message:
        'Услугополучатель уведомляется не позднее чем за три рабочих дня до акта: его можно принять начиная со дня: вторник, 18 марта 2025 года.',
      next: 'Примите отказ в этот день или позже.',
    });
    expect(refusalIn('kk', tooEarly)).toEqual({
      message:
        'Көрсетілетін қызметті алушыға акт қабылданғанға дейін кемінде үш жұмыс күні бұрын хабарланады: оны мына күннен бастап қабылдауға болады: 2025 жылғы 18 наурыз, сейсенбі.',
      next: 'Бас тартуды осы күні немесе кейінірек қабылдаңыз.',
    });
    expect(tooEarly.message).toBe(refusalIn('en', tooEarly).message);
  });

  it('says the words of code in words, and joins lists', () => {
    const awaited = refuse('state-data-awaited', { registers: ['MARRIAGE_DIVORCE', 'BIRTH'] });
    expect(refusalIn('en', awaited).message).toContain(': marriage and divorce, birth.');
    expect(refusalIn('ru', awaited).message).toContain(': брак и его расторжение, рождение.');
    expect(refusalIn('kk', awaited).message).toContain(': неке және оны бұзу, туу.');
    const incomplete = refuse('package-incomplete', { defects: ['MISSING D8 (R-67)', 'EXPIRED D5 (R-71)'] });
    expect(refusalIn('en', incomplete).message).toBe(
      'The package is incomplete or holds expired documents: missing proof of no debt under the rental agreement (R-67), expired proof of social vulnerability (R-71).',
    );
    expect(refusalIn('ru', incomplete).message).toContain(
      'отсутствует — подтверждение отсутствия задолженности по договору найма (R-67), срок действия истек — подтверждение социальной уязвимости (R-71).',
    );
  });

  it('says whom a register was not asked about, how a value is written and which act is meant', () => {
    const unasked = refuse('family-not-asked-about', { unasked: ['HOUSING (person 0)', 'BIRTH (person 1)'] });
    expect(refusalIn('ru', unasked).message).toContain(': жилище в собственности (лицо 0), рождение (лицо 1).');
    expect(refusalIn('kk', unasked).message).toContain(': меншіктегі тұрғын үй (тұлға 0), туу (тұлға 1).');
    const unreadable = refuse('corrected-value-unreadable', { field: 'paidOn', expected: 'A_DAY' });
    expect(unreadable.message).toBe('The right value is written in another form: a day as year-month-day.');
    expect(refusalIn('ru', unreadable).message).toContain('записывается иначе: день в виде «год-месяц-день».');
    const ofAct = refuse('package-incomplete', { defects: ['MISSING D2 (R-61, DISSOLUTION, person 1)'] });
    expect(refusalIn('ru', ofAct).message).toContain('(R-61, расторжение брака, лицо 1).');
  });

  it.each([
    ['2025-03-17T10:00:00+05:00', 'понедельник, 17 марта 2025 года, 10:00 (+05:00).'],
    ['2025-03-17T10:00:00.000Z', 'понедельник, 17 марта 2025 года, 10:00 (UTC).'],
  ])('says the instant %s in words, with the offset in which it is meant', (scheduledFor, words) =>
    expect(refusalIn('ru', refuse('hearing-before-its-time', { scheduledFor })).message).toMatch(words),
  );

  it('leaves numbers and names as they are', () =>
    expect(refusalIn('kk', refuse('not-adopted', { for: 1, against: 2 })).message).toContain(
      'жақтағандар: 1, қарсы: 2;',
    ));

  it('without words is a fault of ours', () =>
    expect(() => refusalIn('ru', { code: 'no-such-code', facts: {} })).toThrow(
      'no words for the refusal no-such-code',
    ));
});
