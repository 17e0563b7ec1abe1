import { describe, expect, it } from '@jest/globals';
import {
  complaintEventsOf,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
  sampleComplainant,
  sendExtensionNotice,
} from '../../../domain/src/testing/index.js';
import { complaintInPlainWords } from './complaint-words.js';

describe('what happened to a complaint', () => {
  const path = [
    fileComplaint(),
    forwardComplaint(),
    registerComplaint(),
    extendComplaintTerm(),
    sendExtensionNotice(),
    decideComplaint(),
  ];
  const told = complaintEventsOf(path).map(complaintInPlainWords);

  it('is told in words, one sentence for each event', () =>
    expect(told).toEqual([
      expect.stringMatching(/^Complaint about an inaction received on .*, addressed to the authorized body$/),
      expect.stringMatching(/^Complaint sent on to the authorized body on /),
      expect.stringMatching(/^Complaint registered by the authorized body as /),
      expect.stringMatching(/^Term extended on .* by \d+ working days: due on .*, not on /),
      expect.stringMatching(/^Notice .* of the extension sent on /),
      expect.stringMatching(/^Complaint (satisfied|satisfied in part|dismissed) by the authorized body on /),
    ]));

  it('names no person', () => expect(told.join()).not.toContain(sampleComplainant.fullName));
});
