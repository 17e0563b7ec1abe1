import { describe, expect, it } from '@jest/globals';
import type { ApplicationSubmitted, CaseEvent } from '@app/domain';
import { refold } from '../engine/refold.js';
import { paidCase, submitted } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import { worklist, type WorklistDocument } from './worklist.projection.js';

const documentOf = (events: readonly CaseEvent[]): WorklistDocument => {
  const [document] = refold(worklist, recorder()('case-c1', events)).rows;
  // The collection holds what the view gives.
  return document as unknown as WorklistDocument;
};

describe('a row of the worklist', () => {
  it('says what a list shows, the IIN masked', () => {
    expect(documentOf(paidCase('c1').slice(0, 5)).row).toEqual({
      caseId: 'c1',
      revision: 4,
      officeId: 'almaty-bostandyk',
      status: 'COMPLETE',
      stage: 'DECISION',
      route: 'COMMUNAL',
      form: 'REDEMPTION',
      channel: 'STATE_CORPORATION',
      registrationNumber: 'ЖК-2024/15',
      applicantName: 'Ахметов  Данияр Серікұлы',
      applicantIinMasked: '7910****0297',
      dwellingId: 'dwelling-of-c1',
      assignee: 'e.first',
      acceptedOn: '2024-03-04',
      submittedAt: '2024-03-04T05:00:00.000Z',
      updatedAt: expect.stringMatching(/^2024-03-04T05:00:\d\d\.\d{3}Z$/),
      nextDue: {
        rule: 'R-27',
        instance: null,
        paragraph: '6(1)',
        duty: expect.stringContaining(''),
        debtor: 'PROVIDER',
        due: '2024-04-03',
        dueAt: '2024-04-03T18:59:59.999Z',
        pending: null,
      },
    });
  });

  it('is due with the open duty that falls due first', () => {
    expect(documentOf([submitted('c1')]).dueOrder).toBe('2024-03-04T18:59:59.999Z c1');
  });

  it('sorts after all others where nothing is owed', () => {
    const document = documentOf(paidCase('c1'));
    expect(document.row.nextDue).toBeNull();
    expect(document.dueOrder).toBe('~ c1');
  });

  it('is not due with a power, which nobody owes', () => {
    const registered = documentOf(paidCase('c1').slice(0, 4));
    expect(registered.row.nextDue?.rule).toBe('R-27');
  });

  it('is found by its id, registration number and IIN, and by name whatever the case and spaces', () => {
    const document = documentOf(paidCase('c1'));
    expect(document.keys).toEqual(['c1', 'жк-2024/15', '791005350297']);
    expect(document.nameOrder).toBe('ахметов данияр серікұлы c1');
  });

  it('has no name and no IIN where they were erased', () => {
    // What the codec gives in place of what was sealed with a destroyed key.
    const applicant = { erased: true } as unknown as ApplicationSubmitted['data']['applicant'];
    const document = documentOf([submitted('c1', { applicant })]);
    expect(document.row).toMatchObject({ applicantName: '', applicantIinMasked: '************' });
    expect(document.keys).toEqual(['c1']);
    expect(document.nameOrder).toBe(' c1');
  });
});
