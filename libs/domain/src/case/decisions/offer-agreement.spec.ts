import { describe, expect, it } from '@jest/globals';
import { eventsOf, eventsTo, given, offerAgreement, pathTo, recordRightsInformation } from '../../testing/index.js';

const ready = eventsOf([...pathTo('DECISION_SIGNED'), recordRightsInformation()]);

describe('the offer of the agreement (R-48, para 9(1))', () => {
  it('is at the price that was decided', () => {
    const story = given(ready).when(offerAgreement());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-20T10:00:00+05:00',
      agreementNumber: 'AGR-1',
      price: 125_000_000,
      medium: 'ELECTRONIC',
      offeredOn: '2025-03-20',
      paperNotice: null,
    });
    expect(story.state.agreement).toMatchObject({ price: 125_000_000, signedOn: {} });
  });

  it.each([
    [124_999_999, '1249999.99'],
    [125_000_001, '1250000.01'],
  ])('is at no other price, to the tiyn: %i (R-98)', (price, shown) =>
    given(ready)
      .when(offerAgreement({ price }))
      .isRefused('price-not-as-decided', { price: shown, decided: '1250000.00' }),
  );

  it('needs the signature of the decision first (R-45, R-46)', () =>
    given([...eventsTo('DECIDED'), ...given(eventsTo('DECIDED')).when(recordRightsInformation()).events])
      .when(offerAgreement())
      .isRefused('decision-not-signed', { status: 'DECIDED' }));

  it('needs the information on rights first (R-47)', () =>
    given(eventsTo('DECISION_SIGNED')).when(offerAgreement()).isRefused('rights-information-missing'));

  it('is made once', () =>
    given(eventsTo('AGREEMENT_OFFERED')).when(offerAgreement()).isRefused('agreement-already-offered'));

  it('on paper is recorded with a notice, not blocked (R-39, para 8)', () => {
    const story = given(ready).when(offerAgreement({ medium: 'PAPER' }));
    story.gives('AgreementOffered');
    expect(story.state.agreement?.paperNotice).toBe(
      'Paragraph 8 speaks of an electronic agreement; this one is on paper (R-39).',
    );
  });
});
