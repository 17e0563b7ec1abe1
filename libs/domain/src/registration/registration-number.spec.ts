import { describe, expect, it } from '@jest/globals';
import {
  registrationIndexDecider,
  registrationNumberDecider,
  type RegistrationNumberCommand,
  type RegistrationNumberEvent,
} from './registration-number.js';

const of = (caseId: string) => ({ officeId: 'o', number: '1', caseId, at: 't' });
const claim = (caseId: string, holder?: string, claimedAt = 't') =>
  ({
    type: 'ClaimRegistrationNumber',
    ...of(caseId),
    emptyClaim: holder === undefined ? null : { holder, claimedAt },
  }) as const;
const index = (caseId: string) => ({ type: 'IndexRegistrationNumber', ...of(caseId) }) as const;
const release = (caseId: string) => ({ type: 'ReleaseRegistrationNumber', ...of(caseId) }) as const;

const told = (...commands: readonly RegistrationNumberCommand[]): readonly string[] => {
  const { initial, decide, evolve } = registrationNumberDecider;
  const all: RegistrationNumberEvent[] = [];
  for (const command of commands) all.push(...decide(command, all.reduce(evolve, initial)));
  return all.map(({ type, data }) => `${type.slice('RegistrationNumber'.length)} ${data.caseId}`);
};

describe('a registration number of an office (A29)', () => {
  it('is given once', () => {
    expect(told(claim('a'), claim('a'))).toEqual(['Claimed a']);
    expect(() => told(claim('a'), claim('b'))).toThrow(
      expect.objectContaining({ code: 'registration-number-given', rule: null, facts: {} }),
    );
  });

  it('is taken over from a case that was not registered under it', () =>
    expect(told(claim('a'), claim('b', 'a'))).toEqual(['Claimed a', 'Released a', 'Claimed b']));

  it('is not taken over by who has seen an older claim, and an old claim is renewed by its own case', () => {
    expect(() => told(claim('a'), claim('b', 'a', 'before'))).toThrow(
      expect.objectContaining({ code: 'registration-number-given' }),
    );
    expect(told(claim('a'), claim('a', 'a'))).toEqual(['Claimed a', 'Claimed a']);
  });

  it('is released by its holder alone', () =>
    expect(told(claim('a'), release('b'), release('a'), claim('b'))).toEqual(['Claimed a', 'Released a', 'Claimed b']));

  it('that several cases had before stays with the first, and each other is told once', () =>
    expect(told(index('a'), index('b'), index('a'), index('b'), index('c'))).toEqual([
      'Claimed a',
      'Repeated b',
      'Repeated c',
    ]));

  it('is indexed once', () => {
    const { initial, decide, evolve } = registrationIndexDecider;
    const [indexed] = decide({ numbers: 2, at: 't' }, initial);
    expect(indexed).toEqual({ type: 'RegistrationNumbersIndexed', data: { numbers: 2, at: 't' } });
    expect(indexed && decide({ numbers: 2, at: 't' }, evolve())).toEqual([]);
  });
});
