import { describe, expect, it } from '@jest/globals';
import { looksForAPerson } from './search.js';
import { sought } from './searchable.js';

/** The digits 0 to 9 of every script that the engine can write numbers in, by digit. */
const digitsOfScripts = Intl.supportedValuesOf('numberingSystem')
  .map((system) => new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }))
  .map((format) => Array.from({ length: 10 }, (_, digit) => format.format(digit)))
  .filter((digits) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));

const everyCharacter = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));

describe('what is looked for', () => {
  it('is compared with 0 to 9 for the digits of every script', () => {
    expect(digitsOfScripts.length).toBeGreaterThan(50);
    for (const digits of digitsOfScripts) expect(sought(digits.join(''))).toBe('0123456789');
  });

  it('has no other decimal digit left', () => {
    const digits = everyCharacter.filter((character) => /\p{Nd}/u.test(character));
    expect(digits.filter((digit) => !/^[0-9]$/.test(sought(digit)))).toEqual([]);
  });

  it.each([
    'Testova',
    '010115100004',
    ' 010115100004 ',
    '0101 1510 0004',
    '010115-100004',
    '01011510000\u2074',
    '\u0660\u0661\u0660115100004',
    '\uff0e',
  ])('is a person: %j', (q) => expect(looksForAPerson(q)).toBe(true));

  it.each([undefined, 'REG-2025-1', '0101151000041', '01011510004', '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11', '\u2460'])(
    'is no person: %j',
    (q) => expect(looksForAPerson(q)).toBe(false),
  );
});
