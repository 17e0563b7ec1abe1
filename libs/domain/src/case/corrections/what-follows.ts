import { acceptance, nominalAcceptance } from '../../calendar/acceptance.js';
import { dueDate } from '../../calendar/due-date.js';
import { localDateOf, onLocalDay } from '../../calendar/zones.js';
import { rulebookById } from '../../rulebook/rulebooks.js';
import { termOf } from '../../rulebook/rulebook.js';
import type { CaseEvent, CorrectedValue, RecordedValue } from '../case.events.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import type { Tiyn } from '../case.types.js';
import { edsNoticeOf } from '../act-moment.js';
import { sharedOut } from '../instalments.js';
import { noticeOf } from '../notices.js';
import { entryAt, kindOf, valueAt } from './entries.js';

type Place = Readonly<{ event: CaseEvent; value: CorrectedValue; state: SubmittedCase; settings: CaseSettings }>;
type Follows = readonly (readonly [field: string, is: RecordedValue])[];

/** What of the same entry follows from a value of it, as it did when that was entered. */
export const whatFollows = (
  value: CorrectedValue,
  state: SubmittedCase,
  settings: CaseSettings,
): readonly CorrectedValue[] => {
  const event = entryAt(value.revision, state.history);
  if (event === undefined) return [];
  return followsOf({ event, value, state, settings }).flatMap(([field, is]) => {
    const was = valueAt(event.data, field);
    return was === undefined || was === is ? [] : [{ ...value, field, was, is }];
  });
};

const followsOf = (place: Place): Follows => {
  const { event, value, state, settings } = place;
  const is = String(value.is);
  if (kindOf(event.type, value.field) === 'OWN_DAY') return momentOf(is, place);
  if (value.field === 'eds.signedAt') {
    return [['edsNotice', edsNoticeOf({ at: event.data.at, eds: { signedAt: is } }, state, settings)]];
  }
  switch (`${event.type} ${value.field}`) {
    case 'PreliminaryRefusalNotified receivedAt':
      return [['receivedOn', localDateOf(is, state.application.zone)]];
    case 'ApplicationSubmitted at':
      return daysOfFiling(is, place);
    default:
      return ofItsEvent(event, value);
  }
};

const ofItsEvent = (event: CaseEvent, value: CorrectedValue): Follows => {
  if (event.type === 'CommissionFormed') return chairNoticeOf(event.data, value);
  return event.type === 'AgreementOffered' && value.field === 'price' ? amountsOf(event.data, Number(value.is)) : [];
};

/** Where a day was set right, the time of day stays. */
const momentOf = (day: string, { event, state }: Place): Follows => {
  const { zone } = state.application;
  return localDateOf(event.data.at, zone) === day ? [] : [['at', onLocalDay(day, event.data.at, zone)]];
};

const daysOfFiling = (at: string, { state: { application }, settings }: Place): Follows => {
  const { zone, rulebook, acceptance: said } = application;
  const calendar = settings.calendars.current;
  const { acceptedOn, ...way } = acceptance({ at, office: { zone, closesAt: said.closesAt }, calendar });
  const from = acceptedOn ?? nominalAcceptance(way);
  const dueOf = (rule: string) => dueDate({ from, term: termOf(rulebookById(rulebook), rule), calendar }).due;
  return [
    ['acceptedOn', acceptedOn],
    ['registrationDue', dueOf('R-15')],
    ['resultDue', dueOf('R-27')],
  ];
};

/** Where one of both is set right, that tells whether they are one person. */
const chairNoticeOf = (
  data: Extract<CaseEvent, { type: 'CommissionFormed' }>['data'],
  { field, is }: CorrectedValue,
): Follows => {
  if (field !== 'chairId' && field !== 'secretaryId') return [];
  const other = field === 'chairId' ? data.secretaryId : data.chairId;
  return [['chairNotice', is === other ? noticeOf('chairIsSecretary') : null]];
};

/** The days of a schedule stay; the rest of another price is shared out anew. */
const amountsOf = ({ schedule }: Extract<CaseEvent, { type: 'AgreementOffered' }>['data'], price: Tiyn): Follows => {
  const [initial, ...instalments] = schedule ?? [];
  if (initial === undefined || instalments.length === 0) return [];
  const amounts = sharedOut(price - initial.amount, instalments.length);
  return amounts.map((amount, index) => [`schedule.${index + 1}.amount`, amount]);
};
