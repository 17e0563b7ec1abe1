import { describe, expect, it } from '@jest/globals';
import { Binary, Double, Int32, Long, ObjectId } from 'bson';
import * as fc from 'fast-check';
import { valueOf } from '../testing/values.js';
import { keyOf, KeyWriter, successor } from './key.js';
import { Type, valueFrom } from './value.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('\0', '\x01', 'a', 'я', '\u{1F600}'), maxLength: 4 }),
);
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const number = fc.oneof(
  fc.integer().map((n) => new Int32(n)),
  fc.double().map((n) => new Double(n)),
  fc.integer({ min: -3, max: 3 }).map((n) => new Double(n)),
  long.map((n) => Long.fromBigInt(n)),
  fc.integer({ min: -9, max: 9 }).map((n) => Long.fromBigInt(2n ** 60n + BigInt(n))),
);
const scalar = fc.oneof(
  number,
  text,
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
  fc.nat({ max: 3 }).map((n) => ObjectId.createFromHexString(String(n).padStart(24, '0'))),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', ''), tie('value'), { maxKeys: 3 }),
  ),
}));

/** BSON comparison as the manual gives it, over JavaScript values. */
const ranks = ['null', 'number', 'string', 'object', 'array', 'Binary', 'ObjectId', 'boolean', 'date'];

const kindOf = (one: unknown): string => {
  if (one === null) return 'null';
  if (Array.isArray(one)) return 'array';
  if (one instanceof Date) return 'date';
  if (one instanceof Int32 || one instanceof Double || one instanceof Long) return 'number';
  // Only BSON's own classes have such a field.
  const { _bsontype: name } = Object(one) as { _bsontype?: string };
  return name ?? typeof one;
};

const byOrder = <T>(a: T, b: T): number => Number(a > b) - Number(a < b);

const numeric = (one: Int32 | Double | Long): number | bigint => (one instanceof Long ? one.toBigInt() : one.value);

const compareNumbers = (a: number | bigint, b: number | bigint): number => {
  const [aIsNone, bIsNone] = [Number.isNaN(a), Number.isNaN(b)];
  return aIsNone || bIsNone ? Number(bIsNone) - Number(aIsNone) : byOrder(a, b);
};

const compareFields = (a: [string, unknown][], b: [string, unknown][]): number => {
  for (const [i, [name, inner]] of a.entries()) {
    const other = b[i];
    if (!other) return 1;
    const order =
      ranks.indexOf(kindOf(inner)) - ranks.indexOf(kindOf(other[1])) ||
      Buffer.compare(Buffer.from(name), Buffer.from(other[0])) ||
      reference(inner, other[1]);
    if (order !== 0) return Math.sign(order);
  }
  return a.length - b.length;
};

const within: Readonly<Record<string, (a: never, b: never) => number>> = {
  number: (a: Int32, b: Int32) => compareNumbers(numeric(a), numeric(b)),
  string: (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b)),
  object: (a: object, b: object) => compareFields(Object.entries(a), Object.entries(b)),
  array: (a: unknown[], b: unknown[]) => compareFields(Object.entries(a), Object.entries(b)),
  Binary: (a: Binary, b: Binary) => a.length() - b.length() || Buffer.compare(a.buffer, b.buffer),
  ObjectId: (a: ObjectId, b: ObjectId) => Buffer.compare(a.id, b.id),
  boolean: (a: boolean, b: boolean) => Number(a) - Number(b),
  date: (a: Date, b: Date) => byOrder(a.getTime(), b.getTime()),
};

const reference = (a: unknown, b: unknown): number => {
  const [rank, other] = [ranks.indexOf(kindOf(a)), ranks.indexOf(kindOf(b))];
  if (rank !== other) return Math.sign(rank - other);
  return Math.sign(within[kindOf(a)]?.(a as never, b as never) ?? 0);
};

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);

describe('the encoding of values', () => {
  it('orders as BSON comparison does', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Buffer.compare(keyOf(valueOf(a)), keyOf(valueOf(b)))).toBe(reference(a, b));
      }),
      { numRuns: 3_000 },
    );
  });

  it('orders numbers of all kinds exactly', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(Buffer.compare(keyOf(valueOf(a)), keyOf(valueOf(b)))).toBe(reference(a, b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never the beginning of another one, so that several may stand side by side', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [one, other] = [keyOf(valueOf(a)), keyOf(valueOf(b))];
        expect(startsWith(one, other) || startsWith(other, one)).toBe(one.equals(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('turned around orders the other way', () => {
    const turned = (one: unknown): Buffer => {
      const writer = new KeyWriter().write(valueOf(one));
      writer.invert(0);
      return writer.take();
    };
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Buffer.compare(turned(a), turned(b))).toBe(reference(b, a) + 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is followed by the successor of its bytes and by nothing in between', () => {
    expect(successor(Buffer.from([1, 2]))).toEqual(Buffer.from([1, 3]));
    expect(successor(Buffer.from([1, 0xff, 0xff]))).toEqual(Buffer.from([2]));
  });

  it.each(['decimal', 'timestamp', 'regex', 'minKey', 'maxKey'] as const)('refuses a %s by name', (name) => {
    const rare = valueFrom(Type[name], Buffer.alloc(16));
    expect(() => keyOf(rare)).toThrow(`comparing or indexing a value of type ${name} is not implemented`);
  });
});
