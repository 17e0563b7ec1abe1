import type { ComplaintEvent } from '@app/domain';
import { valuesInWords } from '../timeline/corrected-in-words.js';

type Words = { [Type in ComplaintEvent['type']]: (data: Extract<ComplaintEvent, { type: Type }>['data']) => string };

/** What an event of a complaint says to somebody who does not know its name; holds no personal data. */
export const complaintInPlainWords = (event: ComplaintEvent): string => {
  // The table has an entry for every type, and an event carries the data of its own type.
  const say = words[event.type] as ((data: ComplaintEvent['data']) => string) | undefined;
  return say ? say(event.data) : event.type;
};

const words: Words = {
  ComplaintFiled: ({ contested, addressee, receivedOn }) =>
    `Complaint about ${kinds[contested.kind]} received on ${receivedOn}, addressed to ${addressees[addressee]}`,
  ComplaintForwarded: ({ forwardingNumber, forwardedTo, forwardedOn }) =>
    `Complaint sent on to ${addressees[forwardedTo]} on ${forwardedOn} (${forwardingNumber})`,
  FavourableActAdopted: ({ fully, adoptedOn }) =>
    `A favourable act was adopted on ${adoptedOn}${fully ? '; it meets the demands in full' : ''}`,
  ComplaintRegistered: ({ registrationNumber, registeredIn, registeredOn }) =>
    `Complaint registered by ${addressees[registeredIn]} as ${registrationNumber} on ${registeredOn}`,
  ComplaintTermExtended: ({ workingDays, extendedOn, dueBefore, due }) =>
    `Term extended on ${extendedOn} by ${workingDays} working days${dueChange(dueBefore, due)}`,
  ExtensionNoticeSent: ({ noticeNumber, sentOn }) => `Notice ${noticeNumber} of the extension sent on ${sentOn}`,
  ComplaintDecided: ({ outcome, decidedIn, decidedOn }) =>
    `Complaint ${outcomes[outcome]} by ${addressees[decidedIn]} on ${decidedOn}`,
  CourtAppealFiled: ({ court, appealNumber, filedOn }) => `Appeal ${appealNumber} filed with ${court} on ${filedOn}`,
  CourtRulingRecorded: ({ rulingNumber, outcome, ruledOn }) =>
    `Court ruling ${rulingNumber} of ${ruledOn}: the claim is ${outcomes[outcome]}`,
  CarryOutDaySet: ({ cause, carryOutBy, setOn }) =>
    `The ${cause === 'COURT' ? 'court ruling' : 'decision on the complaint'} is to be carried out by ${carryOutBy}: set on ${setOn}`,
  ComplaintCorrected: ({ values }) => `Record corrected: ${valuesInWords(values)}`,
  DutyMissed: ({ rule, paragraph, due }) => `Duty under ${rule} (paragraph ${paragraph}) missed: it was due on ${due}`,
};

const kinds = { DECISION: 'a decision', ACTION: 'an action', INACTION: 'an inaction' };
const addressees = {
  PROVIDER_HEAD: 'the head of the provider',
  AUTHORIZED_BODY: 'the authorized body',
  QUALITY_BODY: 'the body for quality',
};
const outcomes = { SATISFIED: 'satisfied', PARTLY_SATISFIED: 'satisfied in part', DISMISSED: 'dismissed' };

/** Nothing is said of days that no calendar told. */
const dueChange = (before: string | null, due: string | null): string =>
  before === null || due === null ? '' : `: due on ${due}, not on ${before}`;
