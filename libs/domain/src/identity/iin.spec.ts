import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isAdultOn, isValidIin, maskIin, parseIin } from './iin.js';

describe('an individual identification number (docs/law/rules.md section 5)', () => {
  it.each([
    ['791028302728', { birthDate: '1979-10-28', sex: 'MALE', foreigner: false }],
    ['061211600012', { birthDate: '2006-12-11', sex: 'FEMALE', foreigner: false }],
    ['010115100004', { birthDate: '1801-01-15', sex: 'MALE', foreigner: false }],
    ['851231100303', { birthDate: '1885-12-31', sex: 'MALE', foreigner: false }],
  ])('reads %s', (text, iin) => {
    expect(parseIin(text)).toEqual({ iin });
    expect(isValidIin(text)).toBe(true);
  });

  it.each(['85123110039', '01011510058'])('is never %s?, where both passes leave 10', (start) => {
    for (let digit = 0; digit < 10; digit += 1) expect(parseIin(`${start}${digit}`)).toEqual({ fault: 'check-digit' });
  });

  it('has one check digit only, also where it takes the second pass', () => {
    for (const start of ['79102830272', '06121160001', '01011510000', '85123110030']) {
      const valid = Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter((text) => isValidIin(text));
      expect(valid).toHaveLength(1);
    }
  });

  it.each([
    ['twelve digits', '79102830272', 'format'],
    ['digits', '79102830272a', 'format'],
    ['digits of our own script', '٧٩١٠٢٨٣٠٢٧٢٨', 'format'],
    ['nothing before it', ' 791028302728', 'format'],
    ['nothing after it', '7910283027281', 'format'],
    ['the number of a person, not of a legal entity', '120440000123', 'business'],
    ['the number of a person, not of a joint enterprise', '120450000123', 'business'],
    ['the number of a person, not of a branch', '120460000123', 'business'],
    ['a month that exists', '791328302728', 'date'],
    ['a day of a month', '791078302728', 'date'],
    ['a day that exists in the century of its seventh digit', '000229300001', 'date'],
    ['a century', '791028702728', 'century'],
    ['its own check digit', '791028302727', 'check-digit'],
  ])('has %s', (_, text, fault) => {
    expect(parseIin(text)).toEqual({ fault });
    expect(isValidIin(text)).toBe(false);
  });

  it('knows 29 February of 2000, which was a leap year, and not of 1900', () => {
    expect(parseIin('000229500000')).not.toEqual({ fault: 'date' });
    expect(parseIin('000229300000')).toEqual({ fault: 'date' });
  });

  it('is not of someone who was not yet born', () => {
    expect(parseIin('061211600012', { notAfter: '2006-12-10' })).toEqual({ fault: 'future' });
    expect(isValidIin('061211600012', { notAfter: '2006-12-11' })).toBe(true);
  });

  it('may have a seventh digit 0, of some foreigners, only where that is configured', () => {
    const foreigner = '791028002729';
    expect(parseIin(foreigner)).toEqual({ fault: 'century' });
    expect(parseIin(foreigner, { acceptForeigners: true })).toEqual({
      iin: { birthDate: '1979-10-28', sex: 'MALE', foreigner: true },
    });
  });

  it('is masked in lists and logs', () => {
    expect(maskIin('791028302728')).toBe('7910****2728');
    for (const text of ['not an IIN', '7910283027281', 'N791028302728', '791028302728 ']) {
      expect(maskIin(text)).toBe('************');
    }
  });

  it('never reads a text without failing to say what it is', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{12}$/)), (text) => {
        const parsed = parseIin(text);
        expect('iin' in parsed).toBe(isValidIin(text));
      }),
    ));
});

describe('being of age (docs/law/rules.md A23)', () => {
  it.each([
    ['the day before the eighteenth birthday', '2006-12-11', '2024-12-10', false],
    ['the eighteenth birthday', '2006-12-11', '2024-12-11', true],
    ['28 February, born on the 29th', '2008-02-29', '2026-02-28', false],
    ['1 March, born on 29 February', '2008-02-29', '2026-03-01', true],
  ])('on %s', (_, birthDate, date, adult) => expect(isAdultOn(birthDate, date)).toBe(adult));
});
