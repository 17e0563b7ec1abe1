import { describe, expect, it } from '@jest/globals';
import { caseDecider, dutiesOf } from '@app/domain';
import { refold } from '../engine/refold.js';
import { paidCase, rejectedCase, submitted } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import { caseView, type CaseViewDocument } from './case-view.projection.js';

const viewOf = (events: ReturnType<typeof paidCase>): CaseViewDocument => {
  const [view] = refold(caseView, recorder()('case-c1', events)).documents;
  // The collection holds what the projection shows.
  return view as unknown as CaseViewDocument;
};

describe('the case view', () => {
  it('holds the state that decisions are made on', () => {
    const events = paidCase('c1');
    expect(viewOf(events).state).toEqual(events.reduce(caseDecider.evolve, caseDecider.initial));
  });

  it('holds every fact as it was recorded', () => {
    const events = paidCase('c1');
    const dataOf = (type: string): unknown => events.find((event) => event.type === type)?.data;
    const all = (type: string): unknown => events.filter((event) => event.type === type).map(({ data }) => data);
    expect(viewOf(events).facts).toEqual({
      application: dataOf('ApplicationSubmitted'),
      receipt: dataOf('ReceiptIssued'),
      delivery: dataOf('DocumentsDelivered'),
      registration: dataOf('ApplicationRegistered'),
      completeness: dataOf('CompletenessConfirmed'),
      rejection: null,
      compliance: dataOf('ComplianceReviewed'),
      commission: dataOf('CommissionFormed'),
      decision: dataOf('CommissionDecided'),
      decisionSignature: dataOf('DecisionSigned'),
      rightsInformation: dataOf('RightsInformationReceived'),
      agreement: dataOf('AgreementOffered'),
      signatures: all('AgreementSigned'),
      payments: all('PaymentReceived'),
      closing: dataOf('CaseClosed'),
    });
  });

  it('holds the duties that the domain derives, less the steps of the derivation', () => {
    const view = viewOf([submitted('c1')]);
    expect(view.duties).toEqual(
      dutiesOf(view.state).map(({ derivation: _d, acceptance: _a, paragraphText: _t, ...duty }) => duty),
    );
    expect(view.duties.map(({ rule, due, status }) => [rule, due, status])).toEqual([
      ['R-15', '2024-03-04', 'OPEN'],
      ['R-18', '2024-03-04', 'OPEN'],
      ['R-27', '2024-04-03', 'OPEN'],
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
