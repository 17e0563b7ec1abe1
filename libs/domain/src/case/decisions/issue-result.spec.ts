import { describe, expect, it } from '@jest/globals';
import {
  caseAfter,
  communalEntityPath,
  deliverDocuments,
  eventsOf,
  eventsTo,
  given,
  gratuitousPath,
  incompletePath,
  issueReceipt,
  issueResult,
  portalPath,
  rejectApplication,
  refusalPath,
  republicanPath,
  sampleEds,
  sampleIins,
  submitApplication,
  withdrawApplication,
} from '../../testing/index.js';
import type { CaseCommand } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import { isSubmitted } from '../case.state.js';
import { resultsOf } from './issue-result.js';

/** The same case, filed at the counter of the State Corporation. */
const counterPath: readonly CaseCommand[] = [
  submitApplication({ channel: 'STATE_CORPORATION' }),
  issueReceipt(),
  deliverDocuments(),
  ...portalPath.slice(1),
];
const filedAtCounter = eventsTo('DECISION_SIGNED', counterPath);

const atCounter = (overrides: Parameters<typeof issueResult>[0] = {}) =>
  issueResult({
    channel: 'STATE_CORPORATION',
    identification: 'IDENTITY_DOCUMENT',
    receiptNumber: 'RC-1',
    eds: null,
    by: 'front-desk',
    ...overrides,
  });

const kindsOf = (history: readonly CaseEvent[]): readonly string[] => {
  const state = caseAfter(history);
  return isSubmitted(state) ? resultsOf(state).map(({ kind }) => kind) : [];
};

describe('the results of a case', () => {
  it('on the communal routes are the decision and the agreement (R-34, para 7(1))', () => {
    expect(kindsOf(eventsTo('DECIDED'))).toEqual([]);
    expect(kindsOf(eventsTo('DECISION_SIGNED'))).toEqual(['DECISION']);
    expect(kindsOf(eventsTo('AGREEMENT_OFFERED'))).toEqual(['DECISION']);
    expect(kindsOf(eventsTo('AGREEMENT_CONCLUDED'))).toEqual(['DECISION', 'AGREEMENT']);
    expect(kindsOf(eventsOf(gratuitousPath))).toEqual(['DECISION', 'AGREEMENT']);
    expect(kindsOf(eventsOf(refusalPath))).toEqual(['REFUSAL']);
  });

  it('on the republican route are the transfer deed too, and nowhere else (R-35, para 7(2); A14)', () => {
    expect(kindsOf(eventsTo('DEED_SIGNED', republicanPath))).toEqual(['DECISION']);
    expect(kindsOf(eventsTo('DEED_APPROVED', republicanPath))).toEqual(['DECISION', 'TRANSFER_DEED']);
    expect(kindsOf(eventsOf(republicanPath))).toEqual(['DECISION', 'TRANSFER_DEED', 'AGREEMENT']);
    expect(kindsOf(eventsOf(communalEntityPath))).toEqual(['DECISION', 'AGREEMENT']);
  });

  it('of a rejected application is the rejection (R-33, para 6 end)', () => {
    const history = eventsTo('REGISTERED', incompletePath);
    const rejected = [...history, ...given(history).when(rejectApplication()).events];
    expect(kindsOf(rejected)).toEqual(['REJECTION']);
    given(rejected)
      .when(issueResult({ result: 'REJECTION' }))
      .gives('ResultIssued');
  });
});

describe('the issuing of a result', () => {
  it('on the portal is an electronic document signed by the head of the provider (R-26, para 5)', () => {
    const story = given(eventsTo('DECISION_SIGNED')).when(issueResult());
    expect(story.events).toEqual([
      {
        type: 'ResultIssued',
        data: {
          at: '2025-03-19T16:00:00+05:00',
          result: 'DECISION',
          channel: 'PORTAL',
          issuedTo: 'RECIPIENT',
          identification: null,
          receiptNumber: null,
          powerOfAttorney: null,
          applicantIin: null,
          eds: { certificateSerial: '6f1c2d', signedAt: '2025-03-19T16:00:00+05:00' },
          edsNotice: null,
          issuedOn: '2025-03-19',
          issuedBy: 'head',
        },
      },
    ]);
    expect(story.state).toMatchObject({ results: ['DECISION'], dates: { ResultIssued: '2025-03-19' } });
    given(eventsTo('DECISION_SIGNED'))
      .when(issueResult({ eds: null }))
      .isRefused('result-not-signed', { result: 'DECISION' });
    given(eventsTo('DECISION_SIGNED'))
      .when(issueResult({ eds: sampleEds({ signedAt: '2026-01-01T00:00:00Z' }) }))
      .isRefused('signed-in-future');
  });

  it('at the counter is on the receipt and an identity document (R-20, para 5)', () => {
    given(filedAtCounter).when(atCounter()).gives('ResultIssued');
    given(filedAtCounter)
      .when(atCounter({ identification: 'DIGITAL_DOCUMENT' }))
      .gives('ResultIssued');
    given(filedAtCounter)
      .when(atCounter({ receiptNumber: 'RC-2' }))
      .isRefused('result-without-receipt', { result: 'DECISION' });
    given(filedAtCounter)
      .when(atCounter({ receiptNumber: null }))
      .isRefused('result-without-receipt');
    given(filedAtCounter)
      .when(atCounter({ identification: null }))
      .isRefused('result-without-identification', { result: 'DECISION' });
  });

  it('at the counter to a representative is on a notarized power of attorney (R-21, para 5)', () => {
    given(filedAtCounter)
      .when(atCounter({ issuedTo: 'REPRESENTATIVE' }))
      .isRefused('power-of-attorney-missing', { result: 'DECISION' });
    const powerOfAttorney = { number: '1234', notarizedOn: '2025-03-19', notary: 'N' };
    const shown = (power: object) =>
      given(filedAtCounter).when(
        atCounter({ issuedTo: 'REPRESENTATIVE', powerOfAttorney: { ...powerOfAttorney, ...power } }),
      );
    shown({ number: ' ' }).isRefused('power-of-attorney-missing');
    shown({ notary: '' }).isRefused('power-of-attorney-missing');
    shown({ notarizedOn: '2025-03-20' }).isRefused('power-of-attorney-later');
    expect(shown({}).events[0]?.data).toMatchObject({ powerOfAttorney, applicantIin: sampleIins.adult });
  });

  it.each([
    ['in working hours, on the day', 'STATE_CORPORATION', '2025-03-20T18:30:00+05:00', '2025-03-20'],
    ['after hours, on the next working day', 'STATE_CORPORATION', '2025-03-19T18:31:00+05:00', '2025-03-20'],
    ['at a holiday, on the next working day', 'STATE_CORPORATION', '2025-03-21T10:00:00+05:00', '2025-03-26'],
    ['on the portal, at any time', 'PORTAL', '2025-03-21T23:59:00+05:00', '2025-03-21'],
  ] as const)('counts %s (R-17, para 4; A24)', (_, channel, at, issuedOn) => {
    const story =
      channel === 'PORTAL'
        ? given(eventsTo('DECISION_SIGNED')).when(issueResult({ at }))
        : given(filedAtCounter).when(atCounter({ at }));
    expect(story.events[0]?.data).toMatchObject({ at, issuedOn });
  });

  it('is where the application came (R-25)', () => {
    given(filedAtCounter)
      .when(issueResult())
      .isRefused('result-by-another-channel', { channel: 'PORTAL', filedBy: 'STATE_CORPORATION' });
    given(eventsTo('DECISION_SIGNED')).when(atCounter()).isRefused('result-by-another-channel');
  });

  it('is of what there is, and not earlier than it is there', () => {
    given(eventsTo('DECIDED')).when(issueResult()).isRefused('no-result-to-issue', { issued: [] });
    given(eventsTo('DECISION_SIGNED'))
      .when(issueResult({ result: 'REFUSAL' }))
      .isRefused('result-not-there', { result: 'REFUSAL', results: ['DECISION'] });
    given(eventsTo('DECISION_SIGNED'))
      .when(issueResult({ at: '2025-03-18T16:00:00+05:00' }))
      .isRefused('before-what-it-follows', { at: '2025-03-18T16:00:00+05:00', notBefore: '2025-03-19' });
  });

  it('is once for each result, also where the case is closed', () => {
    const history = [...eventsTo('PAID'), ...given(eventsTo('PAID')).when(issueResult()).events];
    given(history).when(issueResult()).isRefused('result-already-issued', { result: 'DECISION' });
    const agreement = issueResult({ result: 'AGREEMENT', at: '2025-03-20T17:00:00+05:00' });
    const both = given(history).when(agreement);
    both.gives('ResultIssued');
    expect(both.state.status).toBe('PAID');
    given([...history, ...both.events])
      .when(agreement)
      .isRefused('no-result-to-issue', { issued: ['DECISION', 'AGREEMENT'] });
  });

  it('may be of a decision on a case that was withdrawn after it', () => {
    const history = eventsTo('DECISION_SIGNED');
    given([...history, ...given(history).when(withdrawApplication()).events])
      .when(issueResult())
      .gives('ResultIssued');
  });
});
