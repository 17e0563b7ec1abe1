import { describe, expect, it } from '@jest/globals';
import {
  confirmCompleteness,
  eventsOf,
  eventsTo,
  given,
  incompletePath,
  pathTo,
  recordStateData,
  registerApplication,
  registeredAs,
  rejectApplication,
  sampleDocument,
  sampleDocuments,
  sampleIins,
  sampleMember,
  submitApplication,
} from '../../testing/index.js';
import type { DefectKind, DocumentType, RegisterOutcome } from '../case.types.js';

const incomplete = eventsOf([
  submitApplication({ documents: [sampleDocument({ type: 'D3' })] }),
  registerApplication(),
]);
const missing = { kind: 'MISSING', documentType: 'D8', explanation: 'No proof that the rent is paid' } as const;

describe('the rejection of an application (R-33, para 6)', () => {
  it('closes the case with the list of defects', () => {
    const story = given(incomplete).when(rejectApplication());
    expect(story.events).toEqual([
      {
        type: 'ApplicationRejected',
        data: { at: '2025-03-04T11:00:00+05:00', defects: [missing], rejectedOn: '2025-03-04', notBorneOut: [] },
      },
      { type: 'CaseClosed', data: { at: '2025-03-04T11:00:00+05:00', outcome: 'REJECTED' } },
    ]);
    expect(story.state).toMatchObject({
      status: 'REJECTED',
      outcome: 'REJECTED',
      defects: [{ kind: 'MISSING', documentType: 'D8' }],
    });
  });

  it('lists at least one defect', () =>
    given(incomplete)
      .when(rejectApplication({ defects: [] }))
      .isRefused('rejection-without-defects'));

  it('may be made until the end of the second working day after registration', () => {
    given(incomplete)
      .when(rejectApplication({ at: '2025-03-05T23:59:59+05:00' }))
      .gives('ApplicationRejected', 'CaseClosed');
  });

  it('is no longer possible on the third (A4)', () => {
    const story = given(incomplete).when(rejectApplication({ at: '2025-03-06T00:00:00+05:00' }));
    story.isRefused('rejection-term-lapsed', {
      registeredOn: '2025-03-03',
      due: '2025-03-05',
      rejectedOn: '2025-03-06',
    });
    expect(story.refusal?.message).toContain('lapsed on Wednesday 5 March 2025');
  });

  it('counts working days only, from the registration', () => {
    const friday = eventsOf([
      submitApplication({ documents: [sampleDocument({ type: 'D3' })] }),
      registerApplication({ at: '2025-03-07T10:00:00+05:00' }),
    ]);
    given(friday)
      .when(rejectApplication({ at: '2025-03-12T18:00:00+05:00' }))
      .gives('ApplicationRejected', 'CaseClosed');
    given(friday)
      .when(rejectApplication({ at: '2025-03-13T09:00:00+05:00' }))
      .isRefused('rejection-term-lapsed');
  });

  it('is judged by when it was made, not by when it was entered', () =>
    given(incomplete)
      .when(rejectApplication({ enteredAt: '2025-03-20T10:00:00+05:00' }))
      .gives('ApplicationRejected', 'CaseClosed'));

  it('is not possible after completeness was confirmed', () =>
    given(eventsTo('COMPLETE'))
      .when(rejectApplication())
      .isRefused('rejection-after-completeness', { status: 'COMPLETE' }));

  it('follows the registration', () =>
    given(eventsTo('SUBMITTED')).when(rejectApplication()).isRefused('not-registered'));

  it('ends the case: nothing happens after it (A4)', () => {
    const rejected = [...incomplete, ...given(incomplete).when(rejectApplication()).events];
    given(rejected).when(confirmCompleteness()).isRefused('case-closed', { status: 'REJECTED' });
    given(rejected).when(rejectApplication()).isRefused('case-closed', { status: 'REJECTED' });
  });

  const named = (kind: DefectKind, documentType: DocumentType) =>
    rejectApplication({ defects: [{ kind, documentType, explanation: '' }] });

  it('rests only on what the file shows: required of this applicant and missing, expired, or not signed', () => {
    const history = eventsOf(
      registeredAs({
        familyMembers: [sampleMember({ consent: null })],
        claims: ['OCCUPATION'],
        documents: [sampleDocument({ type: 'D3', expiresOn: '2025-01-01' })],
      }),
    );
    for (const [kind, documentType] of [
      ['MISSING', 'D6'],
      ['MISSING', 'D8'],
      ['EXPIRED', 'D3'],
      ['UNSIGNED', 'D1'],
    ] as const)
      given(history).when(named(kind, documentType)).gives('ApplicationRejected', 'CaseClosed');
    for (const [kind, documentType] of [
      ['MISSING', 'D1'],
      ['MISSING', 'D2'],
      ['MISSING', 'D3'],
      ['MISSING', 'D4'],
      ['MISSING', 'D5'],
      ['MISSING', 'D7'],
      ['MISSING', 'D9'],
      ['EXPIRED', 'D8'],
      ['UNSIGNED', 'D3'],
    ] as const)
      given(history).when(named(kind, documentType)).isRefused('defect-not-borne-out', { kind, documentType });
  });

  it('names the one defect of several that the file does not show', () =>
    given(incomplete)
      .when(rejectApplication({ defects: [missing, { kind: 'EXPIRED', documentType: 'D3', explanation: '' }] }))
      .isRefused('defect-not-borne-out', { kind: 'EXPIRED', documentType: 'D3' }));

  it('rests on no signature that nobody owes: all adults have signed', () =>
    given(eventsTo('REGISTERED')).when(named('UNSIGNED', 'D1')).isRefused('defect-not-borne-out'));

  it.each([
    ['D2', 'BIRTH'],
    ['D4', 'COURT_DECISIONS'],
    ['D5', 'SOCIAL_STATUS'],
  ] as const)('does not rest on a document %s that the register %s has found (R-70)', (documentType, register) => {
    const found = eventsOf([...pathTo('REGISTERED', incompletePath), recordStateData({ register })]);
    for (const kind of ['MISSING', 'EXPIRED'] as const) {
      given(found)
        .when(rejectApplication({ defects: [missing, { kind, documentType, explanation: '' }] }))
        .isRefused('document-held-by-state', { documentType, registers: [register] });
    }
  });

  it('does not rest on a document of which a register has yet to answer: an outage is not incompleteness (A12)', () => {
    const claimed = [submitApplication({ claims: ['COURT_RECOGNIZED_FAMILY'] }), registerApplication()];
    const about = (subjectIin: string, outcome: RegisterOutcome) =>
      recordStateData({ register: 'COURT_DECISIONS', subjectIin, outcome });
    const awaited = { documentType: 'D4', registers: ['COURT_DECISIONS'] };
    const withoutD4 = named('MISSING', 'D4');
    given(eventsOf(claimed)).when(withoutD4).isRefused('state-data-awaited', awaited);
    given(eventsOf([...claimed, about(sampleIins.adult, 'NOT_FOUND'), about(sampleIins.old, 'UNAVAILABLE')]))
      .when(withoutD4)
      .isRefused('state-data-awaited', awaited);
    given(eventsOf([...claimed, about(sampleIins.adult, 'NOT_FOUND'), about(sampleIins.old, 'NOT_FOUND')]))
      .when(withoutD4)
      .gives('ApplicationRejected', 'CaseClosed');
  });

  it('rests on a copy that had expired, where no register has found what it proves (R-71)', () => {
    const documents = [...sampleDocuments, sampleDocument({ type: 'D5', expiresOn: '2025-03-02' })];
    given(eventsOf([submitApplication({ documents }), registerApplication()]))
      .when(rejectApplication({ defects: [{ kind: 'EXPIRED', documentType: 'D5', explanation: '' }] }))
      .gives('ApplicationRejected', 'CaseClosed');
  });
});
