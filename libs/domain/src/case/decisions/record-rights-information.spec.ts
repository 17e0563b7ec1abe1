import { describe, expect, it } from '@jest/globals';
import { eventsTo, given, recordRightsInformation } from '../../testing/index.js';
import { stageOf } from '../case.stage.js';

describe('the information on rights (R-47, para 9(1))', () => {
  it('closes the second stage once the decision is signed (A9, A16)', () => {
    const story = given(eventsTo('DECISION_SIGNED')).when(recordRightsInformation());
    story.gives('RightsInformationReceived');
    expect(story.state.dates.RightsInformationReceived).toBe('2025-03-19');
    expect(stageOf(story.state)).toBe('AGREEMENT');
  });

  it.each(['REGISTERED', 'COMPLETE', 'EXAMINED', 'COMMISSION_FORMED', 'DECIDED'] as const)(
    'may come earlier, while the case is %s',
    (status) => {
      const story = given(eventsTo(status)).when(recordRightsInformation());
      expect(story.events).toHaveLength(1);
      expect(stageOf(story.state)).toBe('DECISION');
    },
  );

  it('may be older than the step before it, not than the application (A9, R-10)', () => {
    given(eventsTo('DECIDED'))
      .when(recordRightsInformation({ at: '2025-03-05T10:00:00+05:00', receivedOn: '2025-03-05' }))
      .gives('RightsInformationReceived');
    given(eventsTo('DECIDED'))
      .when(recordRightsInformation({ at: '2025-03-03T09:00:00+05:00', receivedOn: '2025-03-03' }))
      .isRefused('before-what-it-follows');
  });

  it('was not received before the application was filed (R-47)', () => {
    given(eventsTo('DECIDED'))
      .when(recordRightsInformation({ receivedOn: '2025-03-02' }))
      .isRefused('rights-information-before-filing', { receivedOn: '2025-03-02', filedOn: '2025-03-03' });
    given(eventsTo('DECIDED'))
      .when(recordRightsInformation({ receivedOn: '2025-03-03' }))
      .gives('RightsInformationReceived');
  });

  it('may be received anew, and the latest counts', () => {
    const first = eventsTo('DECIDED');
    const second = [...first, ...given(first).when(recordRightsInformation({ receivedOn: '2025-03-10' })).events];
    expect(given(second).when(recordRightsInformation()).state.dates.RightsInformationReceived).toBe('2025-03-19');
  });

  it('follows the registration', () =>
    given(eventsTo('SUBMITTED')).when(recordRightsInformation()).isRefused('not-registered', { status: 'SUBMITTED' }));

  it('comes before the offer of the agreement', () =>
    given(eventsTo('AGREEMENT_OFFERED'))
      .when(recordRightsInformation())
      .isRefused('agreement-already-offered', { status: 'AGREEMENT_OFFERED' }));

  it('was not received in the future', () =>
    given(eventsTo('DECIDED'))
      .when(recordRightsInformation({ receivedOn: '2025-12-02' }))
      .isRefused('received-in-future', { receivedOn: '2025-12-02', enteredOn: '2025-12-01' }));
});
