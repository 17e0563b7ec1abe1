import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { amountShown, isAmount, maxTiyn, tengeFromTiyn, tiynFromTenge } from './money.js';

describe('money', () => {
  it.each([
    ['0.00', 0],
    ['0.01', 1],
    ['0.10', 10],
    ['1.00', 100],
    ['1250000.00', 125_000_000],
    ['1250000.07', 125_000_007],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('is written %s for %i tiyn, and read so', (text, tiyn) => {
    expect(tiynFromTenge(text)).toBe(tiyn);
    expect(tengeFromTiyn(tiyn)).toBe(text);
  });

  it.each([
    '1250000',
    '1250000.0',
    '1250000.000',
    '01.00',
    '-1.00',
    '+1.00',
    '1,250,000.00',
    ' 1.00',
    '1.00 ',
    '',
    '1e3.00',
    '.50',
  ])('is not read from %j', (text) =>
    expect(() => tiynFromTenge(text)).toThrow(new RangeError(`not an amount of tenge with two decimals: ${text}`)),
  );

  it('is not read above the largest exact amount', () => {
    expect(maxTiyn).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => tiynFromTenge('90071992547409.92')).toThrow('larger than the largest amount, 90071992547409.91');
    expect(() => tiynFromTenge('9999999999999999.99')).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    'is not an amount: %p tiyn',
    (tiyn) => {
      expect(isAmount(tiyn)).toBe(false);
      expect(() => tengeFromTiyn(tiyn)).toThrow(new RangeError(`not an amount of tiyn: ${tiyn}`));
    },
  );

  it('is shown in tenge where something was refused, and what is not an amount as it came', () => {
    expect(amountShown(124_999_999)).toBe('1249999.99');
    expect(amountShown(0.5)).toBe('0.5 tiyn');
  });

  it('is the same after writing and reading, to the tiyn', () =>
    fc.assert(fc.property(fc.maxSafeNat(), (tiyn) => tiynFromTenge(tengeFromTiyn(tiyn)) === tiyn)));
});
