import type { CaseCommand } from '../case/case.commands.js';
import type { ComplaintCommand } from '../complaint/complaint.commands.js';
import { tengeFromTiyn } from '../money/money.js';

/** What people do of a case; that a duty was missed is recorded by the watch. */
export type SentCommand = Exclude<CaseCommand, { type: 'RecordDutyMissed' }>;
export type SentComplaintCommand = Exclude<ComplaintCommand, { type: 'RecordDutyMissed' }>;

/** A command as the body of a request: amounts in tenge, nothing that is absent, and nothing that the api knows by itself. */
export const bodyOf = (command: SentCommand | SentComplaintCommand): Readonly<Record<string, unknown>> => ({
  ...('office' in command && { officeId: command.office.officeId }),
  ...('contestedCase' in command && { caseId: command.contestedCase.caseId }),
  ...Object.fromEntries(
    Object.entries(command)
      .filter(([name]) => !ofTheApi.has(name))
      .flatMap(inTheContract),
  ),
  effectiveAt: command.at,
});

/** Fields of a command that the api makes of the address, the token, the case and the settings of the office. */
const ofTheApi: ReadonlySet<string> = new Set([
  'type',
  'at',
  'enteredAt',
  'by',
  'caseId',
  'complaintId',
  'office',
  'contestedCase',
  'rules',
  'actedBy',
]);

const amounts: ReadonlySet<string> = new Set(['price', 'amount', 'initialContribution', 'residualValue']);

const inTheContract = ([name, value]: readonly [string, unknown]): [string, unknown][] => {
  if (value === null) return [];
  return [[name, amounts.has(name) ? tengeFromTiyn(Number(value)) : withinTheContract(value)]];
};

const withinTheContract = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withinTheContract);
  const isObject = typeof value === 'object' && value !== null;
  return isObject ? Object.fromEntries(Object.entries(value).flatMap(inTheContract)) : value;
};
