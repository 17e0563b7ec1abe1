import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { redact, redactText } from './redaction.js';

describe('a text in a log', () => {
  it.each([
    ['the case of 791028302728 is late', 'the case of 7910****2728 is late'],
    ['iin=791028302728;791028302728', 'iin=7910****2728;7910****2728'],
    ['2021-791028302728', '2021-7910****2728'],
    ['Authorization: Bearer eyJhbGciOi.J9.x_y-z', 'Authorization: Bearer [redacted]'],
    ['cannot reach mongodb://app:secret@db:27017/x', 'cannot reach mongodb://***@db:27017/x'],
    ['cannot reach mongodb://app:se@cret@db:27017/x', 'cannot reach mongodb://***@db:27017/x'],
  ])('shows no person and no secret: %s', (text, shown) => {
    expect(redactText(text)).toBe(shown);
  });

  it.each(['0b8f1f4e-3f6c-5a9e-8d8b-123456789012', 'position 1234567890123', 'order 437 of 12.08.2021'])(
    'keeps what only looks like an IIN: %s',
    (text) => {
      expect(redactText(text)).toBe(text);
    },
  );

  it('never shows twelve digits that stand alone, whatever stands around them', () => {
    const iin = fc.stringMatching(/^\d{12}$/);
    const around = fc.string().filter((text) => !/\d/.test(text));
    fc.assert(
      fc.property(around, iin, around, (before, digits, after) => {
        expect(redactText(`${before}${digits}${after}`)).not.toContain(digits);
      }),
    );
  });
});

describe('a value in a log', () => {
  it('loses what names a person or a secret, by the field, at any depth', () => {
    const logged = redact({
      headers: { authorization: 'Bearer x', host: 'api' },
      body: { applicant: { iin: 'x' }, members: [{ fullName: 'Testova', address: 'Street 1', n: 1 }] },
    });
    expect(logged).toEqual({
      headers: { authorization: '[redacted]', host: 'api' },
      body: { applicant: '[redacted]', members: [{ fullName: '[redacted]', address: '[redacted]', n: 1 }] },
    });
  });

  it('masks an IIN that came as a number, and keeps a log position of twelve digits', () => {
    expect(redact({ value: 791028302728, position: 123456789012 })).toEqual({
      value: '7910****2728',
      position: 123456789012,
    });
  });

  it('tells an error with its cause, redacted', () => {
    const logged = redact(new Error('no 791028302728', { cause: new TypeError('mongodb://a:b@c') }));
    expect(logged).toMatchObject({
      type: 'Error',
      message: 'no 7910****2728',
      cause: { type: 'TypeError', message: 'mongodb://***@c' },
    });
  });

  it('ends at six levels, so that a circle does not hang it', () => {
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    expect(JSON.stringify(redact(circle))).toBe(`${'{"again":'.repeat(6)}"[deeper]"${'}'.repeat(6)}`);
  });
});
