import { inWords } from '../../calendar/day-number.js';
import type { Term } from '../../calendar/due-date.js';
import type { OffReason } from '../../calendar/working-calendar.js';
import type { DutyKind, Obliged } from '../../rulebook/rulebook.js';
import { dutyKey } from '../duty.js';
import { appendixOf, type Words } from './words.js';

/** Why a date is what it is, in English. */
export const english: Words = {
  owes: ({ debtor, kind, duty, term, rule, instance, paragraph, heldBy }) => {
    const time = heldBy === null ? within(term, rule) : `inside the term of ${heldBy}`;
    return `${debtors[debtor]} ${said(rule, kind, duty, time)}: ${dutyKey({ rule, instance })}, ${paragraphInEnglish(paragraph)}.`;
  },
  quotes: (text) => `The Order says: "${text}"`,
  filed: (on, at) => `The application was filed on ${inWords(on)} at ${at}.`,
  afterHours: (closesAt) => `That was after the end of working hours, ${closesAt}: the next working day counts.`,
  notWorking: (date, reason) => `${inWords(date)} is not a working day: ${because(reason)}.`,
  accepted: (on) => `So it counts as accepted on ${inWords(on)} (paragraph 4).`,
  delivered: (on, at) => `The documents were delivered to the provider on ${inWords(on)} at ${at}.`,
  received: (on) => `So they count as received on ${inWords(on)} (paragraph 4).`,
  startedBy: (event, on) => `It is counted from ${triggers[event] ?? event} on ${inWords(on)}.`,
  agreed: (concludedOn, on) => `The agreement, concluded on ${inWords(concludedOn)}, sets the day: ${inWords(on)}.`,
  ordered: (orderedOn, on) =>
    `The decision on the complaint or the court ruling of ${inWords(orderedOn)} sets the day: ${inWords(on)}.`,
  setRight: (which, { was, is, reason }) =>
    `The day ${which === 'START' ? 'that it is counted from' : 'on which it was done'} had been recorded as ` +
    `${inWords(was)} and was set right to ${inWords(is)}${reason === null ? '.' : `: ${reason}`}`,
  theDayItself: (date) => `The term is the day itself, ${inWords(date)}.`,
  runsFrom: (date) => `The term runs from ${inWords(date)}, which is not counted.`,
  notCounted: (date, reason) => `${inWords(date)} is not counted: ${because(reason)}.`,
  counted: (date, number, { last, workingWeekend }) =>
    `Day ${number}${last ? ', the last,' : ''} is ${inWords(date)}${workingWeekend ? ', made a working day' : ''}.`,
  cannotEndOn: (date, reason) =>
    `The term cannot end on ${inWords(date)}, which is not a working day: ${because(reason)}.`,
  movesTo: (date) => `So the last day moves to ${inWords(date)}.`,
  begunBy: (event, on) => `It began with ${triggers[event] ?? event} on ${inWords(on)}.`,
  heldIn: (rule, due) =>
    `The Order gives it no term of its own: it is a part of that of ${rule}, which ends on ${inWords(due)}.`,
  enclosed: (rule, due) => `The enclosing term of ${rule} ends it on ${inWords(due)}.`,
  beganAfter: (rule, due) =>
    `The enclosing term of ${rule} had ended on ${inWords(due)}, before this one began: it does not end it.`,
  provisional: (year) => `The calendar of ${year} is provisional: a day of it may still be moved.`,
  until: (kind, due) =>
    `${kind === 'POWER' ? 'The power lasts' : 'The duty is kept'} until the end of ${inWords(due)}.`,
  acceptancePending: (missingYear, notBefore) =>
    `On which day it counts as accepted cannot be told yet: there is no calendar of ${missingYear}. It is not before ${inWords(notBefore)} (paragraph 4).`,
  pending: ({ missingYear, notBefore }, nominalDue) =>
    `There is no due date yet, as there is no calendar of ${missingYear}. ` +
    (nominalDue === null
      ? `The term cannot end before ${inWords(notBefore)}.`
      : `The term's own last day is ${inWords(nominalDue)}.`),
  doneWhilePending: (on, missingYear) =>
    `It was done on ${inWords(on)}; whether in time, the calendar of ${missingYear} will tell.`,
  done: (on, late) => `It was done on ${inWords(on)}, ${late ? 'late' : 'in time'}.`,
  fellAway: (on, late) => `It fell away on ${inWords(on)}${late ? ', after its last day' : ''}.`,
  extended: (on, workingDays, dueBefore) =>
    `The term was extended on ${inWords(on)} by ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} ` +
    `(R-89, paragraph 14)${dueBefore === null ? '' : `; it would have ended on ${inWords(dueBefore)}`}.`,
  moved: ({ wasDue, correction: { date, to, name, source } }, since) =>
    `The term ended on ${inWords(wasDue)} before ${inWords(date)} was made ${to === 'OFF' ? 'a day off' : 'a working day'}: ` +
    `${name} (${source}), known since ${inWords(since)}.`,
};

export const debtors: Readonly<Record<Obliged, string>> = {
  RECIPIENT: 'The applicant',
  PROVIDER: 'The service provider',
  PROVIDER_AND_RECIPIENT: 'The service provider and the applicant',
  STATE_CORPORATION: 'The State Corporation',
  LOCAL_BUDGET: 'The local budget',
  TRANSFER_PARTIES: 'The transferring and the receiving party',
  STATE_PROPERTY_BODY: 'The authorized body for state property',
  AKIM: 'The akim',
  INDUSTRY_BODY: 'The authorized body of the industry',
  AUTHORIZED_BODY: 'The authorized body in housing relations',
  QUALITY_BODY: 'The body for assessment and control of quality',
  COMPLAINANT: 'The complainant',
};

const triggers: Readonly<Record<string, string>> = {
  DocumentsDelivered: 'the delivery of the documents',
  DecisionSigned: 'the signing of the decision',
  PetitionSent: 'the petition',
  ApplicationRegistered: 'the registration of the application',
  PreliminaryRefusalNotified: 'the receipt of the notice',
  CommissionDecided: 'the decision of the commission',
  StatePropertyDecisionMade: 'the decision on the state property',
  TitleRegistered: 'the registration of the title',
  AgreementSigned: 'the conclusion of the agreement',
  CaseReopened: 'the order to decide anew',
  ComplaintFiled: 'the receipt of the complaint',
  ComplaintForwarded: 'the sending on of the complaint',
  ComplaintRegistered: 'the registration of the complaint',
  ComplaintTermExtended: 'the extension of the term',
};

/** The time stands before what is to be done in it. What the Order states as done is stated, though the power to do it ends (R-33). */
const said = (rule: string, kind: DutyKind, duty: string, time: string): string => {
  if (rule === 'R-33') return `rejects, ${time}, an incomplete package or expired documents`;
  return `${kind === 'POWER' ? 'may' : 'must'}, ${time}, ${duty}`;
};

const within = (term: Term | null, rule: string): string => {
  if (term === null) return rule === 'R-83a' ? 'by the day set for it' : 'by the agreed day';
  const { n, unit } = term;
  return n === 0 ? 'on the same day' : `within ${n} ${unit} ${n === 1 ? 'day' : 'days'}`;
};

/** A place of the Order in English. */
export const paragraphInEnglish = (paragraph: string): string => {
  const appendix = appendixOf(paragraph);
  return appendix === null ? `paragraph ${paragraph}` : `Appendix ${appendix}`;
};

const because = ({ kind, name }: OffReason): string => reasons[kind](name);

const reasons: Readonly<Record<OffReason['kind'], (name: string) => string>> = {
  weekend: () => 'a weekend',
  holiday: (name) => `${name}, a holiday`,
  substitute: (name) => `${name}, a day off for a holiday that fell on a weekend`,
  transfer_off: (name) => name.replace('Day off', 'a day off'),
  day_off_no_roll: (name) => `${name}, a day off`,
};
