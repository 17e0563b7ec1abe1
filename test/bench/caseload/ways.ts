import { samples } from '@app/domain';

/** A way that a case may go, of so many in a hundred. */
export type Way = Readonly<{ weight: number; path: readonly samples.SentCommand[] }>;

/** The ways of a caseload; of every hundred cases so many go each. */
export const ways: readonly Way[] = [
  { weight: 36, path: samples.withResults(samples.portalPath) },
  { weight: 18, path: samples.counterPath },
  { weight: 10, path: samples.withResults(samples.instalmentsPath) },
  { weight: 8, path: samples.withResults(samples.gratuitousPath) },
  { weight: 8, path: samples.communalEntityPath },
  { weight: 6, path: samples.republicanPath },
  { weight: 8, path: samples.refusalPath },
  { weight: 6, path: samples.incompletePath },
];
