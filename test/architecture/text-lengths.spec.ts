import { describe, expect, it } from '@jest/globals';
import { eventSchemas, type EventSchema } from '@app/domain';
import { bodyOfPost, resolved, type Schema } from '../support/contract-bodies.js';
import { longestOf } from '../../libs/domain/src/corrections/text-lengths.js';

/** Where each event whose texts can be set right is entered. */
const enteredAt: Readonly<Record<string, string>> = {
  ApplicationSubmitted: 'cases',
  ReceiptIssued: 'cases/{caseId}/receipt',
  DocumentsDelivered: 'cases/{caseId}/delivery',
  ApplicationRegistered: 'cases/{caseId}/registration',
  DocumentAdded: 'cases/{caseId}/documents',
  DocumentSetAside: 'cases/{caseId}/documents/set-aside',
  StateDataReceived: 'cases/{caseId}/state-data',
  CompletenessConfirmed: 'cases/{caseId}/completeness',
  ApplicationRejected: 'cases/{caseId}/rejection',
  ComplianceReviewed: 'cases/{caseId}/compliance',
  RemarksRaised: 'cases/{caseId}/remarks',
  CommissionFormed: 'cases/{caseId}/commission',
  PreliminaryRefusalNotified: 'cases/{caseId}/preliminary-refusal',
  HearingScheduled: 'cases/{caseId}/preliminary-refusal',
  ObjectionReceived: 'cases/{caseId}/objections',
  HearingHeld: 'cases/{caseId}/hearing',
  CommissionDecided: 'cases/{caseId}/decision',
  DecisionSigned: 'cases/{caseId}/decision/signature',
  RightsInformationReceived: 'cases/{caseId}/rights-information',
  PetitionSent: 'cases/{caseId}/petition',
  IndustryConsentGiven: 'cases/{caseId}/industry-consent',
  StatePropertyDecisionMade: 'cases/{caseId}/state-property-decision',
  TransferDeedSigned: 'cases/{caseId}/transfer-deed/signatures',
  TransferDeedApproved: 'cases/{caseId}/transfer-deed/approvals',
  TitleRegistered: 'cases/{caseId}/title-registration',
  AgreementOffered: 'cases/{caseId}/agreement',
  AgreementSigned: 'cases/{caseId}/agreement/signatures',
  PaymentReceived: 'cases/{caseId}/payments',
  PaymentReversed: 'cases/{caseId}/payments/reversals',
  ResultIssued: 'cases/{caseId}/results',
  ApplicationWithdrawn: 'cases/{caseId}/withdrawal',
  ComplaintFiled: 'complaints',
  ComplaintForwarded: 'complaints/{complaintId}/forwarding',
  FavourableActAdopted: 'complaints/{complaintId}/favourable-act',
  ComplaintRegistered: 'complaints/{complaintId}/registration',
  ComplaintTermExtended: 'complaints/{complaintId}/extension',
  ExtensionNoticeSent: 'complaints/{complaintId}/extension-notice',
  ComplaintDecided: 'complaints/{complaintId}/decision',
  CourtAppealFiled: 'complaints/{complaintId}/court-appeal',
  CourtRulingRecorded: 'complaints/{complaintId}/court-ruling',
  CarryOutDaySet: 'complaints/{complaintId}/carry-out-day',
};

/** What a body says of the field at a path. */
const declaredAt = (path: string, field: string): Schema =>
  field
    .split('.')
    .reduce<Schema>(
      (schema, name) => resolved((name === '*' ? schema.items : schema.properties?.[name]) ?? {}),
      resolved(bodyOfPost(`/${path}`) ?? {}),
    );

const texts = Object.entries<EventSchema>(eventSchemas).flatMap(([event, { correctable = {} }]) =>
  Object.entries(correctable).flatMap(([field, kind]) => (kind === 'TEXT' ? [[event, field] as const] : [])),
);

/** What the system makes of what is said, and what a register answered. */
const ofTheSystem = new Set(['ExtensionNoticeSent reasons', 'FamilyDataReceived answers.*.summary']);

describe('a text that is set right', () => {
  it('may be as long as the command takes it that enters it: mend libs/domain/src/corrections/text-lengths.ts', () => {
    const entered = texts.filter(([event, field]) => !ofTheSystem.has(`${event} ${field}`));
    const said = entered.map(([event, field]) => [event, field, longestOf(event, field.replaceAll('*', '0'))]);
    const declared = entered.map(([event, field]) => {
      const { maxLength, pattern } = declaredAt(enteredAt[event] ?? '', field);
      // A key says its length in its pattern.
      return [event, field, maxLength ?? Number(pattern?.match(/\{1,(\d+)\}/)?.[1])];
    });
    expect(said).toEqual(declared);
  });
});
