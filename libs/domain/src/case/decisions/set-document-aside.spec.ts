import { describe, expect, it } from '@jest/globals';
import {
  addDocument,
  confirmCompleteness,
  eventsOf,
  eventsTo,
  given,
  pathTo,
  rejectApplication,
  sampleDocument,
  sampleIins,
  setDocumentAside,
  signDecision,
} from '../../testing/index.js';

const betterCopy = sampleDocument({ type: 'D8', sha256: '2'.repeat(64) });

describe('a paper that the file shows to be none (R-33, para 6)', () => {
  it('is set aside with the reason, and is missing then', () => {
    const story = given(eventsTo('REGISTERED')).when(setDocumentAside());
    expect(story.events).toEqual([
      {
        type: 'DocumentSetAside',
        data: {
          at: '2025-03-04T09:10:00+05:00',
          documentType: 'D8',
          sha256: sampleDocument().sha256,
          fault: 'UNREADABLE',
          reason: 'The copy cannot be read',
          applicantIin: sampleIins.adult,
          setAsideOn: '2025-03-04',
          setAsideBy: 'officer',
        },
      },
    ]);
    expect(story.state.application?.documents.map(({ type }) => type)).toEqual(['D3']);
    const without = [...eventsTo('REGISTERED'), ...story.events];
    given(without)
      .when(confirmCompleteness())
      .isRefused('package-incomplete', { defects: ['MISSING D8 (R-67)'] });
    given(without).when(rejectApplication()).gives('ApplicationRejected', 'CaseClosed');
  });

  it('does not stand in the way of another copy', () => {
    const again = addDocument({ document: betterCopy, at: '2025-03-04T09:15:00+05:00' });
    given(eventsOf([...pathTo('REGISTERED'), setDocumentAside(), again]))
      .when(confirmCompleteness())
      .gives('CompletenessConfirmed');
  });

  it('is in the file, and is set aside for a reason', () => {
    given(eventsTo('REGISTERED'))
      .when(setDocumentAside({ reason: ' ' }))
      .isRefused('set-aside-without-reason', { documentType: 'D8' });
    given(eventsTo('REGISTERED'))
      .when(setDocumentAside({ documentType: 'D5' }))
      .isRefused('document-not-in-file', { documentType: 'D5', sha256: sampleDocument().sha256 });
    given(eventsTo('REGISTERED'))
      .when(setDocumentAside({ sha256: '1'.repeat(64) }))
      .isRefused('document-not-in-file');
    given(eventsOf([...pathTo('REGISTERED'), setDocumentAside()]))
      .when(setDocumentAside())
      .isRefused('document-not-in-file');
  });

  it('is set aside while completeness is examined: later, what a paper says goes by paragraph 10', () => {
    given(eventsTo('SUBMITTED')).when(setDocumentAside()).isRefused('not-registered');
    given(eventsTo('COMPLETE')).when(setDocumentAside()).isRefused('completeness-already-confirmed');
  });

  it('was examined by who set it aside: they do not sign the decision', () => {
    const again = addDocument({ document: betterCopy, at: '2025-03-04T09:15:00+05:00' });
    const [submit, family, register, ...later] = pathTo('DECIDED');
    const aside = setDocumentAside({ by: 'head' });
    given(eventsOf([submit!, family!, register!, aside, again, ...later]))
      .when(signDecision())
      .isRefused('examiner-may-not-sign');
  });
});
