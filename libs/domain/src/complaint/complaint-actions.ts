import type { InTheWay } from '../case/actions.js';
import { media } from '../case/case.words.js';
import { refusalOf } from '../case/lawful/refusal-of.js';
import { type CaseSettings, defaultCaseSettings } from '../case/case.settings.js';
import type { Moment } from '../case/step.js';
import { rulebookById } from '../rulebook/rulebooks.js';
import { type KnownComplaintDuty, knownDutiesOfComplaint } from './complaint-duties.js';
import type { LaterComplaintCommand } from './complaint.commands.js';
import { createComplaintDecider } from './complaint.decider.js';
import type { ComplaintEvent } from './complaint.events.js';
import type { FiledComplaint } from './complaint.state.js';
import { addressees, orderCauses } from './complaint.types.js';

/** What the watch records, and what sets an entry right, is no next step. */
type DoneByPeople = Exclude<LaterComplaintCommand['type'], 'RecordDutyMissed' | 'CorrectComplaint'>;

/** As `CaseAction`, of a complaint. */
export type ComplaintAction = Readonly<{
  command: DoneByPeople;
  allowed: boolean;
  refusal: InTheWay | null;
  words: Readonly<Record<string, Readonly<Record<string, InTheWay | null>>>>;
  duty: KnownComplaintDuty | null;
  /** Fields that this complaint asks for. */
  needed: readonly string[];
}>;

/** Everyone who recorded something on the case: nobody of them decides the complaint. */
type Asked = Moment & Readonly<{ actedBy: readonly string[] }>;

/**
 * What may be done next about a complaint: the decider is asked of every command with a body that says all that it can say well, and
 * with each word of the fields that are chosen in it.
 */
export const complaintActionsOf = (
  state: FiledComplaint,
  asked: Asked,
  settings: CaseSettings = defaultCaseSettings,
): readonly ComplaintAction[] => {
  const decider = createComplaintDecider(settings);
  const duties = knownDutiesOfComplaint(state, settings.calendars);
  const refusal = (command: LaterComplaintCommand): InTheWay | null => {
    const found = refusalOf(() => decider.decide(command, state));
    return found && { code: found.code, rule: found.rule, paragraph: found.paragraph, facts: found.facts };
  };
  return trials(state, asked).map(({ command, chosen = {}, otherwise = null }) => {
    const words = Object.fromEntries(
      Object.entries(chosen).map(([field, all]) => [
        field,
        // a command of its type with another word
        Object.fromEntries(all.map((word) => [word, refusal({ ...command, [field]: word } as LaterComplaintCommand)])),
      ]),
    );
    const plain = refusal(command);
    const left = plain !== null && otherwise !== null && refusal({ ...command, ...otherwise }) === null;
    return {
      command: command.type,
      allowed: plain === null || left,
      refusal: left ? null : plain,
      words,
      duty: dutyDoneBy(command.type, state, duties),
      needed: left ? Object.keys(otherwise) : [],
    };
  });
};

/** A command that says all well; the words of its fields; what it may say where that is refused. */
type Trial = Readonly<{
  command: Extract<LaterComplaintCommand, { type: DoneByPeople }>;
  chosen?: Readonly<Record<string, readonly string[]>>;
  otherwise?: Readonly<{ lawReference: string }> | null;
}>;

const said = 'said';
const someday = '9999-12-31';

const trials = ({ filing, ordered }: FiledComplaint, { at, enteredAt, by, actedBy }: Asked): readonly Trial[] => {
  const act = { at, enteredAt, by };
  const ofBody = { ...act, actingFor: filing.addressee };
  const chosen = { actingFor: addressees };
  const cause = orderCauses.find((one) => ordered[one]?.carryOutBy === null) ?? 'COMPLAINT';
  const dismissed = { outcome: 'DISMISSED', effect: null } as const;
  return [
    { command: { type: 'ForwardComplaint', ...act, forwardingNumber: said } },
    { command: { type: 'AdoptFavourableAct', ...act, act: said, fully: true } },
    { command: { type: 'RegisterComplaint', ...ofBody, registrationNumber: said }, chosen },
    {
      command: {
        type: 'ExtendComplaintTerm',
        ...ofBody,
        ground: 'ADDITIONAL_INFORMATION',
        workingDays: 1,
        reasons: said,
      },
      chosen,
    },
    {
      command: { type: 'SendExtensionNotice', ...ofBody, noticeNumber: said, medium: filing.medium },
      chosen: { ...chosen, medium: media },
    },
    { command: { type: 'DecideComplaint', ...ofBody, ...dismissed, reasons: said, actedBy }, chosen },
    {
      command: { type: 'FileCourtAppeal', ...act, court: said, appealNumber: said, lawReference: null },
      otherwise: { lawReference: said },
    },
    { command: { type: 'RecordCourtRuling', ...act, ...dismissed, rulingNumber: said, summary: said } },
    {
      command: { type: 'SetCarryOutDay', ...ofBody, cause, carryOutBy: someday, reason: said },
      chosen: { ...chosen, cause: orderCauses },
    },
  ];
};

const recordedBy: Readonly<Record<DoneByPeople, ComplaintEvent['type']>> = {
  ForwardComplaint: 'ComplaintForwarded',
  AdoptFavourableAct: 'FavourableActAdopted',
  RegisterComplaint: 'ComplaintRegistered',
  ExtendComplaintTerm: 'ComplaintTermExtended',
  SendExtensionNotice: 'ExtensionNoticeSent',
  DecideComplaint: 'ComplaintDecided',
  FileCourtAppeal: 'CourtAppealFiled',
  RecordCourtRuling: 'CourtRulingRecorded',
  SetCarryOutDay: 'CarryOutDaySet',
};

const dutyDoneBy = (
  command: DoneByPeople,
  { filing }: FiledComplaint,
  duties: readonly KnownComplaintDuty[],
): KnownComplaintDuty | null => {
  const { complaintTerms } = rulebookById(filing.rulebook);
  const rows = complaintTerms.filter(({ dischargedBy }) => dischargedBy === recordedBy[command]);
  const rules = new Set(rows.map(({ rule }) => rule));
  return duties.find(({ rule, status }) => status === 'OPEN' && rules.has(rule)) ?? null;
};
