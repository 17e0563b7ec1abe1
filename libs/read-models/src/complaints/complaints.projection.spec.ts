import { describe, expect, it } from '@jest/globals';
import { complaintDecider, type ComplaintEvent } from '@app/domain';
import { refold } from '../engine/refold.js';
import {
  correctedComplaint,
  filing,
  lateComplaint,
  ruledComplaint,
  runningComplaint,
  settledComplaint,
} from '../testing/complaint-history.js';
import { recorder } from '../testing/recorded.js';
import { complaintEventsOf } from '../../../domain/src/testing/index.js';
import { complaints, type ComplaintDocument } from './complaints.projection.js';

const documentOf = (events: readonly ComplaintEvent[]): ComplaintDocument => {
  const [document] = refold(complaints, recorder()('complaint-k1', events)).documents;
  // The collection holds what the projection shows.
  return document as unknown as ComplaintDocument;
};

describe('the complaints', () => {
  it('hold the state that decisions are made on', () => {
    const events = ruledComplaint('k1');
    const entered = recorder()('complaint-k1', events).map(({ metadata }) => metadata.recordedAt);
    const state = events.reduce(
      (now, event, index) => complaintDecider.evolve(now, event, entered[index]!),
      complaintDecider.initial,
    );
    expect(documentOf(events).state).toEqual(state);
  });

  it('hold every fact as it was recorded', () => {
    const events = [...ruledComplaint('k1')];
    const dataOf = (type: string): unknown => events.find((event) => event.type === type)?.data;
    expect(documentOf(events).facts).toEqual({
      filing: dataOf('ComplaintFiled'),
      forwarding: dataOf('ComplaintForwarded'),
      favourableAct: null,
      registration: dataOf('ComplaintRegistered'),
      extension: dataOf('ComplaintTermExtended'),
      extensionNotice: dataOf('ExtensionNoticeSent'),
      decision: dataOf('ComplaintDecided'),
      courtAppeal: dataOf('CourtAppealFiled'),
      courtRulings: [dataOf('CourtRulingRecorded')],
      missedDuties: [dataOf('DutyMissed')],
      corrections: [],
    });
    const settled = settledComplaint('k1');
    expect(documentOf(settled).facts.favourableAct).toEqual(settled[1]?.data);
  });

  it('show every fact as it is right, with what was set right and what it was', () => {
    const events = correctedComplaint('k1');
    const { facts, orders } = documentOf(events);
    expect(facts.registration).toMatchObject({ registrationNumber: 'C-1', registeredOn: '2025-04-08' });
    expect(facts.corrections).toEqual([events.at(-1)?.data]);
    expect(orders).toMatchObject([{ revision: 3, carryOutBy: '2025-05-05', datedAt: expect.any(Number) }]);
  });

  it('say where a complaint stands, and what is due first', () => {
    expect(documentOf(runningComplaint('k1'))).toMatchObject({
      complaintId: 'k1',
      officeId: 'almaty-bostandyk',
      caseId: 'c1',
      dueOrder: '2025-04-14T18:59:59.999Z k1',
      watched: '2025-04-14T18:59:59.999Z k1',
      row: {
        complaintId: 'k1',
        caseId: 'c1',
        officeId: 'almaty-bostandyk',
        status: 'REGISTERED',
        addressee: 'PROVIDER_HEAD',
        lodgedWith: 'PROVIDER',
        medium: 'PAPER',
        kind: 'INACTION',
        receivedOn: '2025-04-03',
        registrationNumber: 'C-1',
        extended: false,
        outcome: null,
        term: 'RUNNING',
        considerationDueAt: '2025-04-14T18:59:59.999Z',
        filedAt: '2025-04-03T05:00:00.000Z',
        nextDue: { rule: 'R-86', debtor: 'PROVIDER', due: '2025-04-14', dueAt: '2025-04-14T18:59:59.999Z' },
      },
    });
  });

  it.each([
    ['not registered', complaintEventsOf([filing('k1')]), 'NOT_BEGUN', null],
    ['settled', settledComplaint('k1'), 'SETTLED', null],
    ['decided in the extended term', ruledComplaint('k1'), 'KEPT', 'SATISFIED'],
    ['decided late', lateComplaint('k1'), 'LATE', 'DISMISSED'],
  ] as const)('say of one %s how its term stands', (_, events, term, outcome) =>
    expect(documentOf(events).row).toMatchObject({ term, outcome }),
  );

  it('name what was missed, once, and not what was found to have been kept', () => {
    const missed = (rule: string, due: string): ComplaintEvent => ({
      type: 'DutyMissed',
      data: {
        at: `${due}T23:59:59+05:00`,
        rule,
        instance: null,
        paragraph: '13',
        debtor: 'PROVIDER',
        due,
        dueAt: `${due}T18:59:59.999Z`,
      },
    });
    const before = missed('R-86', '2025-04-11');
    const late = [...lateComplaint('k1'), before, missed('R-86', '2025-04-14')];
    expect(documentOf(late).missed).toEqual([{ rule: 'R-86', paragraph: '13' }]);
    const kept = runningComplaint('k1');
    const decided = {
      ...lateComplaint('k1').at(-1)!,
      data: { ...lateComplaint('k1').at(-1)!.data, decidedOn: '2025-04-14' },
    };
    // The very decision, of a day earlier.
    expect(documentOf([...kept, missed('R-86', '2025-04-14'), decided as ComplaintEvent]).missed).toEqual([]);
  });

  it('put what owes nothing after everything that is due', () =>
    expect(documentOf(ruledComplaint('k1')).dueOrder).toBe('~ k1'));

  it('show nothing of a complaint of which only unknown events are there', () => {
    // An event of a later version.
    const later = { type: 'ComplaintRenamed', data: { at: '2025-04-03T10:00:00+05:00' } } as unknown as ComplaintEvent;
    expect(documentOf([later])).toMatchObject({ officeId: null, row: null, dueOrder: '', duties: [] });
  });
});
