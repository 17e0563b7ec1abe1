import { describe, expect, it } from '@jest/globals';
import {
  comesTo,
  complaintEventsOf,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
  sendExtensionNotice,
} from '../../testing/index.js';

const registered = [fileComplaint(), forwardComplaint(), registerComplaint()];
const extended = [...registered, extendComplaintTerm()];

describe('the notice of the extension (R-90, para 14)', () => {
  it('tells the complainant the reasons of the extension (R-92)', () =>
    expect(complaintEventsOf([...extended, sendExtensionNotice()]).at(-1)).toEqual({
      type: 'ExtensionNoticeSent',
      data: {
        at: '2025-04-11T10:00:00+05:00',
        noticeNumber: 'N-1',
        medium: 'PAPER',
        reasons: 'The archive has to answer',
        sentOn: '2025-04-11',
        sentBy: 'complaints-officer',
      },
    }));

  it.each([
    ['PAPER', 'ELECTRONIC'],
    ['ELECTRONIC', 'PAPER'],
  ] as const)('of a complaint in %s is not sent in %s (R-91)', (complaint, medium) => {
    const path = [fileComplaint({ medium: complaint }), ...extended.slice(1)];
    expect(comesTo(path, sendExtensionNotice({ medium }))).toEqual({
      code: 'extension-notice-medium',
      rule: 'R-91',
      facts: { medium, complaint },
    });
    expect(comesTo(path, sendExtensionNotice({ medium: complaint }))).toEqual(['ExtensionNoticeSent']);
  });

  it('needs an extension', () =>
    expect(comesTo(registered, sendExtensionNotice())).toMatchObject({ code: 'term-not-extended', rule: null }));

  it('is sent once', () =>
    expect(comesTo([...extended, sendExtensionNotice()], sendExtensionNotice())).toMatchObject({
      code: 'extension-notice-already-sent',
      facts: { sentOn: '2025-04-11' },
    }));

  it('is sent late, and even after the decision, where it was forgotten', () =>
    expect(comesTo([...extended, decideComplaint()], sendExtensionNotice({ at: '2025-04-30T10:00:00+05:00' }))).toEqual(
      ['ExtensionNoticeSent'],
    ));

  it('is sent by the body that considers the complaint (R-83)', () =>
    expect(comesTo(extended, sendExtensionNotice({ actingFor: 'PROVIDER_HEAD' }))).toMatchObject({
      code: 'another-body-considers',
    }));

  it('is not before the extension (R-10)', () =>
    expect(comesTo(extended, sendExtensionNotice({ at: '2025-04-10T09:00:00+05:00' }))).toMatchObject({
      code: 'before-what-it-follows',
    }));
});
