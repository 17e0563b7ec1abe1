import type { Act } from '../case/case.commands.js';
import type { LocalDate, Medium } from '../case/case.types.js';
import type {
  Addressee,
  Complainant,
  ComplaintEffect,
  ComplaintOutcome,
  Contested,
  ExtensionGround,
  LodgedWith,
  OrderCause,
} from './complaint.types.js';
import type { SaidValue } from '../corrections/corrected-value.js';
import type { ContestedCase } from './contested-case.js';

/** `by` acts for `actingFor`: only the body that a complaint is addressed to considers it. */
type ActOfBody<T extends string, Fields> = Act<T, { actingFor: Addressee } & Fields>;

export type FileComplaint = Act<
  'FileComplaint',
  {
    complaintId: string;
    contestedCase: ContestedCase;
    addressee: Addressee;
    lodgedWith: LodgedWith;
    medium: Medium;
    complainant: Complainant;
    contested: Contested;
    /** When the complainant learned of what they contest (APPC 92). */
    learnedOn: LocalDate;
    /** In words that name no person. */
    demands: string;
  }
>;
export type ForwardComplaint = Act<'ForwardComplaint', { forwardingNumber: string }>;
/** `fully`: whether it meets the demands in full; in part it lifts no duty. */
export type AdoptFavourableAct = Act<'AdoptFavourableAct', { act: string; fully: boolean }>;
export type RegisterComplaint = ActOfBody<'RegisterComplaint', { registrationNumber: string }>;
export type ExtendComplaintTerm = ActOfBody<
  'ExtendComplaintTerm',
  { ground: ExtensionGround; workingDays: number; reasons: string | null }
>;
export type SendExtensionNotice = ActOfBody<'SendExtensionNotice', { noticeNumber: string; medium: Medium }>;
/** `actedBy`: everyone who acted on the case. */
export type DecideComplaint = ActOfBody<
  'DecideComplaint',
  {
    outcome: ComplaintOutcome;
    reasons: string | null;
    effect: ComplaintEffect | null;
    actedBy: readonly string[];
  }
>;
/** `lawReference`: the law that allows an appeal before the complaint was decided, where one does. */
export type FileCourtAppeal = Act<
  'FileCourtAppeal',
  { court: string; appealNumber: string; lawReference: string | null }
>;
export type RecordCourtRuling = Act<
  'RecordCourtRuling',
  { rulingNumber: string; outcome: ComplaintOutcome; summary: string; effect: ComplaintEffect | null }
>;
/** For an order to decide anew that was made before a day was asked for. */
export type SetCarryOutDay = ActOfBody<'SetCarryOutDay', { cause: OrderCause; carryOutBy: LocalDate; reason: string }>;
/** `contestedCase`: the case as it is known, by which the filing is judged. */
export type CorrectComplaint = ActOfBody<
  'CorrectComplaint',
  { subject: string; reason: string; values: readonly SaidValue[]; contestedCase: ContestedCase }
>;
/** `at` is when the watch looked. */
export type RecordComplaintDutyMissed = Act<'RecordDutyMissed', { rule: string; instance: number | null }>;

/** Everything a complaint answers to. */
export type ComplaintCommand =
  | FileComplaint
  | ForwardComplaint
  | AdoptFavourableAct
  | RegisterComplaint
  | ExtendComplaintTerm
  | SendExtensionNotice
  | DecideComplaint
  | FileCourtAppeal
  | RecordCourtRuling
  | SetCarryOutDay
  | CorrectComplaint
  | RecordComplaintDutyMissed;

/** Everything a filed complaint answers to. */
export type LaterComplaintCommand = Exclude<ComplaintCommand, { type: 'FileComplaint' }>;
