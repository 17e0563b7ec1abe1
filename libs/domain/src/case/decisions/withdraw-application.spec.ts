import { describe, expect, it } from '@jest/globals';
import {
  eventsTo,
  given,
  instalmentsPath,
  registerApplication,
  republicanPath,
  sampleEnteredAt,
  withdrawApplication,
} from '../../testing/index.js';

const lastMoment = withdrawApplication({ at: sampleEnteredAt });

describe('a withdrawal (A25)', () => {
  it('closes the case and says that the Order does not know it', () => {
    const story = given(eventsTo('COMMISSION_FORMED')).when(withdrawApplication());
    expect(story.events).toEqual([
      {
        type: 'ApplicationWithdrawn',
        data: {
          at: '2025-03-25T10:00:00+05:00',
          reason: 'The family has moved',
          withdrawnOn: '2025-03-25',
          outsideOrder:
            'Order No. 437 does not speak of withdrawal: an administrative closing, outside the Order (A25).',
        },
      },
      { type: 'CaseClosed', data: { at: '2025-03-25T10:00:00+05:00', outcome: 'WITHDRAWN' } },
    ]);
    expect(story.state).toMatchObject({
      status: 'WITHDRAWN',
      outcome: 'WITHDRAWN',
      dates: { ApplicationWithdrawn: '2025-03-25' },
    });
  });

  it.each([
    eventsTo('SUBMITTED'),
    eventsTo('DECIDED'),
    eventsTo('DEED_SIGNED', republicanPath),
    eventsTo('TITLE_REGISTERED', republicanPath),
    eventsTo('AGREEMENT_CONCLUDED', instalmentsPath),
  ])('comes at any time before the case is closed: %#', (...history) =>
    given(history).when(lastMoment).gives('ApplicationWithdrawn', 'CaseClosed'),
  );

  it('may be entered after a step that was made later', () =>
    given(eventsTo('DECIDED'))
      .when(withdrawApplication({ at: '2025-03-10T10:00:00+05:00' }))
      .gives('ApplicationWithdrawn', 'CaseClosed'));

  it('is not made of a closed case, and nothing follows it', () => {
    given(eventsTo('PAID')).when(lastMoment).isRefused('case-closed', { status: 'PAID' });
    const history = eventsTo('SUBMITTED');
    given([...history, ...given(history).when(lastMoment).events])
      .when(registerApplication())
      .isRefused('case-closed', { status: 'WITHDRAWN' });
  });
});
