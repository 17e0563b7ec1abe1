import type { DutyMissed } from '../case/case.events.js';
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
import type { CorrectedValue } from '../corrections/corrected-value.js';
import { entered, type EventSchema, type Fact, type SchemasOf, textsAnd } from '../event-schema.js';

export type ComplaintFiled = Fact<
  'ComplaintFiled',
  {
    complaintId: string;
    caseId: string;
    /** The provider's office that the case belongs to. */
    officeId: string;
    /** IANA zone of the provider: the local dates of this complaint are dates there. */
    zone: string;
    /** The edition of the Rules that the case is pinned to. */
    rulebook: string;
    addressee: Addressee;
    lodgedWith: LodgedWith;
    medium: Medium;
    complainant: Complainant;
    contested: Contested;
    demands: string;
    /** When the complainant learned of what they contest. */
    learnedOn: LocalDate;
    /** The local day on which it was received: the three working days of R-84 run from it. */
    receivedOn: LocalDate;
    /** Where the three months of APPC 92 had passed; they never stand in the way. */
    filingTermNotice: string | null;
    /** Where the file of the case does not bear what is contested; it never stands in the way. Null in events of versions 1 and 2. */
    contestedNotice: string | null;
    /** Whether the installation holds that the registration is owed by a day (A32); null, and then yes, in events of version 1. */
    registrationOwed: boolean | null;
  }
>;
export type ComplaintForwarded = Fact<
  'ComplaintForwarded',
  { forwardingNumber: string; forwardedTo: Addressee; forwardedOn: LocalDate; forwardedBy: string }
>;
export type FavourableActAdopted = Fact<
  'FavourableActAdopted',
  {
    act: string;
    /** It meets the demands in full: the complaint is settled and is not sent on. */
    fully: boolean;
    adoptedOn: LocalDate;
    adoptedBy: string;
  }
>;
export type ComplaintRegistered = Fact<
  'ComplaintRegistered',
  { registrationNumber: string; registeredIn: Addressee; registeredOn: LocalDate; registeredBy: string }
>;
export type ComplaintTermExtended = Fact<
  'ComplaintTermExtended',
  {
    ground: ExtensionGround;
    /** Added to the original due date: one to ten. */
    workingDays: number;
    reasons: string;
    extendedOn: LocalDate;
    extendedBy: string;
    /** The original due date, and the one that holds now; null where they needed a year without calendar. */
    dueBefore: LocalDate | null;
    due: LocalDate | null;
  }
>;
export type ExtensionNoticeSent = Fact<
  'ExtensionNoticeSent',
  {
    noticeNumber: string;
    medium: Medium;
    /** Of the extension, as the notice tells them. */
    reasons: string;
    sentOn: LocalDate;
    sentBy: string;
  }
>;
export type ComplaintDecided = Fact<
  'ComplaintDecided',
  {
    outcome: ComplaintOutcome;
    reasons: string;
    /** On the case; null where the complaint was dismissed. */
    effect: ComplaintEffect | null;
    decidedIn: Addressee;
    decidedOn: LocalDate;
    decidedBy: string;
  }
>;
export type CourtAppealFiled = Fact<
  'CourtAppealFiled',
  {
    court: string;
    appealNumber: string;
    filedOn: LocalDate;
    /** The law that allows it before the complaint was decided; null where the complaint went before. */
    lawReference: string | null;
  }
>;
export type CourtRulingRecorded = Fact<
  'CourtRulingRecorded',
  {
    rulingNumber: string;
    outcome: ComplaintOutcome;
    summary: string;
    effect: ComplaintEffect | null;
    ruledOn: LocalDate;
  }
>;

/** The day by which a case is decided anew, said afterwards: of an order that was made before a day was asked for. */
export type CarryOutDaySet = Fact<
  'CarryOutDaySet',
  { cause: OrderCause; carryOutBy: LocalDate; reason: string; setOn: LocalDate; setBy: string }
>;

/** What was wrong in the record of a complaint is set right by the body that considers it. */
export type ComplaintCorrected = Fact<
  'ComplaintCorrected',
  {
    /** What was wrong, in a few words. */
    subject: string;
    reason: string;
    /** The entries that were wrong, each value with the right one: the complaint is what it is with these. */
    values: readonly CorrectedValue<ComplaintEvent['type']>[];
    /** Whose key seals what is said. */
    complainantIin: string;
    correctedIn: Addressee;
    correctedBy: string;
  }
>;

/** Everything that happens on a complaint. */
export type ComplaintEvent =
  | ComplaintFiled
  | ComplaintForwarded
  | FavourableActAdopted
  | ComplaintRegistered
  | ComplaintTermExtended
  | ExtensionNoticeSent
  | ComplaintDecided
  | CourtAppealFiled
  | CourtRulingRecorded
  | CarryOutDaySet
  | ComplaintCorrected
  | DutyMissed;

/** In version 1 nobody was asked by which day a case is decided anew. */
const effectWithDay = (data: object): object =>
  'effect' in data && typeof data.effect === 'object' && data.effect !== null
    ? { ...data, effect: { carryOutBy: null, ...data.effect } }
    : data;

/** The kind of the effect stays: the case may have been reopened by it. */
const withEffect = (day: string, ...paths: readonly string[]): EventSchema => ({
  ...textsAnd(
    { [day]: 'OWN_DAY', outcome: 'COMPLAINT_OUTCOME', 'effect.carryOutBy': 'DATE' },
    ...paths,
    'effect.description',
  ),
  version: 2,
  upcasts: { 1: effectWithDay },
});

/** How each of them is written. */
export const complaintSchemas: SchemasOf<Exclude<ComplaintEvent, { type: 'DutyMissed' }>> = {
  ComplaintFiled: {
    version: 3,
    owner: 'complainant.iin',
    personal: [{ at: 'complainant', subject: 'complainant.iin' }, ...entered('contested.what', 'demands')],
    // Who complains, to whom, where, in which medium and of which duty: that is another complaint.
    correctable: {
      receivedOn: 'OWN_DAY',
      learnedOn: 'DAY',
      'contested.on': 'DAY',
      'contested.what': 'TEXT',
      demands: 'TEXT',
      'complainant.fullName': 'TEXT',
      'complainant.address': 'TEXT',
    },
    upcasts: {
      1: (data) => ({ registrationOwed: null, ...data }),
      2: (data) => ({ contestedNotice: null, ...data }),
    },
  },
  ComplaintForwarded: textsAnd({ forwardedOn: 'OWN_DAY' }, 'forwardingNumber'),
  FavourableActAdopted: textsAnd({ adoptedOn: 'OWN_DAY' }, 'act'),
  ComplaintRegistered: textsAnd({ registeredOn: 'OWN_DAY' }, 'registrationNumber'),
  ComplaintTermExtended: textsAnd(
    { extendedOn: 'OWN_DAY', workingDays: 'WORKING_DAYS', ground: 'EXTENSION_GROUND' },
    'reasons',
  ),
  ExtensionNoticeSent: textsAnd({ sentOn: 'OWN_DAY' }, 'noticeNumber', 'reasons'),
  ComplaintDecided: withEffect('decidedOn', 'reasons'),
  CourtAppealFiled: textsAnd({ filedOn: 'OWN_DAY' }, 'court', 'appealNumber', 'lawReference'),
  CourtRulingRecorded: withEffect('ruledOn', 'rulingNumber', 'summary'),
  CarryOutDaySet: textsAnd({ setOn: 'OWN_DAY', carryOutBy: 'DATE' }, 'reason'),
  ComplaintCorrected: {
    version: 1,
    personal: ['subject', 'reason', 'values.*.was', 'values.*.is', 'complainantIin'].map((at) => ({
      at,
      subject: 'complainantIin',
    })),
  },
};
