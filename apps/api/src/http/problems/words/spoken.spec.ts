import { describe, expect, it } from '@jest/globals';
import { languages } from '@app/domain';
import { problemKinds, ProblemError, type ProblemCode } from '@app/platform';
import { fieldSentences } from './of-fields.js';
import { problemSentences } from './of-problems.js';
import { storeSentences } from './of-stores.js';
import { sentencesIn } from './sentences-in-code.js';
import { problemIn } from './spoken.js';
import { problemTitleIn } from './titles.js';

const all = [...fieldSentences, ...problemSentences, ...storeSentences];
const known = new Set(all.map(([english]) => english));

/** Sentences that are put together of others, or of a value alone. */
const madeOfOthers = new Set([
  '{} {}.',
  '{}.',
  'You saw revision {}; {}.',
  'each must be an object',
  'Only {} allowed here.',
]);

describe('what problems say', () => {
  it('is known in every language, whatever the code says', () => {
    const said = sentencesIn([
      'apps/api/src',
      'libs/platform/src/problem',
      'libs/contracts/src',
      'libs/read-models/src',
    ]);
    expect(said.size).toBeGreaterThan(80);
    expect([...said].filter((sentence) => !known.has(sentence) && !madeOfOthers.has(sentence))).toEqual([]);
  });

  it('stands once, with the same values in each language, and in its own letters', () => {
    expect(known.size).toBe(all.length);
    for (const [english, russian, kazakh] of all) {
      const values = (text: string) => text.split('{}').length;
      expect([english, values(russian), values(kazakh)]).toEqual([english, values(english), values(english)]);
      for (const text of [russian, kazakh]) expect(text).toMatch(/[а-яәғқңөұүһі]/i);
    }
  });

  it('has a title for every code', () => {
    for (const code of Object.keys(problemKinds) as ProblemCode[]) {
      expect(new Set(languages.map((language) => problemTitleIn(language, code))).size).toBe(3);
    }
  });

  it('is turned with the values in it, field by field', () => {
    const { problem } = new ProblemError('fields-invalid', 'See errors: each names a field by its path.', {
      errors: [
        { path: 'amount', message: 'must be at least 5' },
        { path: 'party', message: 'must be one of RECIPIENT, PROVIDER' },
        { path: 'findings', message: 'each must be a string' },
        { path: 'x', message: 'a sentence that nobody knows' },
      ],
    });
    expect(problemIn('ru', problem)).toMatchObject({
      title: 'Некоторые поля заполнены неверно',
      detail: 'См. errors: каждая запись называет поле и его путь.',
      errors: [
        { path: 'amount', message: 'не меньше 5' },
        { path: 'party', message: 'должно быть одним из: RECIPIENT, PROVIDER' },
        { path: 'findings', message: 'каждый элемент: должно быть текстом' },
        { path: 'x', message: 'a sentence that nobody knows' },
      ],
    });
    expect(problemIn('en', problem)).toEqual(problem);
    const stale = new ProblemError('revision-stale', 'You saw revision 3; it is at 5 now.');
    expect(problemIn('kk', stale.problem).detail).toBe('Сіз 3 ревизиясын көрдіңіз; қазір 5.');
  });
});
