import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  comesTo,
  complaintEventsOf,
  fileComplaint,
  forwardComplaint,
} from '../../testing/index.js';

describe('sending a complaint on (R-84, para 12)', () => {
  it('tells to whom and on which day', () =>
    expect(complaintEventsOf([fileComplaint(), forwardComplaint()]).at(-1)).toEqual({
      type: 'ComplaintForwarded',
      data: {
        at: '2025-04-04T10:00:00+05:00',
        forwardingNumber: 'F-1',
        forwardedTo: 'AUTHORIZED_BODY',
        forwardedOn: '2025-04-04',
        forwardedBy: 'complaints-officer',
      },
    }));

  it('is done late where it is late', () =>
    expect(comesTo([fileComplaint()], forwardComplaint({ at: '2025-05-05T10:00:00+05:00' }))).toEqual([
      'ComplaintForwarded',
    ]));

  it.each([
    ['PROVIDER_HEAD', 'PROVIDER'],
    ['QUALITY_BODY', 'QUALITY_BODY'],
  ] as const)('is not for a complaint to %s lodged with %s', (addressee, lodgedWith) =>
    expect(comesTo([fileComplaint({ addressee, lodgedWith })], forwardComplaint())).toEqual({
      code: 'forwarding-not-needed',
      rule: 'R-84',
      facts: { addressee, lodgedWith },
    }),
  );

  it('is done once', () =>
    expect(comesTo([fileComplaint(), forwardComplaint()], forwardComplaint())).toMatchObject({
      code: 'already-forwarded',
      facts: { forwardedOn: '2025-04-04' },
    }));

  it('stays undone where the demands were met in full (R-85)', () =>
    expect(comesTo([fileComplaint(), adoptFavourableAct()], forwardComplaint())).toEqual({
      code: 'complaint-settled',
      rule: 'R-85',
      facts: { adoptedOn: '2025-04-04' },
    }));

  it('is not before its receipt (R-10)', () =>
    expect(comesTo([fileComplaint()], forwardComplaint({ at: '2025-04-03T09:59:59+05:00' }))).toMatchObject({
      code: 'before-what-it-follows',
      facts: { at: '2025-04-03T09:59:59+05:00', notBefore: '2025-04-03T10:00:00+05:00' },
    }));

  it('needs a complaint (R-83)', () =>
    expect(comesTo([], forwardComplaint())).toMatchObject({ code: 'complaint-not-filed' }));
});
