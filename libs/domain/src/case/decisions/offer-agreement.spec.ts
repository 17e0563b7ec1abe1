import { describe, expect, it } from '@jest/globals';
import { appendix2, type DecreeParameters } from '../../rulebook/decree-parameters.js';
import { earlierDecreeParameters } from '../../rulebook/earlier-decree-parameters.js';
import {
  communalEntityPath,
  eventsOf,
  eventsTo,
  given,
  gratuitousPath,
  instalmentsPath,
  offerAgreement,
  pathTo,
  recordRightsInformation,
  recordTitleRegistration,
  republicanPath,
} from '../../testing/index.js';

const ready = eventsOf([...pathTo('DECISION_SIGNED'), recordRightsInformation()]);

describe('the offer of the agreement (R-48, para 9(1))', () => {
  it('is at the price that was decided', () => {
    const story = given(ready).when(offerAgreement());
    expect(story.events[0]?.data).toEqual({
      at: '2025-03-20T10:00:00+05:00',
      agreementNumber: 'AGR-1',
      price: 125_000_000,
      schedule: null,
      years: null,
      medium: 'ELECTRONIC',
      offeredOn: '2025-03-20',
      paperNotice: null,
      decreeNotice: null,
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

  it('of a dwelling free of charge has no price and no instalments (R-38, para 8)', () => {
    const history = eventsOf(gratuitousPath.slice(0, -3));
    const story = given(history).when(offerAgreement({ price: 0 }));
    expect(story.events[0]?.data).toMatchObject({ price: 0, schedule: null });
    given(history)
      .when(offerAgreement({ price: 1 }))
      .isRefused('gratuitous-not-paid', { price: '0.01' });
  });

  it.each([
    ['(R-30, R-52, para 9(2))', communalEntityPath],
    ['(R-32b, R-59, para 9(3))', republicanPath],
  ] as const)('of a transferred dwelling follows the title and information on rights received since %s', (_, path) => {
    const offer = offerAgreement({ at: '2025-04-02T10:00:00+05:00' });
    const early = recordRightsInformation({ at: '2025-03-30T10:00:00+05:00', receivedOn: '2025-03-30' });
    const approved = eventsTo('DEED_APPROVED', path);
    given(approved).when(offer).isRefused('title-not-registered', { status: 'DEED_APPROVED' });
    const withEarly = [...approved, ...given(approved).when(early).events];
    const registered = [...withEarly, ...given(withEarly).when(recordTitleRegistration()).events];
    given(registered)
      .when(offer)
      .isRefused('rights-information-before-title', { receivedOn: '2025-03-30', registeredOn: '2025-03-31' });
    const since = recordRightsInformation({ at: '2025-03-31T16:00:00+05:00', receivedOn: '2025-03-31' });
    const informed = [...registered, ...given(registered).when(since).events];
    given(informed).when(offer).gives('AgreementOffered');
    // An older answer that is entered afterwards takes nothing back.
    given([...informed, ...given(informed).when(early).events])
      .when(offer)
      .gives('AgreementOffered');
  });

  it('of a transferred dwelling is not made without any information on rights (R-52)', () =>
    given(eventsTo('TITLE_REGISTERED', republicanPath))
      .when(offerAgreement({ at: '2025-04-02T10:00:00+05:00' }))
      .isRefused('rights-information-before-title', { receivedOn: null, registeredOn: '2025-03-31' }));

  it('on instalments says what is to be paid when, and others have no such terms (R-98)', () => {
    const history = eventsOf(instalmentsPath.slice(0, 9));
    const terms = { initialContributionDue: '2025-04-30', firstInstalmentDue: '2025-05-31', everyMonths: 3 } as const;
    const story = given(history).when(offerAgreement({ instalments: terms }));
    expect(story.state.agreement?.schedule).toEqual([
      { number: 0, dueOn: '2025-04-30', amount: 37_500_001 },
      { number: 1, dueOn: '2025-05-31', amount: 21_874_999 },
      { number: 2, dueOn: '2025-08-31', amount: 21_874_999 },
      { number: 3, dueOn: '2025-11-30', amount: 21_874_999 },
      { number: 4, dueOn: '2026-02-28', amount: 21_875_002 },
    ]);
    given(history).when(offerAgreement()).isRefused('instalment-terms-missing');
    given(ready)
      .when(offerAgreement({ instalments: terms }))
      .isRefused('instalments-not-asked-for', { paymentMode: 'SINGLE' });
  });

  const yearly = { initialContributionDue: '2025-03-30', firstInstalmentDue: '2025-04-30', everyMonths: 12 } as const;

  /** Ready for the offer, asking for so many years, under the parameters given. */
  const asking = (years: number, decreeParameters: DecreeParameters) =>
    eventsOf(instalmentsPath.slice(0, 9)).map((event) =>
      event.type === 'ApplicationSubmitted'
        ? {
            ...event,
            data: {
              ...event.data,
              decreeParameters,
              payment: { mode: 'INSTALMENTS' as const, years, initialContribution: 37_500_001 },
            },
          }
        : event,
    );

  it('on instalments is by the parameters that the application was accepted under, whatever holds today (R-98)', () => {
    const earlier = earlierDecreeParameters('2025-10-06');
    const story = given(asking(1, earlier)).when(offerAgreement({ instalments: yearly }));
    expect(story.events[0]?.data).toMatchObject({ years: 1, decreeNotice: earlier.notice, paperNotice: null });
    expect(earlier.notice).not.toBeNull();
  });

  it('grants what filing accepted: fewer years where the residual value allows no more, and says so (R-98)', () => {
    const longer = { ...appendix2, longerAbove: { residualValue: 125_000_000, years: 15 } };
    const story = given(asking(15, longer)).when(offerAgreement({ instalments: yearly }));
    expect(story.events[0]?.data).toMatchObject({
      years: 10,
      decreeNotice: 'The application asks for 15 years; for a dwelling of this residual value 10 are granted (R-98).',
    });
    expect(story.state.agreement?.schedule).toHaveLength(11);
    const higher = { ...longer, longerAbove: { residualValue: 124_999_999, years: 15 } };
    const granted = given(asking(15, higher)).when(offerAgreement({ instalments: yearly }));
    expect(granted.events[0]?.data).toMatchObject({ years: 15, decreeNotice: null });
  });

  it('has the last instalment within the years, counted from the last day to conclude the agreement in time (R-98)', () => {
    const history = asking(1, appendix2);
    const on = (firstInstalmentDue: string, at = '2025-03-20T10:00:00+05:00') =>
      given(history).when(offerAgreement({ at, instalments: { ...yearly, everyMonths: 6, firstInstalmentDue } }));
    // five working days of the decision of 18 March, over Nauryz; then the day of a late offer.
    on('2025-09-28').gives('AgreementOffered');
    on('2025-09-29').isRefused('instalment-days-out-of-term', {
      concludedOn: '2025-03-28',
      last: '2026-03-29',
      end: '2026-03-28',
    });
    on('2025-09-29', '2025-03-29T10:00:00+05:00').gives('AgreementOffered');
  });
});
