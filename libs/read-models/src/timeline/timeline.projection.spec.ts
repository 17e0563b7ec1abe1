import { describe, expect, it } from '@jest/globals';
import { refold } from '../engine/refold.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import { timeline, type TimelineDocument } from './timeline.projection.js';

const entriesOf = (events: ReturnType<typeof paidCase>): TimelineDocument['entries'] => {
  const [document] = refold(timeline, recorder()('case-c1', events)).documents;
  // The collection holds what the projection folds.
  return (document as unknown as TimelineDocument).entries;
};

describe('the timeline', () => {
  it('tells who did what, when it happened and when it was recorded', () => {
    const [recorded] = recorder()('case-c1', paidCase('c1'));
    expect(entriesOf(paidCase('c1'))[0]).toEqual({
      eventId: 'case-c1@0',
      revision: 0,
      position: recorded?.position,
      type: 'ApplicationSubmitted',
      what: 'Application submitted through the State Corporation; accepted on 2024-03-04, the decision is due by 2024-04-03',
      actor: 'a.official',
      onBehalfOf: null,
      office: 'almaty-bostandyk',
      recordedAt: recorded?.metadata.recordedAt,
      effectiveAt: '2024-03-04T10:00:00+05:00',
    });
  });

  it('says each thing in plain words, the amounts in tenge', () => {
    expect(entriesOf(paidCase('c1')).map(({ what }) => what)).toEqual([
      'Application submitted through the State Corporation; accepted on 2024-03-04, the decision is due by 2024-04-03',
      'Receipt RC-1 issued to the applicant',
      'Documents delivered to the provider (delivery DL-1) on 2024-03-05',
      'Application registered as ЖК-2024/15 on 2024-03-05',
      'The documents are complete',
      'Compliance reviewed: 1 finding for the commission',
      'Housing commission of the local executive body formed, 2 members',
      'The commission decided on 2024-03-18 to privatize the dwelling',
      'Decision D-7 signed by the provider on 2024-03-19',
      'Information on registered rights received on 2024-03-19: no encumbrance',
      'Agreement A-9 offered on 2024-03-20 for 1250000.00 tenge',
      'Agreement signed by the provider on 2024-03-20',
      'Agreement signed by the recipient on 2024-03-26; it is concluded',
      'Payment of 250000.00 tenge received on 2024-04-01; 1000000.00 tenge outstanding',
      'Payment of 1000000.00 tenge received on 2024-04-10; nothing is outstanding',
      'Case closed: paid in full',
    ]);
    expect(entriesOf(rejectedCase('c2')).map(({ what }) => what)).toEqual([
      'Application submitted through the portal; accepted on 2024-03-04, the decision is due by 2024-04-03',
      'Application registered as ЖК-2024/16 on 2024-03-04',
      'Application rejected on 2024-03-06: 1 defect in the documents',
      'Case closed: application rejected',
    ]);
  });

  it('names nobody by name or IIN', () => {
    const words = JSON.stringify(entriesOf(paidCase('c1')));
    expect(words).not.toContain('Ахметов');
    expect(words).not.toContain('791005350297');
  });
});
