import type { CaseCommand, LaterCommand } from '../case/case.commands.js';
import { deliverDocuments, issueReceipt, rejectApplication } from './case-commands.js';
import { communalEntityPath, gratuitousPath, instalmentsPath, refusalPath, republicanPath } from './case-paths.js';
import { portalPath } from './case-story.js';
import { addDocument, recordStateData } from './hearing-commands.js';
import { correctRecord, issueResult, recordDutyMissed, withdrawApplication } from './stage-three-commands.js';

/** Every walk of a case from filing to its end. */
export const samplePaths: readonly (readonly CaseCommand[])[] = [
  portalPath,
  refusalPath,
  communalEntityPath,
  republicanPath,
  gratuitousPath,
  instalmentsPath,
];

/** Samples of every command that a submitted case answers to, those of all walks included. */
export const sampleCommands: readonly LaterCommand[] = [
  ...samplePaths.flatMap((path) => path.flatMap((command) => (command.type === 'SubmitApplication' ? [] : [command]))),
  issueReceipt(),
  deliverDocuments(),
  rejectApplication(),
  addDocument(),
  recordStateData(),
  issueResult(),
  issueResult({ result: 'AGREEMENT' }),
  recordDutyMissed(),
  correctRecord(),
  withdrawApplication(),
];
