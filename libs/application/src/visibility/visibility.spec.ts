import { describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import { roles } from '@app/platform';
import { looksLikeIin, withoutIins } from './iin-in-text.js';
import { fieldOf, maskedData, placesOf, withoutFreeText } from './masked-data.js';
import { looksUpPersons, needsPurpose, visibilityOf } from './policy.js';

const iin = '010115100004';
const nothing = (): boolean => false;

describe('the policy', () => {
  it('asks those who watch and judge for a purpose, and lets nobody else look cases up by a person but who works on them', () => {
    expect(roles.filter(needsPurpose)).toEqual([
      'authorized-body',
      'quality-officer',
      'quality-monitor',
      'auditor',
      'administrator',
    ]);
    expect(roles.filter((role) => !looksUpPersons(role))).toEqual(['property-officer', 'communal-property-officer']);
    expect(visibilityOf('property-officer', 'FREE_TEXT')).toBe('MASKED');
  });
});

describe('the places of events', () => {
  it('are free text where they are named nowhere: what a schema declares from now on is masked at once', () => {
    expect(fieldOf('DecisionSigned', 'somethingNew')).toBe('FREE_TEXT');
    expect(fieldOf('ApplicationSubmitted', 'applicant')).toBe('APPLICANT');
  });

  it('are masked in what was written in clear, and left where they are sealed', () => {
    const data = { at: '2025-03-07', text: `my number is ${iin}`, late: false };
    expect(maskedData('ObjectionReceived', data, nothing)).toEqual({ at: '2025-03-07', text: '***', late: false });
    const sealed = { ...data, text: { $sealed: '2.key.digest.box' } };
    expect(maskedData('ObjectionReceived', sealed, nothing)).toEqual(sealed);
  });

  it.each(
    Object.keys(eventSchemas).filter((type) => placesOf(type).some(({ at }) => fieldOf(type, at) === 'FREE_TEXT')),
  )('of free text are hidden by what the schema says: %s', (type) => {
    for (const { at } of placesOf(type).filter((place) => fieldOf(type, place.at) === 'FREE_TEXT')) {
      const data = at
        .split('.')
        .reduceRight<unknown>((inner, step) => (step === '*' ? [inner] : { [step]: inner }), iin);
      // Every path begins with a name.
      expect(JSON.stringify(withoutFreeText(type, data as object, nothing))).not.toContain(iin);
    }
  });
});

describe('an IIN in a text', () => {
  it.each([iin, `(${iin})`, '\uff10\uff110115100004', '0101 1510 0004', '010115\u200b100004'])('is found: %s', (text) =>
    expect(looksLikeIin(`about ${text}, please`)).toBe(true),
  );

  it.each([
    '010115-100004',
    '0 1 0 1 1 5 - 1 0 0 0 0 4',
    '0101\u115f15100004',
    '01011510000\u2074',
    '\u0660\u0661\u0660115100004',
  ])('is found where a text is nothing else: %s', (text) => expect(looksLikeIin(text)).toBe(true));

  it.each(['0b8f1f4e-3f6c-5a9e-8d8b-010115100004', '2025-03-07T06:30:00.000Z', '123456789012', `REG-${iin}`])(
    'is not seen in what is none: %s',
    (text) => expect(withoutIins(text)).toBe(text),
  );
});
