import { dayNumberOf } from '../../calendar/day-number.js';
import { localDateOf } from '../../calendar/zones.js';
import { knownDutiesOf } from '../../duties/known-duties.js';
import { knownNoticeDays } from '../../duties/notice-days.js';
import { refusePending } from '../../duties/pending.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import { rulebookFor } from '../../rulebook/rulebooks.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import { type Check, firstDay, type Ground } from './check.js';
import { refusalOf } from './refusal-of.js';

type Finds = Check['finds'];

/** Accepted on a working day, not before it was filed, and while the Order was in force. */
const acceptedWhenOpen: Finds = ({ state: { application }, calendars }) => {
  const { acceptedFrom } = application;
  if (acceptedFrom === null) return null;
  const day = dayNumberOf(acceptedFrom);
  const reason = calendars.current.hasEndedBy(day) ? null : calendars.current.offReason(day);
  return reason && refuse('accepted-on-day-off', { acceptedOn: acceptedFrom, dayOff: reason.name });
};

const acceptedAfterFiling: Finds = ({ state: { application } }) => {
  const { acceptedFrom, submittedAt, zone } = application;
  const filedOn = localDateOf(submittedAt, zone);
  if (acceptedFrom === null || acceptedFrom >= filedOn) return null;
  return refuse('accepted-before-filing', { acceptedOn: acceptedFrom, filedOn });
};

const acceptedInForce: Finds = ({ state, settings: { rulebooks } }) =>
  refusalOf(() => rulebookFor(state.application.acceptedOn, rulebooks));

/** Nothing of the provider before the day of acceptance. */
const ofTheProvider: readonly CaseEvent['type'][] = [
  'CompletenessConfirmed',
  'ApplicationRejected',
  'ComplianceReviewed',
  'RemarksRaised',
  'CommissionFormed',
  'PreliminaryRefusalNotified',
  'HearingHeld',
  'CommissionDecided',
  'DecisionSigned',
];

const notBeforeAcceptance = (fact: CaseEvent['type']): Check => ({
  fact,
  by: 'ApplicationSubmitted',
  finds: ({ state }) => {
    const at = firstDay(fact, state);
    const { acceptedOn } = state.application;
    return at === undefined || at >= acceptedOn ? null : refuse('before-acceptance', { fact, at, acceptedOn });
  },
});

/** After the term the power to reject has lapsed (R-33, A4); while no calendar tells when, it is not used. */
export const rejectedInTime = (ground: Ground, rejectedOn = ground.state.dates.ApplicationRejected): Refusal | null => {
  const power = knownDutiesOf(ground.state, ground.calendars).find(({ rule }) => rule === 'R-33');
  if (power === undefined || rejectedOn === undefined) return null;
  if (power.pending !== null) return refusePending(power.pending);
  if (power.due === null || rejectedOn <= power.due) return null;
  return refuse('rejection-term-lapsed', { registeredOn: power.trigger.on, due: power.due, rejectedOn });
};

/** No act before the recipient's days are over (R-77, R-78; APPC 73), nor while no calendar tells when they are. */
export const refusedInTime = (ground: Ground, decidedOn = refusalDay(ground.state)): Refusal | null => {
  const days = knownNoticeDays(ground.state, ground.calendars);
  if (days === null || decidedOn === undefined) return null;
  const { actNotBefore, pending } = days;
  if (actNotBefore === null) return pending && refusePending(pending);
  return decidedOn >= actNotBefore ? null : refuse('act-too-early', { decidedOn, actNotBefore });
};

const refusalDay = ({ decision, dates }: SubmittedCase) =>
  decision?.outcome === 'REFUSE' ? dates.CommissionDecided : undefined;

/** The notice reaches the recipient once it is sent, and before the hearing that it tells of. */
const receivedAfterSent: Finds = ({ state: { preliminaryRefusal, dates } }) => {
  const notBefore = dates.PreliminaryRefusalNotified;
  if (preliminaryRefusal === null || notBefore === undefined || preliminaryRefusal.receivedOn >= notBefore) return null;
  return refuse('before-what-it-follows', { fact: 'receivedOn', at: preliminaryRefusal.receivedOn, notBefore });
};

const heardAfterNotice: Finds = ({ state: { preliminaryRefusal, application } }) => {
  const hearing = preliminaryRefusal?.hearing;
  if (!hearing || localDateOf(hearing.at, application.zone) >= preliminaryRefusal.receivedOn) return null;
  return refuse('hearing-before-notice', { hearingAt: hearing.at, receivedAt: preliminaryRefusal.receivedOn });
};

const heardAtItsTime: Finds = ({ state: { preliminaryRefusal, dates, application } }) => {
  const scheduled = preliminaryRefusal?.hearing?.at;
  const heldOn = dates.HearingHeld;
  if (!scheduled || heldOn === undefined || heldOn >= localDateOf(scheduled, application.zone)) return null;
  return refuse('hearing-before-its-time', { scheduledFor: scheduled, heldAt: heldOn });
};

/** On the entity routes the rights are known from the title on. */
export const rightsKnown = ({ state }: Pick<Ground, 'state'>): Refusal | null => {
  const { TitleRegistered: registeredOn = '', RightsInformationReceived: receivedOn = null } = state.dates;
  if (state.application.route === 'COMMUNAL' || (receivedOn !== null && receivedOn >= registeredOn)) return null;
  const rule = state.application.route === 'REPUBLICAN_ENTITY' ? 'R-59' : undefined;
  return refuse('rights-information-before-title', { receivedOn, registeredOn }, rule);
};

/** What the Order says of days, beyond what follows what. */
export const daysOfLaw: readonly Check[] = [
  { fact: 'ApplicationSubmitted', by: null, finds: acceptedWhenOpen },
  { fact: 'ApplicationSubmitted', by: null, finds: acceptedAfterFiling },
  { fact: 'ApplicationSubmitted', by: null, finds: acceptedInForce },
  ...ofTheProvider.map(notBeforeAcceptance),
  { fact: 'ApplicationRejected', by: 'ApplicationRegistered', finds: rejectedInTime },
  { fact: 'PreliminaryRefusalNotified', by: 'PreliminaryRefusalNotified', finds: receivedAfterSent },
  { fact: 'HearingScheduled', by: 'PreliminaryRefusalNotified', finds: heardAfterNotice },
  { fact: 'HearingHeld', by: 'HearingScheduled', finds: heardAtItsTime },
  { fact: 'CommissionDecided', by: 'PreliminaryRefusalNotified', finds: refusedInTime },
  {
    fact: 'AgreementOffered',
    by: 'RightsInformationReceived',
    finds: (ground) => (ground.state.dates.AgreementOffered === undefined ? null : rightsKnown(ground)),
  },
];
