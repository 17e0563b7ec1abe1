import { describe, expect, it } from '@jest/globals';
import { oneSpelling } from './spelling.js';

describe('one spelling of an id (A25)', () => {
  it.each([
    ['alm-1', 'ALM-1'],
    [' ALM-1 ', 'ALM-1'],
    ['АВЕІКМНОРСТУХҺЈЅ-1', 'ABEIKMHOPCTYXHJS-1'],
    ['аlm-1', 'ALM-1'],
    ['жк-7', 'ЖK-7'],
  ])('%s is %s', (text, spelling) => expect(oneSpelling(text)).toBe(spelling));

  it('keeps apart what looks different: other letters, and letters and digits', () => {
    expect(new Set(['ALM-O', 'ALM-0', 'ALM-Қ', 'ALM-K', 'ALM-Й'].map(oneSpelling)).size).toBe(5);
  });

  it('is its own spelling', () => {
    for (const text of ['alm-1', 'Үй-7', 'ß']) expect(oneSpelling(oneSpelling(text))).toBe(oneSpelling(text));
  });
});
