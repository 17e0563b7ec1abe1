import { describe, expect, it } from '@jest/globals';
import { incompletePath } from '../../samples/case-paths.js';
import { defaultCaseSettings } from '../case.settings.js';
import { unlawfulIn } from './unlawful.js';
import {
  caseAfter,
  correctRecord,
  decideCommission,
  eventsOf,
  eventsTo,
  given,
  pathTo,
  portalPath,
  registerApplication,
  rejectApplication,
  republicanPath,
  revisionOf,
  samplePaths,
  sampleEnteredAt,
  setRight,
  submitApplication,
} from '../../testing/index.js';

describe('a correction passes every gate of what it sets right, and of what comes after it', () => {
  const to = (fact: string, is: string) =>
    // A type of event, as a body names it.
    correctRecord({ date: { fact: fact as 'ApplicationSubmitted', is }, at: sampleEnteredAt });
  const paid = eventsOf(portalPath);

  it.each([
    ['ApplicationSubmitted', '2025-03-02', 'accepted-on-day-off'],
    ['ApplicationSubmitted', '2025-02-28', 'accepted-before-filing'],
    ['ApplicationSubmitted', '2025-03-05', 'before-acceptance'],
    ['ApplicationRegistered', '2025-02-28', 'before-what-it-follows'],
    ['ApplicationRegistered', '2025-03-05', 'before-what-it-follows'],
    ['CompletenessConfirmed', '2025-02-28', 'before-acceptance'],
    ['ComplianceReviewed', '2025-03-03', 'before-what-it-follows'],
    ['CommissionDecided', '2025-03-10', 'before-what-it-follows'],
    ['CommissionDecided', '2025-03-20', 'before-what-it-follows'],
    ['DecisionSigned', '2025-03-17', 'before-what-it-follows'],
    ['AgreementOffered', '2025-03-18', 'before-what-it-follows'],
    ['AgreementSigned', '2025-03-19', 'before-what-it-follows'],
    ['AgreementSigned', '2025-04-11', 'paid-before-agreement'],
    ['PaymentReceived', '2025-03-19', 'paid-before-agreement'],
  ] as const)('%s on %s is refused: %s', (fact, is, code) => given(paid).when(to(fact, is)).isRefused(code));

  it.each([
    ['PetitionSent', '2025-03-18'],
    ['StatePropertyDecisionMade', '2025-04-20'],
    ['TransferDeedSigned', '2025-03-19'],
    ['TitleRegistered', '2025-03-27'],
  ] as const)('of a transfer, too: %s on %s (para 9(3))', (fact, is) =>
    given(eventsOf(republicanPath)).when(to(fact, is)).isRefused('before-what-it-follows'),
  );

  it('knows the days of a rejection (R-33) and the valuation of a price', () => {
    given(eventsOf(incompletePath)).when(to('ApplicationRejected', '2025-03-06')).isRefused('rejection-term-lapsed');
    given(paid)
      .when(setRight(revisionOf(paid, 'CommissionDecided'), 'priceBasis.valuationDate', '2025-03-20'))
      .isRefused('valuation-in-future', { valuationDate: '2025-03-20', decidedOn: '2025-03-18' });
  });

  it.each([
    ['DecisionSigned', 'CommissionDecided', 'decidedOn', '2025-03-20'],
    ['AgreementSigned', 'AgreementOffered', 'offeredOn', '2025-03-26'],
  ] as const)('finds that the EDS of %s is older than what it signs (R-102): %s', (signed, type, field, is) => {
    const later = paid.flatMap((event, revision): [number, string, string][] =>
      event.type === signed ? [[revision, 'signedOn', is]] : [],
    );
    given(paid)
      .when(setRight(revisionOf(paid, type), field, is, ...later))
      .isRefused('signed-before-its-act');
  });

  it('knows from when on the Order was in force (R-05)', () =>
    given(eventsOf([submitApplication(), registerApplication()]))
      .when(setRight(0, 'at', '2021-08-20T10:00:00+05:00', [1, 'registeredOn', '2021-08-20']))
      .isRefused('before-rulebook', { acceptedOn: '2021-08-20', validFrom: '2021-08-24' }));

  it('is not held by what was wrong before', () => {
    // As a correction was taken before: complete only after compliance had been reviewed.
    const old = paid.map((event) =>
      event.type === 'CompletenessConfirmed' ? { ...event, data: { ...event.data, confirmedOn: '2025-03-10' } } : event,
    );
    expect([...unlawfulIn(caseAfter(old), defaultCaseSettings).values()].map(({ facts }) => facts)).toEqual([
      { fact: 'ComplianceReviewed', at: '2025-03-06', follows: 'CompletenessConfirmed', notBefore: '2025-03-10' },
    ]);
    given(old)
      .when(setRight(12, 'reference', 'PAY-8'))
      .gives('CorrectionRecorded');
    given(old).when(to('CommissionDecided', '2025-03-10')).isRefused('before-what-it-follows');
    expect(unlawfulIn(given(old).when(to('CompletenessConfirmed', '2025-03-05')).state, defaultCaseSettings).size).toBe(
      0,
    );
  });

  it.each(samplePaths)('finds nothing in what the commands let through: %#', (...path) =>
    expect([...unlawfulIn(caseAfter(eventsOf(path)), defaultCaseSettings).keys()]).toEqual([]),
  );

  it('asks the same as the commands do', () => {
    given(eventsTo('REGISTERED'))
      .when(rejectApplication({ at: '2025-03-06T11:00:00+05:00' }))
      .isRefused('rejection-term-lapsed');
    expect(caseAfter(eventsOf([...pathTo('COMMISSION_FORMED'), decideCommission()])).status).toBe('DECIDED');
  });
});
