import { describe, expect, it } from '@jest/globals';
import { gathered } from './gather.js';

describe('gathered loads', () => {
  it('join what is asked while one runs into one more, each key once', async () => {
    const loads: (readonly string[])[] = [];
    const get = gathered(async (keys) => {
      loads.push(keys);
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });
    const answers = [get(['a']), get(['b', 'a'])];
    await Promise.resolve();
    answers.push(get(['c']), get(['d', 'c']));

    expect((await Promise.all(answers)).map((answer) => answer.get('a') ?? answer.get('d'))).toEqual([
      'A',
      'A',
      'D',
      'D',
    ]);
    expect(loads).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('fail those who waited for the one that failed, and nobody after', async () => {
    let fail = true;
    const get = gathered<string>(async (keys) => {
      if (fail) throw new Error('away');
      return new Map(keys.map((key) => [key, key]));
    });

    await expect(get(['a'])).rejects.toThrow('away');
    fail = false;
    expect((await get(['a'])).get('a')).toBe('a');
  });
});
