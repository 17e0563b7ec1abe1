import { describe, expect, it } from '@jest/globals';
import { defaultCaseSettings } from '../case.settings.js';
import { unlawfulIn } from './unlawful.js';
import { caseAfter, eventsOf, given, portalPath, setRight } from '../../testing/index.js';

describe('a correction passes the gates of the package (R-33, R-41, R-71)', () => {
  const paid = eventsOf(portalPath);
  const expiring = (is: string) => setRight(0, 'documents.0.expiresOn', is);

  it('a document that had expired by then was no part of a complete package', () => {
    given(paid)
      .when(expiring('2025-03-02'))
      .isRefused('package-incomplete', { defects: ['EXPIRED D3 (R-71)'] });
    given(paid).when(expiring('2025-03-04')).gives('CorrectionRecorded');
  });

  it('one defect that was there before hides no other', () => {
    const old = paid.map((event) =>
      event.type === 'ApplicationSubmitted'
        ? { ...event, data: { ...event.data, documents: event.data.documents.filter(({ type }) => type !== 'D8') } }
        : event,
    );
    expect([...unlawfulIn(caseAfter(old), defaultCaseSettings).values()].map(({ facts }) => facts)).toEqual([
      { defects: ['MISSING D8 (R-67)'] },
    ]);
    given(old)
      .when(expiring('2025-03-02'))
      .isRefused('package-incomplete', { defects: ['EXPIRED D3 (R-71)'] });
    given(old)
      .when(setRight(0, 'documents.0.number', 'T-18'))
      .gives('CorrectionRecorded');
  });
});
