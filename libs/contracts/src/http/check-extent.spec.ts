import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { SubmitApplicationDto } from '../casework/submit-application.dto.js';
import { checkFields } from './check-fields.js';
import { applicationBody } from '../testing/bodies.js';
import { WhatIfDto } from '../casework/what-if.dto.js';

const errorsOf = (shape: new () => object, body: unknown) => checkFields(shape, body).errors;
const pathsOf = (shape: new () => object, body: unknown) => errorsOf(shape, body).map(({ path }) => path);

describe('what is too large', () => {
  const empties = Array.from({ length: 19_000 }, () => ({}));
  const names = Object.fromEntries(empties.map((_, index) => [`field${index}`, 1]));

  it.each([
    ['a list', { familyMembers: empties }, 'familyMembers', 'must hold at most 50'],
    ['a list of texts', { claims: empties }, 'claims', 'must hold at most 20'],
    ['a list for an object', { applicant: empties }, 'applicant', 'must be an object'],
    ['a list for a text', { freeCategory: empties }, 'freeCategory', 'must be a string'],
    ['a list for a word', { channel: empties }, 'channel', 'must be one value, not a list or an object'],
    [
      'a list for the kind of payment',
      { payment: { mode: empties } },
      'payment.mode',
      'must be one value, not a list or an object',
    ],
    ['a list in a list', { familyMembers: [empties] }, 'familyMembers', 'each must be an object'],
    ['an object for a list', { familyMembers: names }, 'familyMembers', 'must be a list'],
    ['a list that nobody asked for', { more: empties }, 'more', 'is not a field that is known here'],
    [
      'a text',
      { freeCategory: 'x'.repeat(900_000) },
      'freeCategory',
      'must be shorter than or equal to 200 characters',
    ],
    [
      'a text in a list',
      { claims: ['x'.repeat(900_000)] },
      'claims',
      'each must be shorter than or equal to 100 characters',
    ],
  ])('is refused by its size, and nothing in or beside it is checked: %s', (_, overrides, path, message) => {
    const { payment: _payment, ...body } = applicationBody({ officeId: 'no key', ...overrides });
    const given = 'payment' in overrides ? { ...body, ...overrides } : body;
    expect(errorsOf(SubmitApplicationDto, given)).toEqual([{ path, message }]);
  });

  it('is refused by the number of its fields, at any depth', () => {
    const unknown = { message: 'is not a field that is known here' };
    const first = (parent: string) =>
      Array.from({ length: 100 }, (_, n) => ({ path: `${parent}field${n}`, ...unknown }));
    expect(errorsOf(SubmitApplicationDto, names)).toEqual(first(''));
    expect(errorsOf(SubmitApplicationDto, { payment: { mode: 'SINGLE', ...names } })).toEqual(first('payment.'));
    expect(errorsOf(SubmitApplicationDto, { familyMembers: [names] })).toEqual(first('familyMembers.0.'));
  });

  it('is refused where a field may be of any shape, too', () => {
    const event = (data: unknown) => ({ changes: { events: [{ type: 'DecisionSigned', data }] }, colour: 'red' });
    const path = 'changes.events.0.data';
    expect(errorsOf(WhatIfDto, event({ deep: { in: empties } }))).toContainEqual({
      path,
      message: 'must hold at most 1000 values',
    });
    expect(errorsOf(WhatIfDto, event(empties))).toContainEqual({ path, message: 'must be an object' });
    expect(pathsOf(WhatIfDto, event({ list: Array(998).fill(1) }))).toEqual(['colour']);
    expect(pathsOf(WhatIfDto, event({ list: Array(999).fill(1) }))).toEqual(['colour', path]);
  });

  it('is no text of as many characters as it may have, however many units each takes', () => {
    const letter = '\u{1f3e0}\ufe0f';
    expect(pathsOf(SubmitApplicationDto, applicationBody({ freeCategory: letter.repeat(200) }))).toEqual([]);
    expect(pathsOf(SubmitApplicationDto, applicationBody({ freeCategory: letter.repeat(201) }))).toEqual([
      'freeCategory',
    ]);
  });
});
