import type { LaterCommand } from '../case/case.commands.js';
import type { SentCommand } from './sending.js';
import * as usual from './case-commands.js';
import * as closing from './closing-commands.js';
import * as hearing from './hearing-commands.js';
import { sampleDocument, sampleDocuments, sampleEds } from './people.js';
import * as transfer from './transfer-commands.js';

/** From the questions to the registers to the commission. */
const examination: readonly SentCommand[] = [
  usual.recordFamilyData(),
  usual.registerApplication(),
  usual.confirmCompleteness(),
  usual.reviewCompliance(),
  usual.formCommission(),
];

/** From the questions to the registers to the signed decision. */
const stageTwo: readonly SentCommand[] = [...examination, usual.decideCommission(), usual.signDecision()];

const signatures: readonly SentCommand[] = [
  usual.signAgreement({ party: 'RECIPIENT' }),
  usual.signAgreement({ party: 'PROVIDER', by: 'head', at: '2025-03-20T16:00:00+05:00' }),
];

/** A redemption on the communal route through the portal, from filing to payment (para 9(1)). */
export const portalPath: readonly SentCommand[] = [
  usual.submitApplication(),
  ...stageTwo,
  usual.recordRightsInformation(),
  usual.offerAgreement(),
  ...signatures,
  usual.recordPayment(),
];

/** The same at a counter of the State Corporation, which hands out a receipt and delivers the documents. */
export const counterPath: readonly SentCommand[] = [
  usual.submitApplication({ channel: 'STATE_CORPORATION' }),
  usual.issueReceipt(),
  usual.deliverDocuments(),
  ...portalPath.slice(1),
];

/** An application without proof that the rent is paid, nor is there any in the registers: rejected as incomplete (para 8). */
export const incompletePath: readonly SentCommand[] = [
  usual.submitApplication({ documents: [sampleDocument({ type: 'D3' })] }),
  usual.registerApplication(),
  usual.recordStateData({ summary: null, outcome: 'NOT_FOUND' }),
  usual.rejectApplication(),
];

const deedSignatures: readonly SentCommand[] = [
  transfer.signTransferDeed({ side: 'TRANSFERRING' }),
  transfer.signTransferDeed({
    side: 'RECEIVING',
    signedBy: 'Official of the akimat',
    at: '2025-03-26T15:00:00+05:00',
  }),
];

/** The agreement of the entity routes, from the information on rights to the payment. */
const agreementAfterTransfer: readonly SentCommand[] = [
  usual.recordRightsInformation({ at: '2025-04-01T10:00:00+05:00', receivedOn: '2025-04-01' }),
  usual.offerAgreement({ at: '2025-04-01T15:00:00+05:00' }),
  usual.signAgreement({ party: 'RECIPIENT', at: '2025-04-02T10:00:00+05:00' }),
  usual.signAgreement({ party: 'PROVIDER', by: 'head', at: '2025-04-02T11:00:00+05:00' }),
  usual.recordPayment(),
];

/** The dwelling of a communal entity, from filing to payment (para 9(2)). */
export const communalEntityPath: readonly SentCommand[] = [
  usual.submitApplication({ route: 'COMMUNAL_ENTITY' }),
  ...stageTwo,
  ...deedSignatures,
  transfer.approveTransferDeed(),
  transfer.recordTitleRegistration(),
  ...agreementAfterTransfer,
];

/** The dwelling of a republican entity, from filing to payment (para 9(3)). */
export const republicanPath: readonly SentCommand[] = [
  usual.submitApplication({ route: 'REPUBLICAN_ENTITY' }),
  ...stageTwo,
  transfer.sendPetition(),
  transfer.giveIndustryConsent(),
  transfer.makeStatePropertyDecision(),
  ...deedSignatures,
  transfer.approveTransferDeed({
    side: 'TRANSFERRING',
    approver: 'STATE_PROPERTY_TERRITORIAL_HEAD',
    approvedBy: 'Head of the territorial subdivision',
    at: '2025-03-27T10:00:00+05:00',
  }),
  transfer.approveTransferDeed(),
  transfer.recordTitleRegistration(),
  ...agreementAfterTransfer,
];

/** A dwelling free of charge on the communal route, from filing to the agreement that ends it. */
export const gratuitousPath: readonly SentCommand[] = [
  usual.submitApplication({
    form: 'GRATUITOUS',
    payment: { mode: 'NONE' },
    freeCategory: 'disabled person of the first group',
    documents: [...sampleDocuments, sampleDocument({ type: 'D9', number: '19', issuedOn: '2024-06-01' })],
  }),
  ...examination,
  usual.decideCommission({ priceBasis: null }),
  usual.signDecision(),
  usual.recordRightsInformation(),
  usual.offerAgreement({ price: 0 }),
  ...signatures,
];

/** The initial contribution of the sample on instalments, three tenths and a tiyn: four equal parts do not go into the rest. */
export const sampleContribution = 37_500_001;

/** A redemption by instalments on the communal route: paid in time, on the Monday after a Saturday, and at last with seven tiyn over. */
export const instalmentsPath: readonly SentCommand[] = [
  usual.submitApplication({ payment: { mode: 'INSTALMENTS', years: 1, initialContribution: sampleContribution } }),
  ...stageTwo,
  usual.recordRightsInformation(),
  usual.offerAgreement({
    instalments: { initialContributionDue: '2025-04-30', firstInstalmentDue: '2025-05-31', everyMonths: 3 },
  }),
  ...signatures,
  usual.recordPayment({ amount: sampleContribution, paidOn: '2025-04-10', reference: 'PAY-1' }),
  usual.recordPayment({
    amount: 30_000_000,
    paidOn: '2025-06-02',
    reference: 'PAY-2',
    at: '2025-06-02T10:00:00+05:00',
  }),
  usual.recordPayment({
    amount: usual.samplePrice - sampleContribution - 30_000_000 + 7,
    paidOn: '2025-08-29',
    reference: 'PAY-3',
    overpayment: 'TO_BE_RETURNED',
    at: '2025-08-29T10:00:00+05:00',
  }),
];

/** Through the portal to a signed refusal after a hearing (para 10). */
export const refusalPath: readonly SentCommand[] = [
  usual.submitApplication(),
  ...examination.slice(0, 4),
  hearing.raiseRemarks(),
  usual.formCommission(),
  hearing.notifyPreliminaryRefusal(),
  hearing.recordObjection(),
  hearing.recordHearing(),
  hearing.refuseByCommission(),
  usual.signDecision(),
];

/** Every walk of a case from filing to its end. */
export const samplePaths: readonly (readonly SentCommand[])[] = [
  portalPath,
  refusalPath,
  communalEntityPath,
  republicanPath,
  gratuitousPath,
  instalmentsPath,
  counterPath,
  incompletePath,
];

/** A path through the portal with each result issued there: the decision or refusal once it is signed, the agreement once both have signed. */
export const withResults = (path: readonly SentCommand[]): readonly SentCommand[] => {
  const isRefused = path.some((command) => command.type === 'DecideCommission' && command.outcome === 'REFUSE');
  return path.flatMap((command): readonly SentCommand[] => {
    if (command.type === 'SignDecision') return [command, issued(command.at, isRefused ? 'REFUSAL' : 'DECISION')];
    const isConcluded = command.type === 'SignAgreement' && command.party === 'PROVIDER';
    return isConcluded ? [command, issued(command.at, 'AGREEMENT')] : [command];
  });
};

/** On the portal, in the evening of the day. */
const issued = (day: string, result: 'REFUSAL' | 'DECISION' | 'AGREEMENT'): SentCommand => {
  const at = `${day.slice(0, 10)}T17:00:00+05:00`;
  return closing.issueResult({ result, at, eds: sampleEds({ signedAt: at }) });
};

/** A path up to the last command of a type, that one included. Throws a RangeError where it has none. */
export const pathUpTo = (type: SentCommand['type'], path: readonly SentCommand[]): readonly SentCommand[] => {
  const last = path.findLastIndex((command) => command.type === type);
  if (last < 0) throw new RangeError(`the path has no ${type}`);
  return path.slice(0, last + 1);
};

/** Samples of every command that a submitted case answers to, those of all walks included. */
export const sampleCommands: readonly LaterCommand[] = [
  ...samplePaths.flatMap((path) => path.flatMap((command) => (command.type === 'SubmitApplication' ? [] : [command]))),
  usual.issueReceipt(),
  usual.deliverDocuments(),
  usual.rejectApplication(),
  usual.addDocument(),
  usual.setDocumentAside(),
  usual.stateFamilyAct(),
  usual.recordStateData(),
  closing.issueResult(),
  closing.issueResult({ result: 'AGREEMENT' }),
  closing.recordDutyMissed(),
  closing.correctRecord(),
  closing.reversePayment(),
  closing.withdrawApplication(),
  closing.reopenCase(),
];
