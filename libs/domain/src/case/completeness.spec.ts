import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addDocument,
  caseAfter,
  confirmCompleteness,
  eventsOf,
  given,
  recordFamilyData,
  recordStateData,
  registerApplication,
  sampleAnswers,
  sampleDocument,
  sampleDocuments,
  sampleIins,
  stateFamilyAct,
  submitApplication,
} from '../testing/index.js';
import type { CaseCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import { type FamilyAct, type RegisterOutcome, type StateRegister, stateRegisters } from './case.types.js';
import { defectsOf, unaskedOf } from './completeness.js';
import { isSubmitted, type SubmittedCase } from './case.state.js';

type Filing = Parameters<typeof submitApplication>[0];
type Answer = readonly [StateRegister, RegisterOutcome];
const both: readonly string[] = [sampleIins.adult, sampleIins.old];

/** The answer of a register about one of the two, or about each. */
const told = ([register, outcome]: Answer, iins: readonly string[] = both): readonly CaseCommand[] =>
  iins.map((subjectIin) => recordStateData({ register, outcome, subjectIin, summary: 'said so' }));

/** All other registers were asked, and know nothing that is due. */
const rest = (answers: readonly Answer[]): CaseCommand =>
  recordFamilyData({
    answers: sampleAnswers(both).filter(({ register }) => answers.every(([asked]) => asked !== register)),
  });

/** A registered case that claims something, after the answers of registers on both of its people. */
const after = (claim: string, answers: readonly Answer[], filing: Filing = {}, asked = answers) =>
  eventsOf([
    submitApplication({ claims: [claim], ...filing }),
    rest(asked),
    registerApplication(),
    ...answers.flatMap((answer) => told(answer)),
  ]);

const confirm = confirmCompleteness();

describe.each([
  { what: 'social vulnerability', claim: 'SOCIALLY_VULNERABLE', register: 'SOCIAL_STATUS', type: 'D5', rule: 'R-64' },
  { what: 'a family', claim: 'COURT_RECOGNIZED_FAMILY', register: 'COURT_DECISIONS', type: 'D4', rule: 'R-63' },
] as const)('the proof of $what ($rule)', ({ claim, register, type, rule }) => {
  it('is due where it is claimed and the register has found nothing of anybody', () =>
    given(after(claim, [[register, 'NOT_FOUND']]))
      .when(confirm)
      .isRefused('package-incomplete', { defects: [`MISSING ${type} (${rule})`] }));

  it('counts as present where the register has found it of one of the family (A12)', () =>
    given([
      ...after(claim, [[register, 'NOT_FOUND']]),
      ...given(after(claim, [])).when(told([register, 'FOUND'])[1]!).events,
    ])
      .when(confirm)
      .gives('CompletenessConfirmed'));

  it.each<[string, Answer[]]>([
    ['has not been asked', []],
    ['is out of order', [[register, 'UNAVAILABLE']]],
  ])('is neither there nor missing while the register %s: an outage is not incompleteness (R-69)', (_, answers) =>
    given(after(claim, answers, {}, [[register, 'UNAVAILABLE']]))
      .when(confirm)
      .isRefused('state-data-awaited', { registers: [register] }),
  );

  it('is what the applicant brought, whatever the register says', () =>
    given(after(claim, [[register, 'NOT_FOUND']], { documents: [...sampleDocuments, sampleDocument({ type })] }))
      .when(confirm)
      .gives('CompletenessConfirmed'));
});

describe('an act of family status that is claimed and not stated (R-61)', () => {
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
    given(after(claim, neither, {}, [...neither, ['DEATH', 'UNAVAILABLE']]))
      .when(confirm)
      .isRefused('state-data-awaited', { registers: ['DEATH'] }));

  it('is due where none of them has found it', () =>
    given(after(claim, [...neither, ['DEATH', 'NOT_FOUND']]))
      .when(confirm)
      .isRefused('package-incomplete', { defects: ['MISSING D2 (R-61)'] }));
});

describe('an act of family status that is stated (R-61, item 8)', () => {
  const state = (act: FamilyAct, actOn: string | null, subjectIin: string = sampleIins.adult) =>
    stateFamilyAct({ act, actOn, subjectIin });
  const births = [state('BIRTH', '2012-05-04'), state('BIRTH', '2014-05-04', sampleIins.old)];
  const birthOf = (subjectIin: string, outcome: RegisterOutcome) => told(['BIRTH', outcome], [subjectIin]);
  const paperOf = (subjectIin: string) =>
    addDocument({ document: sampleDocument({ type: 'D2' }), subjectIin, act: 'BIRTH' });
  const registered = (...commands: readonly CaseCommand[]) =>
    eventsOf([submitApplication(), registerApplication(), ...commands]);

  it('is missing for the one of whom the register found nothing, not for the other', () =>
    given(registered(...births, ...birthOf(sampleIins.adult, 'FOUND'), ...birthOf(sampleIins.old, 'NOT_FOUND')))
      .when(confirm)
      .isRefused('package-incomplete', { defects: ['MISSING D2 (R-61, BIRTH, person 1)'] }));

  it('is proved by the paper of its own person, and by no other', () => {
    const bothMissing = [...births, ...birthOf(sampleIins.adult, 'NOT_FOUND'), ...birthOf(sampleIins.old, 'NOT_FOUND')];
    given(registered(...bothMissing, paperOf(sampleIins.old)))
      .when(confirm)
      .isRefused('package-incomplete', { defects: ['MISSING D2 (R-61, BIRTH, person 0)'] });
    given(registered(...bothMissing, paperOf(sampleIins.old), paperOf(sampleIins.adult)))
      .when(confirm)
      .isRefused('family-not-asked-about');
  });

  it.each([
    ['MARRIAGE', '2008-06-01', '2008-06-02', 'MARRIAGE_DIVORCE'],
    ['DISSOLUTION', '2008-06-01', '2008-06-02', 'MARRIAGE_DIVORCE'],
    ['DEATH', '2007-08-13', '2007-08-14', 'DEATH'],
    ['BIRTH', '2007-08-13', '2007-08-14', 'BIRTH'],
  ] as const)(
    'is asked for at once where it is a %s of %s or before, and of the register from %s on (A12)',
    (act, last, first, register) => {
      given(registered(state(act, last)))
        .when(confirm)
        .isRefused('package-incomplete', { defects: [`MISSING D2 (R-61, ${act}, person 0)`] });
      given(registered(state(act, first)))
        .when(confirm)
        .isRefused('state-data-awaited', { registers: [register] });
      given(registered(state(act, last), ...told([register, 'FOUND'])))
        .when(confirm)
        .isRefused('family-not-asked-about');
    },
  );

  it('is of the day that was said last, and of none where that was taken back', () => {
    given(registered(state('BIRTH', '2005-05-04'), state('BIRTH', '2012-05-04')))
      .when(confirm)
      .isRefused('state-data-awaited', { registers: ['BIRTH'] });
    given(registered(state('BIRTH', '2005-05-04'), state('BIRTH', null)))
      .when(confirm)
      .isRefused('family-not-asked-about');
  });
});

describe('what is awaited', () => {
  it('is named in a sentence', () =>
    expect(
      given(after('SOCIALLY_VULNERABLE', [], {}, [['SOCIAL_STATUS', 'FOUND']])).when(confirm).refusal?.message,
    ).toBe(
      'The state registers that hold what is missing have not answered yet: social vulnerability. An outage is not incompleteness.',
    ));

  it('does not hide what is missing besides', () =>
    given(after('SOCIALLY_VULNERABLE', [], { documents: [] }, [['SOCIAL_STATUS', 'FOUND']]))
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

describe('the questions about the family (R-69, item 8)', () => {
  const withFew = (answers: ReturnType<typeof sampleAnswers>) =>
    eventsOf([submitApplication(), recordFamilyData({ answers }), registerApplication()]);

  it('are of every register about every person, before completeness is confirmed', () => {
    const all = sampleAnswers(both);
    given(withFew(all)).when(confirm).gives('CompletenessConfirmed');
    for (const left of all) {
      const unasked = `${left.register} (person ${both.indexOf(left.subjectIin)})`;
      given(withFew(all.filter((answer) => answer !== left)))
        .when(confirm)
        .isRefused('family-not-asked-about', { unasked: [unasked] });
    }
  });

  it('are put also where the register is away: that is on record, with the reason', () => {
    const away = sampleAnswers(both).map((answer) => ({ ...answer, outcome: 'UNAVAILABLE', summary: 'down' }) as const);
    given(withFew(away)).when(confirm).gives('CompletenessConfirmed');
    given(eventsOf([submitApplication()]))
      .when(recordFamilyData({ answers: [{ ...away[0]!, summary: ' ' }] }))
      .isRefused('state-data-reason-missing', { register: 'IDENTITY' });
  });

  it('are put anew in a case whose answers name no person; what they said of documents counts on', () => {
    const events = eventsOf([
      submitApplication({ claims: ['SOCIALLY_VULNERABLE'] }),
      ...stateRegisters.map((register) => recordStateData({ register })),
    ]).map((event): CaseEvent =>
      event.type === 'StateDataReceived' ? { ...event, data: { ...event.data, person: null } } : event,
    );
    const state = caseAfter(events);
    if (!isSubmitted(state)) throw new Error('nothing was submitted');
    expect(defectsOf(state)).toEqual([]);
    expect(unaskedOf(state)).toHaveLength(16);
  });
});

describe('the answers of registers, in whatever order they are entered', () => {
  const events = eventsOf([
    submitApplication({ claims: ['SOCIALLY_VULNERABLE', 'COURT_RECOGNIZED_FAMILY', 'FAMILY_STATUS_ACT'] }),
    ...told(['SOCIAL_STATUS', 'NOT_FOUND']),
    ...told(['SOCIAL_STATUS', 'UNAVAILABLE']),
    ...told(['SOCIAL_STATUS', 'FOUND'], [sampleIins.old]),
    ...told(['BIRTH', 'FOUND'], [sampleIins.adult]),
    ...told(['COURT_DECISIONS', 'NOT_FOUND']),
    stateFamilyAct({ act: 'BIRTH', actOn: '2012-05-04', subjectIin: sampleIins.old }),
  ]);

  it('come to the same defects', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(events.slice(1), { minLength: events.length - 1 }), (order) => {
        const [one, other] = [caseAfter(events), caseAfter([...events.slice(0, 1), ...order])];
        // Both begin with the submission.
        expect(defectsOf(other as SubmittedCase)).toEqual(defectsOf(one as SubmittedCase));
      }),
    ));
});
