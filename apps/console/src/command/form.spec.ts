import { describe, expect, it } from '@jest/globals';
import { bodyOf, moneyOf } from './body.js';
import { faultsOf } from './check.js';
import { settled, withValue, type FormSchema } from './schema.js';

const text: FormSchema = { type: 'string', maxLength: 100 };
const word = (...words: string[]): FormSchema => ({
  type: 'string',
  oneOf: words.map((one) => ({ const: one, title: one.toLowerCase() })),
});

const schema: FormSchema = {
  type: 'object',
  properties: {
    outcome: word('REFUSE', 'PRIVATIZE'),
    ground: { type: ['string', 'null'], maxLength: 100 },
    payment: {
      title: 'Payment',
      type: 'object',
      discriminator: { propertyName: 'mode' },
      oneOf: [
        { type: 'object', properties: { mode: word('SINGLE') }, required: ['mode'] },
        {
          type: 'object',
          properties: { mode: word('INSTALMENTS'), years: { type: 'integer' } },
          required: ['mode', 'years'],
        },
      ],
    },
    votes: { type: 'array', items: { type: 'object', properties: { by: text }, required: ['by'] } },
    person: { type: 'object', properties: { name: text }, required: ['name'] },
    deed: { type: ['object', 'null'], properties: { at: { type: 'string', format: 'date-time' } }, required: ['at'] },
  },
  required: ['outcome', 'payment', 'votes', 'person'],
  allOf: [
    {
      if: { properties: { outcome: { enum: ['REFUSE'] } }, required: ['outcome'] },
      // eslint-disable-next-line unicorn/no-thenable -- the word of JSON Schema; nobody awaits it
      then: { required: ['ground'], properties: { ground: {} } },
      else: { properties: { ground: { type: 'null' } } },
    },
  ],
};

const entered = (draft: object) => {
  const form = settled(schema, draft);
  const body = bodyOf(form, draft, 'Asia/Almaty');
  return { form, body, faults: [...faultsOf(form, body)] };
};

describe('a form', () => {
  it('asks for every field that is missing, each at its place', () => {
    expect(entered({ votes: [{}] }).faults.toSorted()).toEqual([
      ['outcome', 'missing'],
      ['payment.mode', 'missing'],
      ['person.name', 'missing'],
      ['votes.0.by', 'missing'],
    ]);
  });

  it('asks for what another field makes necessary, and has no place for what it rules out', () => {
    expect(entered({ outcome: 'REFUSE' }).faults).toContainEqual(['ground', 'missing']);
    const { form, body } = entered({ outcome: 'PRIVATIZE', ground: 'typed before' });
    expect(Object.keys(form.properties ?? {})).not.toContain('ground');
    expect(body).not.toHaveProperty('ground');
  });

  it('takes the alternative that its discriminator says, and keeps the words of all', () => {
    const { form, body } = entered({ payment: { mode: 'INSTALMENTS', years: '10' } });
    expect(form.properties?.['payment']).toMatchObject({
      title: 'Payment',
      properties: { mode: { oneOf: [{ const: 'SINGLE' }, { const: 'INSTALMENTS' }] }, years: { type: 'integer' } },
    });
    expect(body).toMatchObject({ payment: { mode: 'INSTALMENTS', years: 10 } });
    expect(entered({ payment: { mode: 'SINGLE', years: '10' } }).body).toMatchObject({ payment: { mode: 'SINGLE' } });
  });

  it('sends moments with the offset of the office, and leaves out what is empty', () => {
    const draft = { outcome: 'PRIVATIZE', person: { name: ' A ' }, deed: { at: '2026-01-12T10:00' }, votes: [] };
    expect(entered(draft).body).toEqual({
      outcome: 'PRIVATIZE',
      payment: {},
      votes: [],
      person: { name: 'A' },
      deed: { at: '2026-01-12T10:00:00+05:00' },
    });
    expect(entered({ person: { name: '   ' } }).faults).toContainEqual(['person.name', 'missing']);
  });

  it('changes one place and no other', () => {
    expect(withValue({ a: [{ b: 1 }, { b: 2 }], c: 3 }, ['a', 1, 'b'], 4)).toEqual({ a: [{ b: 1 }, { b: 4 }], c: 3 });
    expect(withValue(undefined, ['person', 'name'], 'A')).toEqual({ person: { name: 'A' } });
  });
});

describe('an amount', () => {
  it.each([
    ['375 000,5', '375000.50'],
    ['1,250,000.50 ₸', '1250000.50'],
    ['1.250.000', '1250000.00'],
    ['12,345', '12345.00'],
    ['007', '7.00'],
    ['0', '0.00'],
    ['12.345,6', '12345.60'],
    ['ten', 'ten'],
    ['-5', '-5'],
  ])('is read as people write it: %s', (typed, read) => {
    expect(moneyOf(typed)).toBe(read);
  });
});
