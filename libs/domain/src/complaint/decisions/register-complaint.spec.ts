import { describe, expect, it } from '@jest/globals';
import {
  adoptFavourableAct,
  comesTo,
  complaintEventsOf,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
} from '../../testing/index.js';

const forwarded = [fileComplaint(), forwardComplaint()];

describe('the registration of a complaint (R-86 to R-88, para 13)', () => {
  it('is made by the body that considers it, on its own day', () =>
    expect(complaintEventsOf([...forwarded, registerComplaint()]).at(-1)).toEqual({
      type: 'ComplaintRegistered',
      data: {
        at: '2025-04-07T10:00:00+05:00',
        registrationNumber: 'C-1',
        registeredIn: 'AUTHORIZED_BODY',
        registeredOn: '2025-04-07',
        registeredBy: 'complaints-officer',
      },
    }));

  it('is not made by another body (R-83)', () =>
    expect(comesTo(forwarded, registerComplaint({ actingFor: 'PROVIDER_HEAD' }))).toEqual({
      code: 'another-body-considers',
      rule: 'R-83',
      facts: { addressee: 'AUTHORIZED_BODY', actingFor: 'PROVIDER_HEAD' },
    }));

  it('waits until the provider has sent the complaint on (R-84)', () =>
    expect(comesTo([fileComplaint()], registerComplaint())).toMatchObject({
      code: 'complaint-not-forwarded',
      rule: 'R-84',
    }));

  it.each([
    ['PROVIDER_HEAD', 'PROVIDER'],
    ['AUTHORIZED_BODY', 'AUTHORIZED_BODY'],
    ['QUALITY_BODY', 'QUALITY_BODY'],
  ] as const)('waits for nothing where a complaint to %s is lodged with %s', (addressee, lodgedWith) =>
    expect(comesTo([fileComplaint({ addressee, lodgedWith })], registerComplaint({ actingFor: addressee }))).toEqual([
      'ComplaintRegistered',
    ]),
  );

  it('is made once', () =>
    expect(comesTo([...forwarded, registerComplaint()], registerComplaint())).toEqual({
      code: 'complaint-already-registered',
      rule: null,
      facts: { registeredOn: '2025-04-07' },
    }));

  it('is not made of what was met in full (R-85)', () =>
    expect(comesTo([fileComplaint(), adoptFavourableAct()], registerComplaint())).toMatchObject({
      code: 'complaint-settled',
    }));

  it('is not before the complaint was sent on, nor before it was filed (R-10)', () => {
    const refused = { code: 'before-what-it-follows' };
    expect(comesTo(forwarded, registerComplaint({ at: '2025-04-04T09:00:00+05:00' }))).toMatchObject(refused);
    const atTheHead = [fileComplaint({ addressee: 'PROVIDER_HEAD' })];
    const early = registerComplaint({ actingFor: 'PROVIDER_HEAD', at: '2025-04-03T09:00:00+05:00' });
    expect(comesTo(atTheHead, early)).toMatchObject(refused);
  });
});
