import { describe, expect, it } from '@jest/globals';
import {
  confirmCompleteness,
  eventsOf,
  eventsTo,
  given,
  pathTo,
  raiseRemarks,
  rejectApplication,
  reviewCompliance,
} from '../../testing/index.js';

describe('the examination of compliance (R-42, para 9)', () => {
  it('records its findings and who examined', () =>
    expect(given(eventsTo('COMPLETE')).when(reviewCompliance({ findings: ['owns a share'] })).events).toEqual([
      {
        type: 'ComplianceReviewed',
        data: { at: '2025-03-06T10:00:00+05:00', findings: ['owns a share'], examinedBy: 'examiner' },
      },
    ]));

  it('follows the registration (R-15)', () =>
    given(eventsTo('SUBMITTED')).when(reviewCompliance()).isRefused('not-registered', { status: 'SUBMITTED' }));

  it('follows the examination of completeness (R-41)', () =>
    given(eventsTo('REGISTERED')).when(reviewCompliance()).isRefused('completeness-not-confirmed'));

  it('takes up a package that is not complete where remarks were raised to it: it goes by paragraph 10 (A4)', () => {
    const withRemarks = eventsOf([...pathTo('REGISTERED'), raiseRemarks({ at: '2025-03-05T10:00:00+05:00' })]);
    const examined = given(withRemarks).when(reviewCompliance());
    examined.gives('ComplianceReviewed');
    expect(examined.state.status).toBe('EXAMINED');
    given([...withRemarks, ...examined.events])
      .when(confirmCompleteness())
      .isRefused('already-examined');
    given([...withRemarks, ...examined.events])
      .when(rejectApplication())
      .isRefused('already-examined');
    given([...withRemarks, ...examined.events])
      .when(reviewCompliance())
      .isRefused('already-examined');
  });

  it('is made once', () => given(eventsTo('EXAMINED')).when(reviewCompliance()).isRefused('already-examined'));
});
