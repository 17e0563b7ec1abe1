import {
  atTheCounter,
  commission,
  completeness,
  compliance,
  decision,
  offer,
  payment,
  rejection,
  signatures,
  throughPortal,
  type Step,
} from './steps.js';

/** How far a sample case has come, and how many working days ago it last moved. */
export type SampleStage = Readonly<{ name: string; steps: readonly Step[]; restsFor: number }>;

const examined = [...throughPortal, completeness, compliance];
const decided = [...atTheCounter, completeness, compliance, commission, ...decision];

/** Cases to look at: one at each stage, one of them late; a seeding goes through them again and again. */
export const sampleStages: readonly SampleStage[] = [
  { name: 'submitted through the portal', steps: throughPortal.slice(0, 1), restsFor: 1 },
  { name: 'registered, completeness open', steps: atTheCounter, restsFor: 1 },
  { name: 'commission formed', steps: [...examined, commission], restsFor: 2 },
  { name: 'examined, decision overdue', steps: examined, restsFor: 35 },
  { name: 'agreement offered', steps: [...decided, ...offer], restsFor: 1 },
  { name: 'agreement concluded, payment open', steps: [...decided, ...offer, ...signatures], restsFor: 4 },
  { name: 'paid and closed', steps: [...decided, ...offer, ...signatures, payment], restsFor: 3 },
  { name: 'rejected as incomplete', steps: [...throughPortal, rejection], restsFor: 2 },
];

/** The stage of the n-th sample case, from 1. */
export const sampleStage = (n: number): SampleStage => {
  const stage = sampleStages[(n - 1) % sampleStages.length];
  if (stage === undefined) throw new RangeError(`sample cases are numbered from 1, not ${n}`);
  return stage;
};
