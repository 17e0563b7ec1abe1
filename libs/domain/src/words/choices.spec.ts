import { describe, expect, it } from '@jest/globals';
import { languages } from '../language.js';
import { parties } from '../case/case.words.js';
import { lodgings } from '../complaint/complaint.types.js';
import { type Choice, choices, titlesOf } from './choices.js';

const all: readonly (readonly [string, Choice])[] = Object.entries(choices);

describe('the words that are chosen among', () => {
  it.each(all)('are called something in every language: %s', (_, { words, titles }) => {
    expect(Object.keys(titles).toSorted()).toEqual([...words].toSorted());
    for (const word of words) {
      for (const language of languages) expect(titles[word]?.[language]).toMatch(/^\p{Lu}.*[^.]$/u);
      const { en = '', ru = '', kk = '' } = titles[word] ?? {};
      expect([en, ru, kk].map((text) => /[a-z]/i.test(text))).toEqual([true, false, false]);
      expect(/[а-яәғқңөұүһі]/i.test(en)).toBe(false);
    }
  });

  it.each(all)('are told apart in every language: %s', (_, { words, titles }) => {
    for (const language of languages)
      expect(new Set(words.map((word) => titles[word]?.[language])).size).toBe(words.length);
  });

  it('are found by their list, or by words of it', () => {
    expect(titlesOf(parties)?.['PROVIDER']?.ru).toBe('Услугодатель');
    expect(titlesOf(lodgings)?.['PROVIDER']?.ru).toBe('Услугодателю');
    expect(titlesOf(['SINGLE'])?.['SINGLE']?.en).toBe('In one sum');
    expect(titlesOf(['NO_WORD_OF_OURS'])).toBeNull();
  });
});
