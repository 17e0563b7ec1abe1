import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { canonicalMembers, canonicalText, objectText } from './canonical-text.js';

/** What a way to make canonical text answers, or the name of what it throws. */
const outcome = (make: () => string): string => {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error.name : 'not an error';
  }
};
const byWayOfValues = (json: string): string => canonicalJson(JSON.parse(json));

describe('the canonical text of a JSON text', () => {
  it('is that of the value which the text says', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        expect(outcome(() => canonicalText(json))).toBe(outcome(() => byWayOfValues(json)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused wherever the value is, in texts that are nearly JSON', () => {
    const signs = fc.constantFrom(...'{}[]",:-019.eE+ \n\\ntrue"a"null'.split(''), '"b":', 'false', '-Infinity', 'NaN');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const json = parts.join('');
        expect(outcome(() => canonicalText(json))).toBe(outcome(() => byWayOfValues(json)));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['{"b":1,"a":{"d":[],"c":{}}}', '{"a":{"c":{},"d":[]},"b":1}'],
    ['{"a":[{"y":"Әуезов","x":-1.5}],"10":1,"2":0}', '{"10":1,"2":0,"a":[{"x":-1.5,"y":"Әуезов"}]}'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['{ "a" : 1.0 }', '{"a":1}'],
    ['[-0,1e21]', '[0,1e+21]'],
  ])('of %s is %s', (json, text) => {
    expect(canonicalText(json)).toBe(text);
  });

  it.each(['', '{', '{"a":1}}', '[1,]', '-Infinity', '{"a"}', '{"a":undefined}', '['.repeat(120)])(
    'is none of %s',
    (json) => {
      expect(() => canonicalText(json)).toThrow(SyntaxError);
    },
  );
});

describe('the members of a JSON object', () => {
  it('are sorted, and make its canonical text again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const members = canonicalMembers(JSON.stringify(value));
        expect(members && objectText(members)).toBe(canonicalText(JSON.stringify(value)));
      }),
    );
  });

  it.each(['1', '[]', 'null', '"a"', ' [] '])('are none in %s', (json) => {
    expect(canonicalMembers(json)).toBeNull();
  });
});
