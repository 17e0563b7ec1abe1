import * as application from '../index.js';
import { sampleContext } from './sample-application.js';

/** The rest of the walk to payment, each by somebody who may do it, on its own day of March 2025. */
export const walkToPayment = (caseId: string) => {
  const on = (day: string, actor = 'clerk') =>
    sampleContext(`key ${day}`, { actor, effectiveAt: `2025-03-${day}:00+05:00` });
  const eds = { certificateSerial: '1', signedAt: '2025-03-19T09:00:00+05:00' };
  const priceBasis = {
    residualValue: 125_000_000,
    valuationDate: '2025-02-10',
    valuationDocumentId: 'V',
    determinedBy: 'X',
  };
  const noRefusal = { ground: null, facts: null, reasons: null };
  return [
    new application.ActOnCase(
      caseId,
      { type: 'RegisterApplication', registrationNumber: 'REG-1', eds: null },
      on('03T16:00'),
    ),
    new application.ActOnCase(caseId, { type: 'ConfirmCompleteness', note: null }, on('04T10:00', 'examiner')),
    new application.ActOnCase(caseId, { type: 'ReviewCompliance', findings: [] }, on('06T10:00', 'examiner')),
    new application.FormCommission(
      caseId,
      {
        kind: 'LOCAL_EXECUTIVE_BODY',
        members: [{ memberId: 'm1', fullName: 'A', conflictOfInterest: null }],
        chairId: 'm1',
        secretaryId: 'm1',
      },
      on('11T10:00'),
    ),
    new application.ActOnCase(
      caseId,
      {
        type: 'DecideCommission',
        outcome: 'PRIVATIZE',
        votes: [{ memberId: 'm1', vote: 'FOR' }],
        ...noRefusal,
        priceBasis,
      },
      on('18T10:00'),
    ),
    new application.ActOnCase(caseId, { type: 'SignDecision', decisionNumber: 'D-1', eds }, on('19T10:00', 'head')),
    new application.ActOnCase(
      caseId,
      {
        type: 'RecordRightsInformation',
        source: 'cadastre',
        encumbrances: [],
        technicalCharacteristics: 'two rooms',
        receivedOn: '2025-03-19',
      },
      on('19T11:00'),
    ),
    new application.ActOnCase(
      caseId,
      { type: 'OfferAgreement', agreementNumber: 'A-1', price: 125_000_000, medium: 'ELECTRONIC', instalments: null },
      on('20T10:00'),
    ),
    new application.ActOnCase(caseId, { type: 'SignAgreement', party: 'RECIPIENT', eds }, on('20T15:00')),
    new application.ActOnCase(caseId, { type: 'SignAgreement', party: 'PROVIDER', eds }, on('20T16:00', 'head')),
    new application.ActOnCase(
      caseId,
      { type: 'RecordPayment', amount: 125_000_000, paidOn: '2025-03-24', reference: 'P-1' },
      on('24T12:00'),
    ),
  ];
};
