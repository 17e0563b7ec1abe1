import { describe, expect, it } from '@jest/globals';
import { caseDecider, dutiesOf, type CaseEvent } from '@app/domain';
import {
  addDocument,
  correctRecord,
  eventsOf,
  portalPath,
  recordDutyMissed,
  recordStateData,
  registerApplication,
  reversePayment,
  samplePaths,
  setDocumentAside,
  stateFamilyAct,
  submitApplication,
  withdrawApplication,
} from '../../../domain/src/testing/index.js';
import { refold } from '../engine/refold.js';
import { paidCase, rejectedCase, submitted } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import { caseView, type CaseViewDocument } from './case-view.projection.js';

const viewOf = (events: ReturnType<typeof paidCase>): CaseViewDocument => {
  const [view] = refold(caseView, recorder()('case-c1', events)).documents;
  // The collection holds what the projection shows.
  return view as unknown as CaseViewDocument;
};

/** The facts that an event holds: as many as there are answers, where registers answered at once. */
const factsIn = ({ type, data }: CaseEvent): readonly object[] =>
  type === 'FamilyDataReceived' ? data.answers.map((answer) => ({ at: data.at, ...answer })) : [data];

describe('the case view', () => {
  it('holds the state that decisions are made on', () => {
    const events = paidCase('c1');
    const entered = recorder()('case-c1', events).map(({ metadata }) => metadata.recordedAt);
    const state = events.reduce(
      (now, event, index) => caseDecider.evolve(now, event, entered[index]!),
      caseDecider.initial,
    );
    const { people: _notStored, ...stored } = state;
    expect(viewOf(events).state).toEqual(stored);
  });

  it.each(samplePaths.map((path) => eventsOf([...path, correctRecord()])))(
    'holds every fact of a case as it is known, with what was set right: %#',
    (...events) => {
      const { facts, state } = viewOf(events);
      const held = Object.values(facts).flat();
      const known = state.history.flatMap(({ event }) => factsIn(event));
      for (const fact of known) expect(held).toContainEqual(expect.objectContaining(fact));
      expect(held.filter((fact) => fact !== null)).toHaveLength(known.length);
      expect(facts.registration?.registeredOn).toBe('2025-03-04');
      expect(events.find(({ type }) => type === 'ApplicationRegistered')?.data).toMatchObject({
        registeredOn: '2025-03-03',
      });
    },
  );

  it('holds each payment by its revision, and that it was reversed', () => {
    const events = eventsOf([...portalPath, reversePayment()]);
    const { facts, status } = viewOf(events);
    const reversed = events.find(({ type }) => type === 'PaymentReversed')?.data;
    const revision = events.findIndex(({ type }) => type === 'PaymentReceived');
    expect(facts.payments).toMatchObject([{ revision, amount: 125_000_000, reversal: reversed }]);
    expect(status).toBe('AGREEMENT_CONCLUDED');
  });

  it('holds what was added, set aside, stated, answered, missed, issued and withdrawn', () => {
    const path = [
      submitApplication(),
      registerApplication(),
      addDocument(),
      setDocumentAside(),
      stateFamilyAct(),
      recordStateData(),
      recordDutyMissed(),
      withdrawApplication(),
    ];
    const events = eventsOf(path);
    const dataOf = (type: string): unknown => events.find((event) => event.type === type)?.data;
    expect(viewOf(events).facts).toMatchObject({
      addedDocuments: [dataOf('DocumentAdded')],
      setAsideDocuments: [{ documentType: 'D8', reason: 'The copy cannot be read' }],
      familyActs: [dataOf('FamilyActStated')],
      stateData: [dataOf('StateDataReceived')],
      missedDuties: [dataOf('DutyMissed')],
      withdrawal: dataOf('ApplicationWithdrawn'),
      closing: { outcome: 'WITHDRAWN' },
    });
  });

  it('holds the duties that the domain derives, less the steps of the derivation', () => {
    const view = viewOf([submitted('c1')]);
    expect(view.duties).toEqual(
      dutiesOf(view.state).map(({ derivation: _d, acceptance: _a, paragraphText: _t, ...duty }) => ({
        ...duty,
        moved: null,
      })),
    );
    expect(view.duties.map(({ rule, due, status }) => [rule, due, status])).toEqual([
      ['R-18', '2024-03-04', 'OPEN'],
      ['R-27', '2024-04-03', 'OPEN'],
      ['R-19', '2024-03-04', 'OPEN'],
    ]);
  });

  it('says where the case stands, and where in the log it closed', () => {
    expect(viewOf([submitted('c1')])).toMatchObject({
      caseId: 'c1',
      officeId: 'almaty-bostandyk',
      status: 'SUBMITTED',
      stage: 'DOCUMENTS',
      closedPosition: null,
    });
    const rejected = recorder()('case-c1', rejectedCase('c1'));
    expect(refold(caseView, rejected).documents).toMatchObject([
      { status: 'REJECTED', stage: 'CLOSED', revision: 3, closedPosition: rejected[3]?.position },
    ]);
  });
});
