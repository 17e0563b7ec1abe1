import { describe, expect, it } from '@jest/globals';
import {
  correctRecord,
  eventsOf,
  eventsTo,
  given,
  instalmentsPath,
  pathTo,
  recordPayment,
  refusalPath,
  revisionOf,
  sampleEnteredAt,
  setRight,
} from '../../testing/index.js';

describe('a correction of what an entry holds (R-10, para 2)', () => {
  const paid = eventsTo('PAID');
  const payment = revisionOf(paid, 'PaymentReceived');

  it('derives the case from the right amount: a zero too many no longer closes it for good', () => {
    const story = given(paid).when(setRight(payment, 'amount', '125000.00'));
    story.gives('CorrectionRecorded', 'CaseReopened');
    expect(story.state).toMatchObject({ status: 'AGREEMENT_CONCLUDED', outcome: null });
    expect(story.state.payment).toMatchObject({ paid: 12_500_000, outstanding: 112_500_000 });
    const rest = recordPayment({ amount: 112_500_000, paidOn: '2025-04-12', at: sampleEnteredAt, reference: 'PAY-2' });
    const closed = given([...paid, ...story.events]).when(rest);
    closed.gives('PaymentReceived', 'CaseClosed');
    expect(closed.state.dates.PaymentReceived).toBe('2025-04-12');
  });

  it('closes the case where the right amount completes the price', () => {
    const part = eventsOf([...pathTo('AGREEMENT_CONCLUDED'), recordPayment({ amount: 12_500_000 })]);
    const story = given(part).when(setRight(payment, 'amount', '1250000.00'));
    story.gives('CorrectionRecorded', 'CaseClosed');
    expect(story.state.entered.PaymentReceived).toBe(story.state.history.at(-1)?.enteredAt);
  });

  it('takes no amount beyond the price', () =>
    given(paid)
      .when(setRight(payment, 'amount', '1250000.01'))
      .isRefused('more-than-owed', { amount: '1250000.01', price: '1250000.00', overpaid: '0.01' }));

  it('moves the day on which the price was complete, and no further than the agreement', () => {
    const story = given(paid).when(setRight(payment, 'paidOn', '2025-04-02'));
    expect(story.state.dates.PaymentReceived).toBe('2025-04-02');
    expect(story.state.corrections).toEqual([
      { fact: 'PaymentReceived', was: '2025-04-10', is: '2025-04-02', reason: null },
    ]);
    given(paid)
      .when(setRight(payment, 'paidOn', '2025-03-19'))
      .isRefused('paid-before-agreement', { paidOn: '2025-03-19', concludedOn: '2025-03-20' });
  });

  it('takes a price and its basis together, and shares instalments out anew', () => {
    const history = eventsOf(instalmentsPath.slice(0, -3));
    const [decided, offered] = ['CommissionDecided', 'AgreementOffered'].map((type) => revisionOf(history, type));
    given(history)
      .when(setRight(offered!, 'price', '1240000.00'))
      .isRefused('price-not-as-decided', { price: '1240000.00', decided: '1250000.00' });
    const story = given(history).when(
      setRight(offered!, 'price', '1240000.00', [decided!, 'priceBasis.residualValue', '1240000.00']),
    );
    story.gives('CorrectionRecorded');
    const { agreement, decision } = story.state;
    expect([agreement?.price, decision?.residualValue]).toEqual([124_000_000, 124_000_000]);
    expect(agreement?.schedule?.reduce((sum, { amount }) => sum + amount, 0)).toBe(124_000_000);
  });

  it('moves the days of a notice with its receipt', () => {
    const history = eventsOf(refusalPath.slice(0, 8));
    const notice = revisionOf(history, 'PreliminaryRefusalNotified');
    const story = given(history).when(setRight(notice, 'receivedAt', '2025-03-13T15:00:00+05:00'));
    expect(story.state.preliminaryRefusal?.receivedOn).toBe('2025-03-13');
    given(eventsOf(refusalPath.slice(0, -1)))
      .when(setRight(notice, 'receivedAt', '2025-03-14T10:00:00+05:00'))
      .isRefused('act-too-early', { decidedOn: '2025-03-18', actNotBefore: '2025-03-19' });
  });

  it('takes the ground of a refusal with that of its notice (R-72 to R-74, R-81)', () => {
    const refusedCase = eventsOf(refusalPath);
    const [notice, decision] = ['PreliminaryRefusalNotified', 'CommissionDecided'].map((type) =>
      revisionOf(refusedCase, type),
    );
    const is = 'RIGHT_DEPRIVED_BY_COURT';
    given(refusedCase)
      .when(setRight(notice!, 'ground', is))
      .isRefused('ground-not-as-notified');
    given(refusedCase)
      .when(setRight(decision!, 'ground', is))
      .isRefused('ground-not-as-notified');
    given(refusedCase)
      .when(setRight(notice!, 'ground', is, [decision!, 'ground', is]))
      .gives('CorrectionRecorded');
  });

  it('counts votes once more', () => {
    const decided = eventsTo('DECIDED');
    given(decided)
      .when(setRight(revisionOf(decided, 'CommissionDecided'), 'votes.0.vote', 'AGAINST'))
      .isRefused('not-adopted', { for: 1, against: 2 });
    given(decided)
      .when(setRight(revisionOf(decided, 'CommissionDecided'), 'votes.2.vote', 'FOR'))
      .gives('CorrectionRecorded');
  });

  it.each([
    ['ApplicationSubmitted', 'applicant.fullName', 'Sadykov Arlan'],
    ['ApplicationSubmitted', 'familyMembers.0.identityDocument.number', '045123780'],
    ['ApplicationSubmitted', 'documents.1.number', '19'],
    ['ApplicationRegistered', 'registrationNumber', 'REG-2'],
    ['CommissionFormed', 'members.1.fullName', 'Member of another name'],
    ['DecisionSigned', 'decisionNumber', 'DEC-2'],
    ['AgreementOffered', 'agreementNumber', 'AGR-2'],
    ['PaymentReceived', 'reference', 'PAY-7'],
  ] as const)('sets right what %s says as %s', (type, field, is) => {
    const revision = revisionOf(paid, type);
    const story = given(paid).when(setRight(revision, field, is));
    story.gives('CorrectionRecorded');
    expect(JSON.stringify(story.state.history[revision])).toContain(is);
    given([...paid, ...story.events])
      .when(setRight(revision, field, is))
      .isRefused('correction-changes-nothing');
  });

  it.each([
    ['ApplicationSubmitted', 'applicant.iin', '010115100004', 'not-correctable'],
    ['ApplicationSubmitted', 'route', 'REPUBLICAN_ENTITY', 'not-correctable'],
    ['ApplicationSubmitted', 'familyMembers.7.fullName', 'Nobody', 'nothing-to-correct'],
    ['PaymentReceived', 'amount', '1.000', 'corrected-value-unreadable'],
    ['PaymentReceived', 'amount', '0.00', 'amount-not-positive'],
    ['PaymentReceived', 'paidOn', '2025-02-30', 'corrected-value-unreadable'],
    ['PaymentReceived', 'paidOn', '2999-01-01', 'corrected-day-in-future'],
    ['ApplicationSubmitted', 'at', '2999-01-01T10:00:00+05:00', 'effective-in-future'],
    ['ApplicationSubmitted', 'at', 'yesterday', 'corrected-value-unreadable'],
    ['CommissionDecided', 'votes.0.vote', 'PERHAPS', 'corrected-value-unreadable'],
    ['ApplicationRegistered', 'registrationNumber', ' ', 'corrected-value-unreadable'],
    ['ApplicationRegistered', 'registrationNumber', 'N'.repeat(101), 'corrected-text-too-long'],
    ['ApplicationSubmitted', 'applicant.identityDocument.number', 'N'.repeat(51), 'corrected-text-too-long'],
    ['CommissionFormed', 'chairId', 'nobody', 'chair-not-a-member'],
    ['CommissionDecided', 'outcome', 'REFUSE', 'not-correctable'],
  ] as const)('of %s does not make %s %p: %s', (type, field, is, code) =>
    given(paid)
      .when(setRight(revisionOf(paid, type), field, is))
      .isRefused(code),
  );

  it('is of an entry that is there', () =>
    given(paid)
      .when(setRight(99, 'amount', '1.00'))
      .isRefused('entry-not-there'));

  it('is not made where the data of the applicant were erased: nothing could seal it', () => {
    const [filed, ...later] = paid;
    // What the codec puts in place of erased values is not of the type that was written.
    const erased = { ...filed, data: { ...filed!.data, applicant: { erased: true } } } as unknown as typeof filed;
    given([erased!, ...later])
      .when(setRight(payment, 'reference', 'PAY-9'))
      .isRefused('applicant-erased');
  });

  it('says something', () =>
    given(paid)
      .when(correctRecord({ was: null, is: null, date: null, values: [] }))
      .isRefused('correction-says-nothing'));
});
