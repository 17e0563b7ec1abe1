import { describe, expect, it } from '@jest/globals';
import {
  addDocument,
  eventsOf,
  eventsTo,
  given,
  recordStateData,
  refusalPath,
  registerApplication,
  sampleDocument,
  sampleIins,
  submitApplication,
} from '../../testing/index.js';
import { createCaseDecider } from '../case.decider.js';
import { defaultCaseSettings } from '../case.settings.js';
import type { DocumentType, RegisterOutcome, StateRegister } from '../case.types.js';

const copyOf = (type: DocumentType) => addDocument({ document: sampleDocument({ type }) });
const afterAnswers = (...answers: readonly (readonly [StateRegister, RegisterOutcome])[]) =>
  eventsOf([
    submitApplication(),
    registerApplication(),
    ...answers.map(([register, outcome]) => recordStateData({ register, outcome })),
  ]);

describe('a document that is added (R-13, item 8)', () => {
  it('joins the package', () => {
    const document = sampleDocument({ type: 'D6', expiresOn: '2026-01-01' });
    const story = given(eventsTo('REGISTERED')).when(addDocument({ document }));
    expect(story.events).toEqual([
      {
        type: 'DocumentAdded',
        data: { at: '2025-03-04T09:00:00+05:00', document, subjectIin: '791028302728', person: 0, act: null },
      },
    ]);
    const { sha256 } = document;
    expect(story.state.application?.documents).toEqual([
      { type: 'D3', expiresOn: null, sha256, person: null, act: null },
      { type: 'D8', expiresOn: null, sha256, person: null, act: null },
      { type: 'D6', expiresOn: '2026-01-01', sha256, person: 0, act: null },
    ]);
  });

  it('takes the place of an expired one of its type, and of no other (R-71)', () => {
    const [old, good] = ['2025-03-02', '2026-01-01'];
    const documents = [
      sampleDocument({ type: 'D8', expiresOn: old }),
      sampleDocument({ type: 'D3', expiresOn: old }),
      sampleDocument({ type: 'D5', expiresOn: good }),
    ];
    const packageWith = (type: DocumentType, expiresOn: string | null) =>
      given(eventsOf([submitApplication({ documents }), registerApplication()]))
        .when(addDocument({ document: sampleDocument({ type, expiresOn }) }))
        .state.application?.documents.map((document) => `${document.type} ${document.expiresOn}`);

    expect(packageWith('D8', good)).toEqual([`D8 ${good}`, `D3 ${old}`, `D5 ${good}`]);
    expect(packageWith('D3', null)).toEqual([`D8 ${old}`, 'D3 null', `D5 ${good}`]);
    expect(packageWith('D3', old)).toEqual([`D8 ${old}`, `D3 ${old}`, `D5 ${good}`, `D3 ${old}`]);
    expect(packageWith('D5', null)).toEqual([`D8 ${old}`, `D3 ${old}`, `D5 ${good}`, 'D5 null']);
  });

  it('is of a person with a valid IIN (R-95)', () => {
    given(eventsTo('SUBMITTED'))
      .when(addDocument({ subjectIin: '791028302720' }))
      .isRefused('iin-invalid', { field: 'subjectIin', fault: 'check-digit' });
    given(eventsTo('SUBMITTED'))
      .when(addDocument({ subjectIin: '120440000123' }))
      .isRefused('not-an-individual', { field: 'subjectIin', fault: 'business' });
  });

  it('is of a foreigner only where the installation says so', () => {
    const foreign = addDocument({ subjectIin: '791028002729' });
    const open = createCaseDecider({ ...defaultCaseSettings, acceptForeignerIin: true });
    given(eventsTo('SUBMITTED')).when(foreign).isRefused('iin-invalid');
    given(eventsTo('SUBMITTED'), open).when(foreign).isRefused('not-a-person-of-the-case');
  });

  it("is of a person of the case: a stranger's paper proves nothing (item 8)", () =>
    given(eventsTo('SUBMITTED'))
      .when(addDocument({ subjectIin: sampleIins.young }))
      .isRefused('not-a-person-of-the-case', { field: 'subjectIin' }));

  it('is of an act of family status only where it is its certificate (R-61)', () => {
    const certificate = addDocument({ document: sampleDocument({ type: 'D2' }), act: 'BIRTH' });
    expect(given(eventsTo('SUBMITTED')).when(certificate).events[0]?.data).toMatchObject({ person: 0, act: 'BIRTH' });
    given(eventsTo('SUBMITTED'))
      .when(addDocument({ act: 'BIRTH' }))
      .isRefused('not-a-family-certificate', { documentType: 'D8', act: 'BIRTH' });
  });

  it('is taken from the filing until the commission decides', () => {
    given(eventsTo('SUBMITTED')).when(addDocument()).gives('DocumentAdded');
    given(eventsTo('COMMISSION_FORMED')).when(addDocument()).gives('DocumentAdded');
    given(eventsTo('DECIDED')).when(addDocument()).isRefused('already-decided', { status: 'DECIDED' });
    given(eventsTo('DECIDED', refusalPath)).when(addDocument()).isRefused('already-decided');
  });

  it('may be entered later than the step that followed it', () =>
    given(eventsTo('COMMISSION_FORMED'))
      .when(addDocument({ at: '2025-03-03T10:00:00+05:00' }))
      .gives('DocumentAdded'));
});

describe('a document that a state register holds (R-70, item 8)', () => {
  it.each([
    ['D2', 'MARRIAGE_DIVORCE'],
    ['D2', 'DEATH'],
    ['D2', 'BIRTH'],
    ['D4', 'COURT_DECISIONS'],
    ['D5', 'SOCIAL_STATUS'],
  ] as const)('is not taken: %s where the register %s has found it', (documentType, register) =>
    given(afterAnswers([register, 'FOUND']))
      .when(copyOf(documentType))
      .isRefused('document-held-by-state', { documentType, registers: [register] }),
  );

  it('is taken where the register found nothing, or did not answer', () => {
    given(afterAnswers(['SOCIAL_STATUS', 'NOT_FOUND']))
      .when(copyOf('D5'))
      .gives('DocumentAdded');
    given(afterAnswers(['SOCIAL_STATUS', 'UNAVAILABLE']))
      .when(copyOf('D5'))
      .gives('DocumentAdded');
    given(afterAnswers()).when(copyOf('D5')).gives('DocumentAdded');
  });

  it.each(['NOT_FOUND', 'UNAVAILABLE'] as const)(
    'is taken where one of several registers has found something and another answered %s',
    (outcome) =>
      given(afterAnswers(['MARRIAGE_DIVORCE', 'FOUND'], ['BIRTH', outcome]))
        .when(copyOf('D2'))
        .gives('DocumentAdded'),
  );

  it('is taken for the child of whom the register found nothing, and not for the other', () => {
    const history = [
      ...afterAnswers(['BIRTH', 'FOUND'], ['DEATH', 'NOT_FOUND']),
      ...given(afterAnswers()).when(
        recordStateData({ register: 'BIRTH', outcome: 'NOT_FOUND', subjectIin: sampleIins.old }),
      ).events,
    ];
    const birthOf = (subjectIin: string) =>
      addDocument({ document: sampleDocument({ type: 'D2' }), act: 'BIRTH', subjectIin });
    given(history).when(birthOf(sampleIins.old)).gives('DocumentAdded');
    given(history)
      .when(birthOf(sampleIins.adult))
      .isRefused('document-held-by-state', { documentType: 'D2', registers: ['BIRTH'] });
  });

  it('is none of those that no register holds', () => {
    const everything = afterAnswers(
      ['IDENTITY', 'FOUND'],
      ['HOUSING', 'FOUND'],
      ['ADDRESS', 'FOUND'],
      ['SOCIAL_STATUS', 'FOUND'],
    );
    for (const type of ['D1', 'D3', 'D6', 'D7', 'D8', 'D9'] as const) {
      given(everything).when(copyOf(type)).gives('DocumentAdded');
    }
  });
});
