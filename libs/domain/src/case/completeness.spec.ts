import { describe, expect, it } from '@jest/globals';
import {
  confirmCompleteness,
  eventsOf,
  given,
  recordStateData,
  registerApplication,
  sampleDocument,
  sampleDocuments,
  submitApplication,
} from '../testing/index.js';
import type { RegisterOutcome, StateRegister } from './case.types.js';

type Filing = Parameters<typeof submitApplication>[0];
type Answer = readonly [StateRegister, RegisterOutcome];

/** A registered case that claims something, after the answers of registers. */
const after = (claim: string, answers: readonly Answer[], filing: Filing = {}) =>
  eventsOf([
    submitApplication({ claims: [claim], ...filing }),
    registerApplication(),
    ...answers.map(([register, outcome]) => recordStateData({ register, outcome })),
  ]);

const confirm = confirmCompleteness();

describe.each([
  { what: 'social vulnerability', claim: 'SOCIALLY_VULNERABLE', register: 'SOCIAL_STATUS', type: 'D5', rule: 'R-64' },
  { what: 'a family', claim: 'COURT_RECOGNIZED_FAMILY', register: 'COURT_DECISIONS', type: 'D4', rule: 'R-63' },
] as const)('the proof of $what ($rule)', ({ claim, register, type, rule }) => {
  it('is due where it is claimed and the register has found nothing', () =>
    given(after(claim, [[register, 'NOT_FOUND']]))
      .when(confirm)
      .isRefused('package-incomplete', { defects: [`MISSING ${type} (${rule})`] }));

  it('counts as present where the register has found it (A12)', () =>
    given(after(claim, [[register, 'FOUND']]))
      .when(confirm)
      .gives('CompletenessConfirmed'));

  it.each<[string, Answer[]]>([
    ['has not been asked', []],
    ['is out of order', [[register, 'UNAVAILABLE']]],
  ])('is neither there nor missing while the register %s: an outage is not incompleteness (R-69)', (_, answers) =>
    given(after(claim, answers))
      .when(confirm)
      .isRefused('state-data-awaited', { registers: [register] }),
  );

  it('is what the applicant brought, whatever the register says', () =>
    given(after(claim, [[register, 'NOT_FOUND']], { documents: [...sampleDocuments, sampleDocument({ type })] }))
      .when(confirm)
      .gives('CompletenessConfirmed'));
});

describe('an act of family status (R-61)', () => {
  const claim = 'FAMILY_STATUS_ACT';
  const neither: readonly Answer[] = [
    ['MARRIAGE_DIVORCE', 'NOT_FOUND'],
    ['BIRTH', 'NOT_FOUND'],
  ];

  it('counts as present where one of three registers has found it', () =>
    given(after(claim, [...neither, ['DEATH', 'FOUND']]))
      .when(confirm)
      .gives('CompletenessConfirmed'));

  it('is awaited until the last of them has answered', () =>
    given(after(claim, neither))
      .when(confirm)
      .isRefused('state-data-awaited', { registers: ['DEATH'] }));

  it('is due where none of them has found it', () =>
    given(after(claim, [...neither, ['DEATH', 'NOT_FOUND']]))
      .when(confirm)
      .isRefused('package-incomplete', { defects: ['MISSING D2 (R-61)'] }));
});

describe('what is awaited', () => {
  it('is named in a sentence', () =>
    expect(given(after('SOCIALLY_VULNERABLE', [])).when(confirm).refusal?.message).toBe(
      'The state registers that hold what is missing have not answered yet: social vulnerability. An outage is not incompleteness.',
    ));

  it('does not hide what is missing besides', () =>
    given(after('SOCIALLY_VULNERABLE', [], { documents: [] }))
      .when(confirm)
      .isRefused('package-incomplete', { defects: ['MISSING D3 (R-62)', 'MISSING D8 (R-67)'] }));
});

describe('a copy that had expired (R-71)', () => {
  const documents = [...sampleDocuments, sampleDocument({ type: 'D5', expiresOn: '2025-03-02' })];

  it('is made up for by the register that has found what it proves', () =>
    given(after('SOCIALLY_VULNERABLE', [['SOCIAL_STATUS', 'FOUND']], { documents }))
      .when(confirm)
      .gives('CompletenessConfirmed'));

  it('is a defect of its own where no register has answered', () =>
    given(after('SOCIALLY_VULNERABLE', [], { documents }))
      .when(confirm)
      .isRefused('package-incomplete', { defects: ['EXPIRED D5 (R-71)'] }));
});
