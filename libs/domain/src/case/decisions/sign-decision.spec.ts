import { describe, expect, it } from '@jest/globals';
import {
  confirmCompleteness,
  decideCommission,
  eventsOf,
  eventsTo,
  formCommission,
  given,
  pathTo,
  refusalPath,
  reviewCompliance,
  sampleEds,
  sampleEnteredAt,
  signDecision,
} from '../../testing/index.js';

describe('the signature of the decision (R-45, R-46, para 9)', () => {
  it('registers the decision under its number', () => {
    const story = given(eventsTo('DECIDED')).when(signDecision());
    const [event] = story.events;
    expect(event?.data).toEqual({
      at: '2025-03-19T10:00:00+05:00',
      decisionNumber: 'DEC-1',
      eds: sampleEds({ signedAt: '2025-03-19T10:00:00+05:00' }),
      edsNotice: null,
      signedOn: '2025-03-19',
      signedBy: 'head',
    });
    expect(story.state.decision?.decisionNumber).toBe('DEC-1');
  });

  it('is not of a hand that examined completeness or compliance', () => {
    const rest = [reviewCompliance({ by: 'compliance' }), formCommission(), decideCommission()];
    const decided = eventsOf([...pathTo('REGISTERED'), confirmCompleteness({ by: 'completeness' }), ...rest]);
    given(decided)
      .when(signDecision({ by: 'completeness' }))
      .isRefused('examiner-may-not-sign', { signer: 'completeness' });
    given(decided)
      .when(signDecision({ by: 'compliance' }))
      .isRefused('examiner-may-not-sign', { signer: 'compliance' });
    given(decided)
      .when(signDecision({ by: 'head' }))
      .gives('DecisionSigned');
  });

  it('of a refusal ends the case (R-34)', () => {
    const story = given(eventsTo('DECIDED', refusalPath)).when(signDecision());
    story.gives('DecisionSigned', 'CaseClosed');
    expect(story.state).toMatchObject({ status: 'REFUSED', outcome: 'REFUSED', decision: { decisionNumber: 'DEC-1' } });
    expect(story.state.dates.DecisionSigned).toBe('2025-03-19');
  });

  it('is not of the hand that raised the remarks', () =>
    given(eventsTo('DECIDED', refusalPath))
      .when(signDecision({ by: 'executor' }))
      .isRefused('examiner-may-not-sign', { signer: 'executor' }));

  it('needs a decision', () =>
    given(eventsTo('COMMISSION_FORMED'))
      .when(signDecision())
      .isRefused('not-decided', { status: 'COMMISSION_FORMED' }));

  it('is made once', () =>
    given(eventsTo('DECISION_SIGNED')).when(signDecision()).isRefused('decision-already-signed'));

  it('does not lie in the future (R-102)', () =>
    given(eventsTo('DECIDED'))
      .when(signDecision({ eds: sampleEds({ signedAt: '2025-12-01T12:00:00.001+05:00' }) }))
      .isRefused('signed-in-future', {
        field: 'eds.signedAt',
        signedAt: '2025-12-01T12:00:00.001+05:00',
        enteredAt: sampleEnteredAt,
      }));

  it('is not made before the decision (R-10)', () =>
    given(eventsTo('DECIDED'))
      .when(
        signDecision({ at: '2025-03-18T09:59:59+05:00', eds: sampleEds({ signedAt: '2025-03-18T10:00:00+05:00' }) }),
      )
      .isRefused('before-what-it-follows'));
});
