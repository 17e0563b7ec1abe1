import { describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import * as fc from 'fast-check';
import { CommandError } from '../errors.js';
import { documentValue, Elements, Type, type Value } from './value.js';
import { validateDocument } from './checks.js';

const sample = Buffer.from(
  serialize({
    _id: 'case',
    n: 1,
    d: 1.5,
    at: new Date(0),
    t: true,
    x: null,
    r: /a/i,
    a: [1, 'b', { c: [] }],
    o: { p: { q: 1n } },
    b: Buffer.from('x'),
  }),
);

/** Reads everything in a document. */
const walk = ({ type, bytes, at }: Value): void => {
  if (type !== Type.object && type !== Type.array) return;
  const elements = new Elements(bytes, at);
  while (elements.next()) walk(elements.value);
};

const outcomeOf = (bytes: Buffer): unknown => {
  try {
    validateDocument(bytes, 0, bytes.length);
    walk(documentValue(bytes));
    return 'taken';
  } catch (error) {
    return error;
  }
};

describe('what comes in', () => {
  it('is taken where it is whole', () => {
    expect(validateDocument(sample, 0, sample.length)).toBe(sample.length);
    expect(outcomeOf(sample)).toBe('taken');
  });

  it('is refused or readable to its end, whatever bytes were changed', () => {
    const change = fc.tuple(fc.nat({ max: sample.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Buffer.from(sample);
        for (const [at, byte] of changes) bytes[at] = byte;
        const outcome = outcomeOf(bytes);
        expect(outcome === 'taken' || outcome instanceof CommandError).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is refused where it is cut short', () => {
    for (let length = 0; length < sample.length; length += 1)
      expect(outcomeOf(sample.subarray(0, length))).not.toBe('taken');
  });

  it('is refused where it nests too deep', () => {
    let nested: object = {};
    for (let i = 0; i < 200; i += 1) nested = { nested };
    expect(outcomeOf(Buffer.from(serialize(nested)))).toMatchObject({ code: 22 });
  });

  it('is refused by name where a type is none that is stored', () => {
    const code = Buffer.from([0x12, 0, 0, 0, 0x0d, 0x66, 0, 6, 0, 0, 0, 0x61, 0x28, 0x29, 0x3b, 0x31, 0, 0]);
    code.writeInt32LE(code.length);
    expect(outcomeOf(code)).toMatchObject({ code: 238, message: expect.stringContaining('javascript') });
  });
});
