import { describe, expect, it } from '@jest/globals';
import {
  comesTo,
  complaintEventsOf,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
} from '../../testing/index.js';

const registered = [fileComplaint(), forwardComplaint(), registerComplaint()];

describe('the extension of the term (R-89, para 14)', () => {
  it('adds working days to the original due date, and tells both dates', () =>
    expect(complaintEventsOf([...registered, extendComplaintTerm()]).at(-1)).toEqual({
      type: 'ComplaintTermExtended',
      data: {
        at: '2025-04-10T10:00:00+05:00',
        ground: 'ADDITIONAL_INFORMATION',
        workingDays: 10,
        reasons: 'The archive has to answer',
        extendedOn: '2025-04-10',
        extendedBy: 'complaints-officer',
        dueBefore: '2025-04-14',
        due: '2025-04-28',
      },
    }));

  it.each([1, 10])('is of one to ten working days: %d', (workingDays) =>
    expect(comesTo(registered, extendComplaintTerm({ workingDays }))).toEqual(['ComplaintTermExtended']),
  );

  it.each([0, 11])('is of one to ten working days: not %d', (workingDays) =>
    expect(comesTo(registered, extendComplaintTerm({ workingDays }))).toEqual({
      code: 'extension-too-long',
      rule: 'R-89',
      facts: { workingDays },
    }),
  );

  it('is made before the original term ends (A20)', () => {
    const onTheLastDay = extendComplaintTerm({ at: '2025-04-14T23:59:00+05:00' });
    expect(comesTo(registered, onTheLastDay)).toEqual(['ComplaintTermExtended']);
    expect(comesTo(registered, { ...onTheLastDay, at: '2025-04-15T00:00:00+05:00' })).toEqual({
      code: 'extension-too-late',
      rule: 'R-89',
      facts: { extendedOn: '2025-04-15', due: '2025-04-14' },
    });
  });

  it('is made once (A20)', () =>
    expect(comesTo([...registered, extendComplaintTerm({ workingDays: 1 })], extendComplaintTerm())).toEqual({
      code: 'already-extended',
      rule: 'R-89',
      facts: { extendedOn: '2025-04-10' },
    }));

  it.each([null, '', ' \n'])('gives its reasons (R-92): not %j', (reasons) =>
    expect(comesTo(registered, extendComplaintTerm({ reasons }))).toEqual({
      code: 'extension-reasons-missing',
      rule: 'R-92',
      facts: {},
    }),
  );

  it('is one of a registered complaint that has not been decided', () => {
    expect(comesTo([fileComplaint(), forwardComplaint()], extendComplaintTerm())).toMatchObject({
      code: 'complaint-not-registered',
    });
    expect(comesTo([...registered, decideComplaint()], extendComplaintTerm())).toMatchObject({
      code: 'complaint-already-decided',
    });
  });

  it('is made by the body that considers the complaint (R-83)', () =>
    expect(comesTo(registered, extendComplaintTerm({ actingFor: 'QUALITY_BODY' }))).toMatchObject({
      code: 'another-body-considers',
    }));

  it('is not before the registration (R-10)', () =>
    expect(comesTo(registered, extendComplaintTerm({ at: '2025-04-07T09:00:00+05:00' }))).toMatchObject({
      code: 'before-what-it-follows',
    }));
});
