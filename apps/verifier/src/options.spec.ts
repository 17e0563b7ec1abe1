import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

describe('the options of the verifier', () => {
  it('say which key is missing, and what cannot be used', () => {
    expect(() => parseOptions(['bundle', '--key'])).toThrow('Give the verifier key behind --key; --help says more.');
    expect(() => parseOptions(['--witness'])).toThrow('Give the verifier key behind --witness; --help says more.');
    expect(() => parseOptions(['--what'])).toThrow('It cannot use --what; --help says what it can.');
    expect(parseOptions(['bundle'])?.folder).toBe('bundle');
  });
});
