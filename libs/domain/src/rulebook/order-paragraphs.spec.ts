import { describe, expect, it } from '@jest/globals';
import { orderParagraphs, passagesOf, rulesOf } from './order-paragraphs.js';
import { ruleParagraphs } from './rule-paragraphs.js';

describe('the paragraphs of the Order', () => {
  it('hold every rule at least once', () => {
    const held = new Set(orderParagraphs.flatMap(rulesOf));
    expect(Object.keys(ruleParagraphs).filter((rule) => rule.startsWith('R-') && !held.has(rule))).toEqual([]);
  });

  it('hold the rules that stand in them, in others or in an Appendix too', () => {
    expect(rulesOf('4')).toEqual(['R-15', 'R-16', 'R-17', 'R-18']);
    expect(rulesOf('9')).toEqual(expect.arrayContaining(['R-29', 'R-40', 'R-41', 'R-47', 'R-60', 'R-81']));
    expect(rulesOf('12')).toEqual(['R-83', 'R-83a', 'R-84', 'R-85']);
    expect(rulesOf('App 1')).toContain('R-26b');
    expect(rulesOf('App 2')).not.toContain('R-97');
    expect(rulesOf('App 3')).toEqual(expect.arrayContaining(['R-72', 'R-104', 'R-112']));
    expect(rulesOf('16')).toEqual([]);
  });

  it('are told in their own words, a paragraph with all its parts', () => {
    expect(passagesOf('6').map(({ paragraph }) => paragraph)).toEqual(['6', '6(1)', '6(2)', '6(3)', '6 end']);
    expect(passagesOf('6(2)').map(({ paragraph }) => paragraph)).toEqual(['6(2)']);
    expect(passagesOf('11')[0]?.text[0]).toContain('11. The service provider ensures');
    expect(passagesOf('App 1')).toEqual([]);
  });
});
