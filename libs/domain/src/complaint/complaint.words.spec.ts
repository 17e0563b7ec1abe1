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
} from '../testing/index.js';
import { complaintEventTold } from './complaint.words.js';

describe('what happened to a complaint', () => {
  const path = [
    fileComplaint(),
    forwardComplaint(),
    registerComplaint(),
    extendComplaintTerm(),
    sendExtensionNotice(),
    decideComplaint(),
  ];
  const told = complaintEventsOf(path).map((event) => complaintEventTold(event).en);

  it('is told in words, one sentence for each event', () =>
    expect(told).toEqual([
      expect.stringMatching(
        /^Complaint about an inaction received on .*, addressed to the authorized body in housing relations$/,
      ),
      expect.stringMatching(/^Complaint sent on to the authorized body in housing relations on /),
      expect.stringMatching(/^Complaint registered by the authorized body in housing relations as /),
      expect.stringMatching(/^Term extended on .* by \d+ working days: due on .*, not on /),
      expect.stringMatching(/^Notice .* of the extension sent on /),
      expect.stringMatching(
        /^Complaint (satisfied|satisfied in part|dismissed) by the authorized body in housing relations on /,
      ),
    ]));

  it('names no person', () =>
    expect(JSON.stringify(complaintEventsOf(path).map(complaintEventTold))).not.toContain(sampleComplainant.fullName));
});
