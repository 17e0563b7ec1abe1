import { samples } from '@app/domain';

/** How far a sample case has come, and how many working days ago it last moved. */
export type SampleStage = Readonly<{ name: string; path: readonly samples.SentCommand[]; restsFor: number }>;

const { counterPath, gratuitousPath, incompletePath, instalmentsPath, pathUpTo, portalPath, refusalPath } = samples;

/** Cases to look at: one at each stage, one of them late; a seeding goes through them again and again. */
export const sampleStages: readonly SampleStage[] = [
  { name: 'submitted through the portal', path: pathUpTo('SubmitApplication', portalPath), restsFor: 1 },
  { name: 'registered, completeness open', path: pathUpTo('RegisterApplication', counterPath), restsFor: 1 },
  { name: 'commission formed', path: pathUpTo('FormCommission', portalPath), restsFor: 2 },
  { name: 'examined, decision overdue', path: pathUpTo('ReviewCompliance', portalPath), restsFor: 35 },
  { name: 'agreement offered', path: pathUpTo('OfferAgreement', counterPath), restsFor: 1 },
  { name: 'agreement concluded, payment open', path: pathUpTo('SignAgreement', counterPath), restsFor: 4 },
  { name: 'paid and closed', path: counterPath, restsFor: 3 },
  { name: 'rejected as incomplete', path: incompletePath, restsFor: 2 },
  { name: 'refused after a hearing', path: samples.withResults(refusalPath), restsFor: 3 },
  {
    name: 'of a republican entity, in transfer',
    path: pathUpTo('SignTransferDeed', samples.republicanPath),
    restsFor: 2,
  },
  // of three payments the first
  { name: 'paid in instalments', path: instalmentsPath.slice(0, -2), restsFor: 5 },
  { name: 'free of charge, concluded', path: gratuitousPath, restsFor: 3 },
];

/** The stage of the n-th sample case, from 1. */
export const sampleStage = (n: number): SampleStage => {
  const stage = sampleStages[(n - 1) % sampleStages.length];
  if (stage === undefined) throw new RangeError(`sample cases are numbered from 1, not ${n}`);
  return stage;
};
