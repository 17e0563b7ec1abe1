import { describe, expect, it } from '@jest/globals';
import { decideCommission, eventsOf, eventsTo, given, pathTo, submitApplication } from '../testing/index.js';
import { Refusal } from '../refusal.js';
import { refuse } from './refuse.js';
import { everyRefusal, together } from './together.js';

const refusing = (code: 'case-closed' | 'receipt-missing' | 'not-delivered') => () => {
  throw refuse(code);
};

const codesOf = (refusal: Refusal | null): readonly string[] =>
  refusal === null ? [] : everyRefusal(refusal).map(({ code }) => code);

const thrownBy = (ask: () => unknown): Refusal | null => {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

describe('gates of which none rests on another', () => {
  it('give what each gives where none says no', () =>
    expect(
      together(
        () => 1,
        () => 'two',
      ),
    ).toEqual([1, 'two']));

  it('are all asked, and the first that says no is thrown with the others beside it', () =>
    expect(codesOf(thrownBy(() => together(refusing('receipt-missing'), () => 1, refusing('not-delivered'))))).toEqual([
      'receipt-missing',
      'not-delivered',
    ]));

  it('may hold others, and say the same only once', () =>
    expect(
      codesOf(
        thrownBy(() =>
          together(
            () => together(refusing('case-closed'), refusing('receipt-missing')),
            refusing('receipt-missing'),
            refusing('not-delivered'),
          ),
        ),
      ),
    ).toEqual(['case-closed', 'receipt-missing', 'not-delivered']));

  it('pass on what is no refusal', () =>
    expect(() =>
      together(refusing('case-closed'), () => {
        throw new TypeError('a fault of ours');
      }),
    ).toThrow(TypeError));
});

describe('a command that several rules refuse', () => {
  it('is told each of them that rests on no other: an application', () => {
    const { refusal } = given([]).when(
      submitApplication({
        nominalOwnerIin: '061211600012',
        consents: { useOfSecrets: false, personalData: false },
        payment: { mode: 'INSTALMENTS', years: 40, initialContribution: 1 },
      }),
    );
    expect(codesOf(refusal)).toEqual([
      'secrets-consent-missing',
      'personal-data-consent-missing',
      'nominal-owner-not-in-application',
      'instalment-years-not-allowed',
    ]);
  });

  it('is told each of them: a decision of the commission', () => {
    const { refusal } = given(eventsOf(pathTo('COMMISSION_FORMED'))).when(
      decideCommission({ priceBasis: null, votes: [] }),
    );
    expect(codesOf(refusal)).toEqual(['price-basis-missing', 'no-quorum', 'not-adopted']);
  });

  it('is told the gate alone before the step is reached: all else rests on it', () => {
    const { refusal } = given(eventsTo('REGISTERED')).when(decideCommission({ priceBasis: null, votes: [] }));
    expect(codesOf(refusal)).toEqual(['commission-not-formed']);
  });
});
