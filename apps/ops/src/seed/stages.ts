import {
  initialPayment,
  offer,
  offerFreeOfCharge,
  offerInInstalments,
  contribution,
  payment,
  signatures,
} from './agreement-steps.js';
import { hearing, refusal, remarks } from './refusal-steps.js';
import {
  atTheCounter,
  commission,
  completeness,
  compliance,
  decision,
  decisionFreeOfCharge,
  proofOfCategory,
  rejection,
  throughPortal,
  throughPortalFor,
  type Step,
} from './steps.js';
import { transfer } from './transfer-steps.js';

/** How far a sample case has come, and how many working days ago it last moved. */
export type SampleStage = Readonly<{ name: string; steps: readonly Step[]; restsFor: number }>;

const examined = [...throughPortal, completeness, compliance];
const decided = [...atTheCounter, completeness, compliance, commission, ...decision];

const republican = [
  ...throughPortalFor(() => ({ route: 'REPUBLICAN_ENTITY' })),
  completeness,
  compliance,
  commission,
  ...decision,
];
const inInstalments = [
  ...throughPortalFor(({ n }) => ({
    payment: { mode: 'INSTALMENTS', years: 5, initialContribution: contribution(n) },
  })),
  completeness,
  compliance,
  commission,
  ...decision,
];
const freeOfCharge = [
  ...throughPortalFor((facts, { documents }) => ({
    form: 'GRATUITOUS',
    payment: { mode: 'NONE' },
    freeCategory: 'disabled person of the first group',
    // the usual application's own list
    documents: [...(documents as object[]), proofOfCategory(facts)],
  })),
  completeness,
  compliance,
  commission,
  ...decisionFreeOfCharge,
];

/** Cases to look at: one at each stage, one of them late; a seeding goes through them again and again. */
export const sampleStages: readonly SampleStage[] = [
  { name: 'submitted through the portal', steps: throughPortal.slice(0, 1), restsFor: 1 },
  { name: 'registered, completeness open', steps: atTheCounter, restsFor: 1 },
  { name: 'commission formed', steps: [...examined, commission], restsFor: 2 },
  { name: 'examined, decision overdue', steps: examined, restsFor: 35 },
  { name: 'agreement offered', steps: [...decided, ...offer], restsFor: 1 },
  { name: 'agreement concluded, payment open', steps: [...decided, ...offer, ...signatures], restsFor: 4 },
  { name: 'paid and closed', steps: [...decided, ...offer, ...signatures, payment], restsFor: 3 },
  { name: 'rejected as incomplete', steps: [...throughPortal, ...rejection], restsFor: 2 },
  {
    name: 'refused after a hearing',
    steps: [...examined, remarks, commission, ...hearing, ...refusal],
    restsFor: 3,
  },
  { name: 'of a republican entity, in transfer', steps: [...republican, ...transfer], restsFor: 2 },
  {
    name: 'paid in instalments',
    steps: [...inInstalments, ...offerInInstalments, ...signatures, initialPayment],
    restsFor: 5,
  },
  { name: 'free of charge, concluded', steps: [...freeOfCharge, ...offerFreeOfCharge, ...signatures], restsFor: 3 },
];

/** The stage of the n-th sample case, from 1. */
export const sampleStage = (n: number): SampleStage => {
  const stage = sampleStages[(n - 1) % sampleStages.length];
  if (stage === undefined) throw new RangeError(`sample cases are numbered from 1, not ${n}`);
  return stage;
};
