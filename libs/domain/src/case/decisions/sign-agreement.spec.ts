import { describe, expect, it } from '@jest/globals';
import {
  eventsOf,
  eventsTo,
  given,
  gratuitousPath,
  instalmentsPath,
  offerAgreement,
  pathTo,
  recordRightsInformation,
  sampleEds,
  signAgreement,
} from '../../testing/index.js';

const offered = eventsTo('AGREEMENT_OFFERED');
const provider = signAgreement({ party: 'PROVIDER', at: '2025-03-26T10:00:00+05:00' });
const recipient = signAgreement({ party: 'RECIPIENT', at: '2025-03-27T10:00:00+05:00' });

describe('a signature of the agreement (R-48, para 9(1))', () => {
  it('of the first party does not conclude it', () => {
    const story = given(offered).when(provider);
    expect(story.events[0]?.data).toMatchObject({
      party: 'PROVIDER',
      signedOn: '2025-03-26',
      concludesAgreement: false,
    });
    expect(story.state.status).toBe('AGREEMENT_OFFERED');
    expect(story.state.dates.AgreementSigned).toBeUndefined();
  });

  it.each([
    ['the recipient', provider, recipient],
    ['the provider', recipient, provider],
  ])('of the second, %s, concludes it on the later of the two days', (_, first, second) => {
    const story = given([...offered, ...given(offered).when(first).events]).when(second);
    expect(story.events[0]?.data).toMatchObject({ concludesAgreement: true });
    expect(story.state.status).toBe('AGREEMENT_CONCLUDED');
    expect(story.state.dates.AgreementSigned).toBe('2025-03-27');
  });

  it('is given once by each party', () =>
    given([...offered, ...given(offered).when(recipient).events])
      .when(recipient)
      .isRefused('party-already-signed', { party: 'RECIPIENT' }));

  it('needs an agreement', () => given(eventsTo('DECISION_SIGNED')).when(recipient).isRefused('agreement-not-offered'));

  it('is not given before the offer (R-10)', () =>
    given(offered)
      .when(
        signAgreement({ at: '2025-03-20T09:59:00+05:00', eds: sampleEds({ signedAt: '2025-03-20T10:00:00+05:00' }) }),
      )
      .isRefused('before-what-it-follows'));

  it('of an electronic agreement is an EDS (R-39, para 8)', () =>
    given(offered)
      .when(signAgreement({ eds: null }))
      .isRefused('eds-missing', { party: 'RECIPIENT' }));

  it('of a paper agreement may be by hand (item 4)', () =>
    given(eventsOf([...pathTo('DECISION_SIGNED'), recordRightsInformation(), offerAgreement({ medium: 'PAPER' })]))
      .when(signAgreement({ eds: null }))
      .gives('AgreementSigned'));

  it('does not lie in the future (R-102)', () =>
    given(offered)
      .when(signAgreement({ eds: sampleEds({ signedAt: '2026-01-01T00:00:00Z' }) }))
      .isRefused('signed-in-future'));

  it('has no place once it is concluded', () =>
    given(eventsTo('AGREEMENT_CONCLUDED')).when(recipient).isRefused('agreement-already-concluded'));

  it('of a gratuitous agreement, the second, ends the case: nothing is left to pay (R-38, para 8)', () => {
    const history = eventsOf(gratuitousPath.slice(0, -1));
    const story = given(history).when(provider);
    story.gives('AgreementSigned', 'CaseClosed');
    expect(story.state).toMatchObject({ status: 'CONCLUDED', outcome: 'CONCLUDED' });
    given(eventsOf(gratuitousPath.slice(0, -2)))
      .when(recipient)
      .gives('AgreementSigned');
  });

  it('of instalments, the second, is not given so early that the last falls outside the years counted from it (R-98)', () => {
    const days = { initialContributionDue: '2025-04-30', firstInstalmentDue: '2025-06-27', everyMonths: 3 } as const;
    const history = [
      ...eventsOf(instalmentsPath.slice(0, 9)),
      ...given(eventsOf(instalmentsPath.slice(0, 9))).when(offerAgreement({ instalments: days })).events,
    ];
    const early = signAgreement({ party: 'PROVIDER', at: '2025-03-26T10:00:00+05:00' });
    const first = [...history, ...given(history).when(early).events];
    given(first)
      .when(signAgreement({ party: 'RECIPIENT', at: '2025-03-26T15:00:00+05:00' }))
      .isRefused('instalment-days-out-of-term', { concludedOn: '2025-03-26', last: '2026-03-27', end: '2026-03-26' });
    given(first)
      .when(signAgreement({ party: 'RECIPIENT', at: '2025-03-27T10:00:00+05:00' }))
      .gives('AgreementSigned');
    // Offered before the years were counted from the conclusion.
    const before = first.map((event) =>
      event.type === 'AgreementOffered' ? { ...event, data: { ...event.data, years: null } } : event,
    );
    given(before)
      .when(signAgreement({ party: 'RECIPIENT', at: '2025-03-26T15:00:00+05:00' }))
      .gives('AgreementSigned');
  });
});
