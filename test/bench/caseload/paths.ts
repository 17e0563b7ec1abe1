import type { CaseCommand } from '@app/domain';
import {
  communalEntityPath,
  deliverDocuments,
  gratuitousPath,
  instalmentsPath,
  issueReceipt,
  issueResult,
  portalPath,
  recordStateData,
  refusalPath,
  registerApplication,
  rejectApplication,
  republicanPath,
  sampleDocument,
  submitApplication,
} from '../../../libs/domain/src/testing/index.js';

/** A way that a case may go, of so many in a hundred. */
export type Way = Readonly<{ weight: number; path: readonly CaseCommand[] }>;

const agreementAt = '2025-03-20T17:00:00+05:00';
const agreementIssued = issueResult({
  result: 'AGREEMENT',
  at: agreementAt,
  eds: { certificateSerial: '6f1c2d', signedAt: agreementAt },
});

/** A path with the decision issued once it is signed, and the agreement once both have signed. */
const withResults = (path: readonly CaseCommand[], agreement: readonly CaseCommand[]): readonly CaseCommand[] =>
  path.flatMap((command) => {
    if (command.type === 'SignDecision') return [command, issueResult()];
    return command.type === 'SignAgreement' && command.party === 'PROVIDER' ? [command, ...agreement] : [command];
  });

const atTheCounter: readonly CaseCommand[] = [
  submitApplication({ channel: 'STATE_CORPORATION' }),
  issueReceipt(),
  deliverDocuments(),
  ...portalPath.slice(1),
];

const incomplete: readonly CaseCommand[] = [
  submitApplication({ documents: [sampleDocument({ type: 'D3' })] }),
  registerApplication(),
  recordStateData({ summary: null, outcome: 'NOT_FOUND' }),
  rejectApplication(),
];

/** The ways of a caseload; of every hundred cases so many go each. */
export const ways: readonly Way[] = [
  { weight: 36, path: withResults(portalPath, [agreementIssued]) },
  { weight: 18, path: atTheCounter },
  { weight: 10, path: withResults(instalmentsPath, [agreementIssued]) },
  { weight: 8, path: withResults(gratuitousPath, [agreementIssued]) },
  { weight: 8, path: communalEntityPath },
  { weight: 6, path: republicanPath },
  { weight: 8, path: refusalPath },
  { weight: 6, path: incomplete },
];
