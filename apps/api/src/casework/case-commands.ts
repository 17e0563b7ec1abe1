import { ActOnCase } from '@app/application';
import type { LaterCommand } from '@app/domain';
import { CaseIdPipe } from '../http/id.pipes.js';
import type { CommandRow } from '../http/command-rows.js';
import { commandsController } from '../http/commands-controller.js';
import { agreementCommands } from './commands/agreement.js';
import { closingCommands } from './commands/closing.js';
import { decisionCommands } from './commands/decision.js';
import { examinationCommands } from './commands/examination.js';
import { filingCommands } from './commands/filing.js';
import { transferCommands } from './commands/transfer.js';

/** What people do to a case; that a duty was missed is recorded by the watch. */
type CaseCommandName = Exclude<LaterCommand['type'], 'RecordDutyMissed' | 'ReopenCase'>;

const rows = {
  ...filingCommands,
  ...examinationCommands,
  ...decisionCommands,
  ...transferCommands,
  ...agreementCommands,
  ...closingCommands,
} satisfies Readonly<Record<CaseCommandName, CommandRow>>;

/** The commands of cases that have a form, by name. */
export type CaseFormName = keyof typeof rows;

/** Every command of a case. */
export const caseCommands: Readonly<Record<CaseFormName, CommandRow>> = rows;

/** Whether people do it, by a route of its own. */
export const isCaseCommandName = (type: LaterCommand['type']): type is CaseCommandName =>
  Object.hasOwn(caseCommands, type);

/** Everything that may be done to a case, stage after stage. */
export const CaseCommandsController = commandsController({
  tag: 'Casework',
  base: 'api/v1/cases',
  rows: caseCommands,
  about: { parameter: 'caseId', pipe: CaseIdPipe },
  actOn: ActOnCase,
});
