import { describe, expect, it } from '@jest/globals';
import {
  deliverDocuments,
  eventsTo,
  formCommission,
  given,
  issueReceipt,
  issueResult,
  portalPath,
  recordPayment,
  reversePayment,
  sampleIins,
  setDocumentAside,
  submitApplication,
} from '../testing/index.js';
import type { CaseCommand, LaterCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import { applicantIinOf, unknownCase } from './people.js';

/** A case filed at the counter, so that a representative can take its results. */
const counterPath: readonly CaseCommand[] = [
  submitApplication({ channel: 'STATE_CORPORATION' }),
  issueReceipt(),
  deliverDocuments(),
  ...portalPath.slice(1),
];

/** The same as the log gives it once the data of the applicant were erased: what stands there is no text any more. */
const erasedFrom = ([filed, ...later]: readonly CaseEvent[]): readonly CaseEvent[] => [
  { ...filed, data: { ...filed!.data, applicant: { erased: true } } } as unknown as CaseEvent,
  ...later,
];

const formedAnew = formCommission({ at: '2025-03-12T10:00:00+05:00', reason: 'A member fell ill' });
const toRepresentative = issueResult({
  channel: 'STATE_CORPORATION',
  issuedTo: 'REPRESENTATIVE',
  identification: 'IDENTITY_DOCUMENT',
  receiptNumber: 'RC-1',
  powerOfAttorney: { number: '1234', notarizedOn: '2025-03-19', notary: 'N' },
  eds: null,
  by: 'front-desk',
});
const paid = eventsTo('PAID');
const inWords: readonly (readonly [string, readonly CaseEvent[], LaterCommand])[] = [
  ['a paper is set aside', eventsTo('REGISTERED'), setDocumentAside()],
  ['a commission is formed anew', eventsTo('COMMISSION_FORMED'), formedAnew],
  ['a representative takes a result', eventsTo('DECISION_SIGNED', counterPath), toRepresentative],
  ['a payment is said to be another', paid, recordPayment({ overpayment: 'TO_BE_RETURNED', repeatedBecause: 'Two' })],
  ['a payment is reversed', paid, reversePayment()],
];

describe('what is said of a case in words', () => {
  it.each(inWords)('where %s is sealed for who applied', (_, history, command) => {
    expect(given(history).when(command).events[0]?.data).toMatchObject({ applicantIin: sampleIins.adult });
  });

  it.each(inWords)('where %s is refused once the applicant was erased: nothing could seal it', (_, history, command) =>
    given(erasedFrom(history)).when(command).isRefused('applicant-erased'),
  );

  it('goes without the applicant where nothing is said', () => {
    const erased = erasedFrom(eventsTo('EXAMINED'));
    given(erased).when(formCommission()).gives('CommissionFormed');
    given(erasedFrom(eventsTo('DECISION_SIGNED')))
      .when(issueResult())
      .gives('ResultIssued');
    given(erasedFrom(eventsTo('AGREEMENT_CONCLUDED')))
      .when(recordPayment())
      .gives('PaymentReceived', 'CaseClosed');
  });

  it('is of no case that nobody filed', () => {
    expect(() => applicantIinOf(unknownCase)).toThrow(expect.objectContaining({ code: 'applicant-erased' }));
  });
});
