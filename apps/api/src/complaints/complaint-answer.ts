import { hidden, withoutFreeText, type Sees } from '@app/application';
import type { ComplaintDto, ComplaintDutyDto, ShownComplainantDto } from '@app/contracts';
import {
  isOverdue,
  maskIin,
  noticeIn,
  writtenValue,
  type Complainant,
  type ComplaintEvent,
  type Language,
} from '@app/domain';
import { isErased } from '@app/event-store';
import type { ComplaintDutyView, ComplaintView } from '@app/read-models';
import { shownValue } from '../http/masking.js';
import { missedAnswer } from '../http/missed-answer.js';

/** What a reader sees of the complaint in clear, when it is looked at (ISO 8601), and in which language they are told what to look at; in English where that is absent. */
type Reader = Readonly<{ sees: Sees; now: string; language?: Language }>;

/** A complaint as a reader may see it; null where nothing but unknown events is there. */
export const complaintAnswer = (
  view: ComplaintView & Readonly<{ officeId: string }>,
  reader: Reader,
): ComplaintDto | null => {
  const { complaintId, officeId, revision, position, row, duties } = view;
  const { filing, ...facts } = factsWithoutFreeText(view.facts, reader.sees);
  if (filing === null || row === null) return null;
  const { caseId, addressee, lodgedWith, medium, contested, demands, learnedOn, receivedOn } = filing;
  const { filingTermNotice, contestedNotice } = filing;
  // Documents of an older version do not know of one.
  const say = (notice: string | null): string | null => notice && noticeIn(reader.language ?? 'en', notice);
  return {
    complaintId,
    caseId,
    officeId,
    status: row.status,
    revision,
    position,
    updatedAt: row.updatedAt,
    filedAt: row.filedAt,
    receivedOn,
    addressee,
    lodgedWith,
    medium,
    complainant: shownComplainant(filing.complainant, reader.sees('APPLICANT')),
    contested,
    demands,
    learnedOn,
    filingTermNotice: say(filingTermNotice),
    contestedNotice: say(contestedNotice),
    ...facts,
    corrections: facts.corrections.map((correction) => correctionAnswer(correction, reader.sees('FREE_TEXT'))),
    missedDuties: missedAnswer(facts.missedDuties, duties),
    duties: duties.map((duty) => complaintDutyAnswer(duty, reader.now)),
  };
};

/** A duty as it stands at a moment: `overdue` where it is owed and its day is over. */
export const complaintDutyAnswer = (duty: ComplaintDutyView, now: string): ComplaintDutyDto => ({
  ...duty,
  overdue: isOverdue(duty, now),
});

const correctionAnswer = (
  { complainantIin: _iin, values, ...correction }: Facts['corrections'][number],
  inFull: boolean,
): ComplaintDto['corrections'][number] => ({
  ...correction,
  values: values.map((value) => ({
    ...value,
    was: shownValue(writtenValue(value, value.was), inFull),
    is: shownValue(writtenValue(value, value.is), inFull),
  })),
});

const shownComplainant = (complainant: Complainant, inFull: boolean): ShownComplainantDto => {
  if (isErased(complainant)) return { iin: hidden, fullName: '', erased: true };
  return inFull ? complainant : { iin: maskIin(complainant.iin), fullName: hidden };
};

type Facts = ComplaintView['facts'];

/** The event whose data each fact of a complaint is. */
const events = {
  filing: 'ComplaintFiled',
  forwarding: 'ComplaintForwarded',
  favourableAct: 'FavourableActAdopted',
  registration: 'ComplaintRegistered',
  extension: 'ComplaintTermExtended',
  extensionNotice: 'ExtensionNoticeSent',
  decision: 'ComplaintDecided',
  courtAppeal: 'CourtAppealFiled',
  courtRulings: 'CourtRulingRecorded',
  missedDuties: 'DutyMissed',
  corrections: 'ComplaintCorrected',
} as const satisfies Record<keyof Facts, ComplaintEvent['type']>;

const factsWithoutFreeText = (facts: Facts, sees: Sees): Facts =>
  // Every fact keeps its own shape: only texts in it become others.
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const type = events[name as keyof Facts];
      if (Array.isArray(fact)) return [name, fact.map((one: object) => withoutFreeText(type, one, sees))];
      return [name, fact === null ? null : withoutFreeText(type, fact, sees)];
    }),
  ) as Facts;
