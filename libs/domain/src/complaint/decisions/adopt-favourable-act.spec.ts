import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  comesTo,
  complaintEventsOf,
  complaintThat,
  fileComplaint,
  forwardComplaint,
} from '../../testing/index.js';
import { complaintStatusOf } from '../complaint.state.js';

describe('a favourable act (R-85, para 12)', () => {
  it('that meets the demands in full settles the complaint', () => {
    const path = [fileComplaint(), adoptFavourableAct()];
    expect(complaintEventsOf(path).at(-1)).toEqual({
      type: 'FavourableActAdopted',
      data: {
        at: '2025-04-04T10:00:00+05:00',
        act: 'The commission decided to privatize',
        fully: true,
        adoptedOn: '2025-04-04',
        adoptedBy: 'complaints-officer',
      },
    });
    expect(complaintStatusOf(complaintThat(...path))).toBe('SETTLED');
  });

  it('that meets them in part is no way out (A19)', () =>
    expect(comesTo([fileComplaint()], adoptFavourableAct({ fully: false }))).toEqual({
      code: 'favourable-act-partial',
      rule: 'R-85',
      facts: {},
    }));

  it('keeps the complaint back until the end of the third working day, and no longer (R-84)', () => {
    const onTheLastDay = adoptFavourableAct({ at: '2025-04-08T23:59:00+05:00' });
    expect(comesTo([fileComplaint()], onTheLastDay)).toEqual(['FavourableActAdopted']);
    expect(comesTo([fileComplaint()], { ...onTheLastDay, at: '2025-04-09T00:00:00+05:00' })).toEqual({
      code: 'favourable-act-too-late',
      rule: 'R-85',
      facts: { adoptedOn: '2025-04-09', until: '2025-04-08' },
    });
  });

  it('does not bring back what was sent on', () =>
    expect(comesTo([fileComplaint(), forwardComplaint()], adoptFavourableAct())).toMatchObject({
      code: 'already-forwarded',
      facts: { forwardedOn: '2025-04-04' },
    }));

  it('is for complaints that would be sent on: the others are decided', () =>
    expect(comesTo([fileComplaint({ addressee: 'PROVIDER_HEAD' })], adoptFavourableAct())).toMatchObject({
      code: 'forwarding-not-needed',
      facts: { addressee: 'PROVIDER_HEAD', lodgedWith: 'PROVIDER' },
    }));

  it('is adopted once', () =>
    expect(comesTo([fileComplaint(), adoptFavourableAct()], adoptFavourableAct())).toMatchObject({
      code: 'complaint-settled',
    }));

  it('is not before the complaint (R-10)', () =>
    expect(comesTo([fileComplaint()], adoptFavourableAct({ at: '2025-04-03T09:00:00+05:00' }))).toMatchObject({
      code: 'before-what-it-follows',
    }));
});
