import { describe, expect, it } from '@jest/globals';
import {
  caseAfter,
  eventsOf,
  eventsTo,
  given,
  pathTo,
  recordFamilyData,
  recordStateData,
  sampleAnswers,
  sampleIins,
} from '../../testing/index.js';
import type { RegisterOutcome } from '../case.types.js';

describe('the answer of a state register (R-69, item 8)', () => {
  it('is kept with the person it is about, who is not in the state of the case', () => {
    const story = given(eventsTo('SUBMITTED')).when(recordStateData());
    expect(story.events).toEqual([
      {
        type: 'StateDataReceived',
        data: {
          at: '2025-03-04T09:30:00+05:00',
          register: 'SOCIAL_STATUS',
          subjectIin: '791028302728',
          person: 0,
          outcome: 'FOUND',
          summary: 'large family',
        },
      },
    ]);
    expect(story.state.registers).toEqual([{ person: 0, register: 'SOCIAL_STATUS', outcome: 'FOUND' }]);
  });

  it('tells in a summary what was found', () => {
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ summary: null }))
      .isRefused('state-data-summary-missing', { register: 'SOCIAL_STATUS' });
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ summary: ' ' }))
      .isRefused('state-data-summary-missing');
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ outcome: 'NOT_FOUND', summary: null }))
      .gives('StateDataReceived');
  });

  it('tells why nobody answered, where the register could not be asked', () => {
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ outcome: 'UNAVAILABLE', summary: null }))
      .isRefused('state-data-reason-missing', { register: 'SOCIAL_STATUS' });
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ outcome: 'UNAVAILABLE', summary: 'The gateway is down' }))
      .gives('StateDataReceived');
  });

  it('is about a person of the case, and about no stranger', () => {
    const stranger = sampleIins.young;
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ subjectIin: stranger }))
      .isRefused('not-a-person-of-the-case', { field: 'subjectIin' });
    given(eventsTo('SUBMITTED'))
      .when(recordFamilyData({ answers: sampleAnswers([sampleIins.old, stranger]) }))
      .isRefused('not-a-person-of-the-case', { field: 'answers.8.subjectIin' });
  });

  it('comes for the whole family at once, one answer at least', () => {
    const answers = sampleAnswers([sampleIins.old]);
    const story = given(eventsTo('SUBMITTED')).when(recordFamilyData({ answers }));
    expect(story.events).toEqual([
      {
        type: 'FamilyDataReceived',
        data: { at: '2025-03-03T15:30:00+05:00', answers: answers.map((answer) => ({ ...answer, person: 1 })) },
      },
    ]);
    given(eventsTo('SUBMITTED'))
      .when(recordFamilyData({ answers: [] }))
      .isRefused('family-data-empty');
  });

  it('is about a person with a valid IIN (R-95)', () =>
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ subjectIin: '1' }))
      .isRefused('iin-invalid', { field: 'subjectIin', fault: 'format' }));

  it('comes at any time until the case is closed, also entered late', () => {
    given(eventsTo('AGREEMENT_OFFERED')).when(recordStateData()).gives('StateDataReceived');
    given(eventsTo('PAID')).when(recordStateData()).isRefused('case-closed');
    given(eventsTo('SUBMITTED'))
      .when(recordStateData({ at: '2025-03-03T09:59:59+05:00' }))
      .isRefused('before-what-it-follows');
  });

  it.each<[string, RegisterOutcome[], RegisterOutcome]>([
    ['an outage after an answer', ['NOT_FOUND', 'UNAVAILABLE'], 'NOT_FOUND'],
    ['an answer after an outage', ['UNAVAILABLE', 'NOT_FOUND'], 'NOT_FOUND'],
    ['nothing found after something', ['FOUND', 'NOT_FOUND'], 'FOUND'],
    ['something found after nothing', ['NOT_FOUND', 'FOUND'], 'FOUND'],
  ])('is remembered as it counts: %s', (_, outcomes, kept) =>
    expect(
      caseAfter(eventsOf([...pathTo('SUBMITTED'), ...outcomes.map((outcome) => recordStateData({ outcome }))]))
        .registers,
    ).toEqual([{ person: 0, register: 'SOCIAL_STATUS', outcome: kept }]),
  );
});
