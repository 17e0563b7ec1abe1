import { describe, expect, it } from '@jest/globals';
import { eventsTo, given, reviewCompliance } from '../../testing/index.js';

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

  it('is made once', () => given(eventsTo('EXAMINED')).when(reviewCompliance()).isRefused('already-examined'));
});
