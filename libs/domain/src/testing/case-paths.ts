import type { CaseCommand } from '../case/case.commands.js';
import * as commands from './case-commands.js';
import * as hearing from './hearing-commands.js';
import { sampleDocument, sampleDocuments } from './samples.js';
import * as later from './stage-three-commands.js';

/** From the registration to the signed decision. */
const stageTwo: readonly CaseCommand[] = [
  commands.registerApplication(),
  commands.confirmCompleteness(),
  commands.reviewCompliance(),
  commands.formCommission(),
  commands.decideCommission(),
  commands.signDecision(),
];

const deedSignatures: readonly CaseCommand[] = [
  later.signTransferDeed({ side: 'TRANSFERRING' }),
  later.signTransferDeed({ side: 'RECEIVING', signedBy: 'Official of the akimat', at: '2025-03-26T15:00:00+05:00' }),
];

/** The agreement of the entity routes, from the information on rights to the payment. */
const agreementAfterTransfer: readonly CaseCommand[] = [
  commands.recordRightsInformation({ at: '2025-04-01T10:00:00+05:00', receivedOn: '2025-04-01' }),
  commands.offerAgreement({ at: '2025-04-01T15:00:00+05:00' }),
  commands.signAgreement({ party: 'RECIPIENT', at: '2025-04-02T10:00:00+05:00' }),
  commands.signAgreement({ party: 'PROVIDER', by: 'head', at: '2025-04-02T11:00:00+05:00' }),
  commands.recordPayment(),
];

/** The dwelling of a communal entity, from filing to payment (para 9(2)). */
export const communalEntityPath: readonly CaseCommand[] = [
  commands.submitApplication({ route: 'COMMUNAL_ENTITY' }),
  ...stageTwo,
  ...deedSignatures,
  later.approveTransferDeed(),
  later.recordTitleRegistration(),
  ...agreementAfterTransfer,
];

/** The dwelling of a republican entity, from filing to payment (para 9(3)). */
export const republicanPath: readonly CaseCommand[] = [
  commands.submitApplication({ route: 'REPUBLICAN_ENTITY' }),
  ...stageTwo,
  later.sendPetition(),
  later.giveIndustryConsent(),
  later.makeStatePropertyDecision(),
  ...deedSignatures,
  later.approveTransferDeed({
    side: 'TRANSFERRING',
    approver: 'STATE_PROPERTY_TERRITORIAL_HEAD',
    approvedBy: 'Head of the territorial subdivision',
    at: '2025-03-27T10:00:00+05:00',
  }),
  later.approveTransferDeed(),
  later.recordTitleRegistration(),
  ...agreementAfterTransfer,
];

/** A dwelling free of charge on the communal route, from filing to the agreement that ends it. */
export const gratuitousPath: readonly CaseCommand[] = [
  commands.submitApplication({
    form: 'GRATUITOUS',
    payment: { mode: 'NONE' },
    freeCategory: 'disabled person of the first group',
    documents: [...sampleDocuments, sampleDocument({ type: 'D9', number: '19', issuedOn: '2024-06-01' })],
  }),
  ...stageTwo.slice(0, 4),
  commands.decideCommission({ priceBasis: null }),
  commands.signDecision(),
  commands.recordRightsInformation(),
  commands.offerAgreement({ price: 0 }),
  commands.signAgreement({ party: 'RECIPIENT' }),
  commands.signAgreement({ party: 'PROVIDER', by: 'head', at: '2025-03-20T16:00:00+05:00' }),
];

/** The initial contribution of the sample on instalments, three tenths and a tiyn: four equal parts do not go into the rest. */
export const sampleContribution = 37_500_001;

/** A redemption by instalments on the communal route: paid in time, late in part, and at last with seven tiyn over. */
export const instalmentsPath: readonly CaseCommand[] = [
  commands.submitApplication({ payment: { mode: 'INSTALMENTS', years: 1, initialContribution: sampleContribution } }),
  ...stageTwo,
  commands.recordRightsInformation(),
  commands.offerAgreement({
    instalments: { initialContributionDue: '2025-04-30', firstInstalmentDue: '2025-05-31', everyMonths: 3 },
  }),
  commands.signAgreement({ party: 'RECIPIENT' }),
  commands.signAgreement({ party: 'PROVIDER', by: 'head', at: '2025-03-20T16:00:00+05:00' }),
  commands.recordPayment({ amount: sampleContribution, paidOn: '2025-04-10', reference: 'PAY-1' }),
  commands.recordPayment({
    amount: 30_000_000,
    paidOn: '2025-06-02',
    reference: 'PAY-2',
    at: '2025-06-02T10:00:00+05:00',
  }),
  commands.recordPayment({
    amount: commands.samplePrice - sampleContribution - 30_000_000 + 7,
    paidOn: '2025-08-29',
    reference: 'PAY-3',
    at: '2025-08-29T10:00:00+05:00',
  }),
];

/** The sample case through the portal to a signed refusal (para 10), command by command. */
export const refusalPath: readonly CaseCommand[] = [
  commands.submitApplication(),
  commands.registerApplication(),
  commands.confirmCompleteness(),
  commands.reviewCompliance(),
  hearing.raiseRemarks(),
  commands.formCommission(),
  hearing.notifyPreliminaryRefusal(),
  hearing.recordObjection(),
  hearing.recordHearing(),
  hearing.refuseByCommission(),
  commands.signDecision(),
];
