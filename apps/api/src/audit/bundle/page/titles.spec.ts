import { describe, expect, it } from '@jest/globals';
import { caseEventTypes, dutyStandings } from '@app/domain';
import { pageWords } from './page-words.js';
import { kazakhTitles, russianTitles } from './titles.js';

describe('the words of the page', () => {
  it('name every event and every standing in Russian and Kazakh, each in its own words', () => {
    expect(caseEventTypes.filter((type) => !(type in russianTitles))).toEqual([]);
    expect(Object.keys(kazakhTitles)).toEqual(Object.keys(russianTitles));
    const kazakh: readonly string[] = Object.values(kazakhTitles);
    expect(Object.values(russianTitles).filter((title) => kazakh.includes(title))).toEqual([]);
    for (const language of ['ru', 'kk'] as const)
      expect(Object.keys(pageWords[language].standings).toSorted()).toEqual([...dutyStandings].toSorted());
  });
});
