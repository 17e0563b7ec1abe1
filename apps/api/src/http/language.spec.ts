import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

const ofHeader = (header?: string) =>
  languageOf({ query: {}, headers: header === undefined ? {} : { 'accept-language': header } });

describe('the language of an answer', () => {
  it.each([
    ['ru', 'ru'],
    ['kk', 'kk'],
    ['en', 'en'],
    ['RU-kz', 'ru'],
    ['kk-Cyrl-KZ', 'kk'],
    ['en;q=0.8, ru;q=0.9', 'ru'],
    ['ru;q=0.8, kk', 'kk'],
    ['kk, ru', 'kk'],
    ['ru, kk', 'ru'],
    ['de, fr;q=0.9, ru;q=0.1', 'ru'],
    ['ru-RU;q=0.2, en;q=0.5, ru;q=0.7', 'ru'],
    ['en;q=0, kk;q=0.001', 'kk'],
    ['*, en;q=0', 'ru'],
    ['*;q=0.5, kk;q=0.4', 'en'],
    [' ru ; q=1.000 ', 'ru'],
  ])('is the best of Accept-Language: %s', (header, language) => expect(ofHeader(header)).toBe(language));

  it.each([
    undefined,
    '',
    'de',
    'kz',
    'ru;q=0',
    '*',
    'russian',
    'ru;q=2',
    'ru;q=-1',
    'ru;q=0.1234',
    'ru;x=1',
    'ru_RU',
    ',,;q=1,',
    '\u0001',
    `${'a'.repeat(9000)}-`,
  ])('is English where Accept-Language names none that is spoken, or cannot be read: %j', (header) =>
    expect(ofHeader(header)).toBe('en'),
  );

  it('passes over what cannot be read, and reads the rest', () =>
    expect(ofHeader('ru;q=lots, ???, kk;q=0.5')).toBe('kk'));

  it('is that of lang before the header, where it is one that is spoken', () => {
    const headers = { 'accept-language': 'ru' };
    expect(languageOf({ query: { lang: 'kk' }, headers })).toBe('kk');
    expect(languageOf({ query: { lang: 'de' }, headers })).toBe('ru');
    expect(languageOf({ query: { lang: ['kk', 'en'] }, headers })).toBe('ru');
    for (const query of [null, undefined, 'lang']) expect(languageOf({ query, headers })).toBe('ru');
  });
});
