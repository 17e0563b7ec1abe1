import {
  evolveComplaint,
  initialComplaint,
  isFiled,
  knownDutiesOfComplaint,
  localDateOf,
  type Addressee,
  type ComplaintOutcome,
  type ComplaintState,
  type LocalDate,
  type Calendars,
} from '@app/domain';
import { exactProjection, type Exact } from '../figures/exact-projection.js';
import { withoutPersons } from '../figures/without-persons.js';
import { considered, type Consideration } from './complaint-row.js';
import { complaintEvent } from './complaints.projection.js';

/** What a complaint counts for in figures. Days are of the office's zone. No personal data. */
export type ComplaintStanding = Readonly<{
  officeId: string;
  caseId: string;
  rulebook: string;
  addressee: Addressee;
  outcome: ComplaintOutcome | null;
  term: Consideration;
  extended: boolean;
  /** The day on which it was received. */
  filedOn: LocalDate;
  /** Until when it is to be decided; null before it was registered. */
  due: LocalDate | null;
  decidedOn: LocalDate | null;
}>;

/** How complaints come to their figures. */
export const exactComplaints: Exact<ComplaintState, ComplaintStanding> = {
  name: 'complaint-figures',
  version: 6,
  prefix: 'complaint-',
  initial: initialComplaint,
  evolve: (state, event) => counted(evolveComplaint(state, complaintEvent(event), event.metadata.recordedAt), state),
  figureOf: (state, calendars) => complaintStanding(state, calendars),
};

/** One small document per complaint: what figures count it for, at every position of the log. Holds no personal data. */
export const complaintFigures = exactProjection(exactComplaints);

/** What terms and outcomes follow from, without the texts. */
const counted = (state: ComplaintState, before: ComplaintState): ComplaintState => ({
  ...state,
  filing: state.filing && {
    ...state.filing,
    contested: { ...state.filing.contested, what: '' },
    filingTermNotice: null,
    contestedNotice: null,
  },
  registrationNumber: null,
  extension: state.extension && { ...state.extension, reasons: '' },
  decision: state.decision && { ...state.decision, effect: null },
  missed: [],
  corrections: [],
  history: state.history.map((entry, place) => (entry === before.history[place] ? entry : withoutPersons(entry))),
});

/** What a complaint comes to by a calendar; null before it was filed. */
const complaintStanding = (state: ComplaintState, calendars: Calendars): ComplaintStanding | null => {
  if (!isFiled(state)) return null;
  const { filing, dates } = state;
  const { outcome, term, extended, considerationDueAt } = considered(state, knownDutiesOfComplaint(state, calendars));
  return {
    officeId: filing.officeId,
    caseId: filing.caseId,
    rulebook: filing.rulebook,
    addressee: filing.addressee,
    outcome,
    term,
    extended,
    filedOn: dates.ComplaintFiled ?? '',
    due: considerationDueAt === null ? null : localDateOf(considerationDueAt, filing.zone),
    decidedOn: dates.ComplaintDecided ?? null,
  };
};
