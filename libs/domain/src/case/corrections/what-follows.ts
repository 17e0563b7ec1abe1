import { acceptance, nominalAcceptance } from '../../calendar/acceptance.js';
import { dueDate } from '../../calendar/due-date.js';
import { localDateOf } from '../../calendar/zones.js';
import { rulebookById } from '../../rulebook/rulebooks.js';
import { termOf } from '../../rulebook/rulebook.js';
import type { CorrectedValue } from '../../corrections/corrected-value.js';
import { kindOf, valueAt } from '../../corrections/entries.js';
import type { Follows } from '../../corrections/right-values.js';
import type { CaseEvent } from '../case.events.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import type { Tiyn } from '../case.types.js';
import { edsNoticeOf } from '../act-moment.js';
import { sharedOut } from '../instalments.js';
import { noticeOf } from '../notices.js';

type What = ReturnType<Follows<CaseEvent>>;

/** What of the same entry of a case follows from a value of it. */
export const whatFollows =
  (state: SubmittedCase, settings: CaseSettings): Follows<CaseEvent> =>
  (event, value) => {
    if (value.field === 'eds.signedAt' || kindOf(event.type, value.field) === 'OWN_DAY')
      return edsNoticeIn(event.data, state, settings);
    switch (`${event.type} ${value.field}`) {
      case 'PreliminaryRefusalNotified receivedAt':
        return [['receivedOn', localDateOf(String(value.is), state.application.zone)]];
      case 'ApplicationSubmitted at':
        return daysOfFiling(String(value.is), state, settings);
      default:
        return ofItsEvent(event, value);
    }
  };

/** Told anew where the day of the act or that of its EDS is another. */
const edsNoticeIn = (data: CaseEvent['data'], state: SubmittedCase, settings: CaseSettings): What => {
  const signedAt = valueAt(data, 'eds.signedAt');
  return typeof signedAt === 'string'
    ? [['edsNotice', edsNoticeOf({ at: data.at, eds: { signedAt } }, state, settings)]]
    : [];
};

const ofItsEvent = (event: CaseEvent, value: CorrectedValue): What => {
  if (event.type === 'CommissionFormed') return chairNoticeOf(event.data, value);
  return event.type === 'AgreementOffered' && value.field === 'price' ? amountsOf(event.data, Number(value.is)) : [];
};

const daysOfFiling = (at: string, { application }: SubmittedCase, settings: CaseSettings): What => {
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
): What => {
  if (field !== 'chairId' && field !== 'secretaryId') return [];
  const other = field === 'chairId' ? data.secretaryId : data.chairId;
  return [['chairNotice', is === other ? noticeOf('chairIsSecretary') : null]];
};

/** The days of a schedule stay; the rest of another price is shared out anew. */
const amountsOf = ({ schedule }: Extract<CaseEvent, { type: 'AgreementOffered' }>['data'], price: Tiyn): What => {
  const [initial, ...instalments] = schedule ?? [];
  if (initial === undefined || instalments.length === 0) return [];
  const amounts = sharedOut(price - initial.amount, instalments.length);
  return amounts.map((amount, index) => [`schedule.${index + 1}.amount`, amount]);
};
