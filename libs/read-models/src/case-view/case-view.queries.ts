import {
  attributionOf,
  derivationText,
  initialCase,
  dutyKey,
  isSubmitted,
  knownNoticeDays,
  knownDutiesOf,
  movedText,
  resultIssuedOn,
  type Attribution,
  type Calendars,
  type CaseState,
  type KnownDuty,
  type Language,
  type NoticeDays,
} from '@app/domain';
import type { Collection } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { type EndingQueries, endingQueries } from './case-endings.queries.js';
import { type CaseFacts, noFacts } from './case-facts.js';
import { caseView, type CaseViewDocument, type DutyView } from './case-view.projection.js';

/** A case as one document: what is known, where it stands, its duties. `revision` is the ETag. Holds personal data. */
export type CaseView = Omit<CaseViewDocument, 'stages'> &
  Readonly<{
    position: number;
    revision: number;
    /** The days of the notice of a preliminary refusal; null where there is none. */
    noticeDays: NoticeDays | null;
  }>;

/** The duties of a case, and the office it belongs to. */
export type CaseDuties = Readonly<{
  caseId: string;
  officeId: string | null;
  revision: number;
  duties: readonly DutyView[];
}>;

/** One duty with every step that led to its date (`derivation`), and the same in words for an applicant (`text`). */
export type ExplainedDuty = Readonly<{
  caseId: string;
  officeId: string | null;
  revision: number;
  duty: KnownDuty;
  text: string;
}>;

/** Who held a case on each day, and by whose days its duties were late. */
export type CaseAttribution = Readonly<{
  caseId: string;
  officeId: string | null;
  revision: number;
  attribution: Attribution;
}>;

/** A duty by its rule, e.g. `R-27`; with the number of the instalment where it is one, else null. */
export type WhichDuty = Pick<KnownDuty, 'rule' | 'instance'>;

/** A case as decisions know it. */
export type CaseInState = Readonly<{ caseId: string; officeId: string | null; state: CaseState }>;

export type CaseQueries = Readonly<{
  /** The case, or null. */
  byId: (caseId: string) => Promise<CaseView | null>;
  /** What is owed by whom until when; null where there is no such case. */
  duties: (caseId: string) => Promise<CaseDuties | null>;
  /** What is owed in each of these cases, by the case; those that are not known are left out. */
  dutiesOf: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, readonly DutyView[]>>;
  /** Why a date is what it is; null where there is no such case, or it has no such duty so far. */
  duty: (caseId: string, which: WhichDuty, language?: Language) => Promise<ExplainedDuty | null>;
  /** Who held the case until now (an instant); null where there is no such case. */
  attribution: (caseId: string, now: string) => Promise<CaseAttribution | null>;
  /** What a case has been folded to, with its history, which supposed corrections change; null where there is no such case. */
  stateOf: (caseId: string) => Promise<CaseInState | null>;
  /**
   * The same of every open case of an office (of every office where it is null), in any order: of the state only what duties
   * follow from, as there may be many; nothing of a person.
   */
  openStates: (officeId: string | null) => AsyncIterable<CaseInState>;
  /** Those of these cases (at most 200) that are known. */
  known: (caseIds: readonly string[]) => Promise<readonly string[]>;
}> &
  EndingQueries;

/** The queries on cases. */
export const caseQueries = (live: LiveFillings, calendars: () => Promise<Calendars>): CaseQueries => {
  const cases = () => live.collection<Stored<CaseViewDocument>>(caseView);
  return {
    byId: async (caseId) => {
      const found = await cases().findOne({ _id: caseId }, { projection: kept });
      if (!found) return null;
      const { _id, ...view } = found;
      const state = inFull(view.state);
      const facts = await withDaysOfIssue({ ...noFacts, ...view.facts }, state, calendars);
      return { ...view, state, facts, noticeDays: await noticeDaysOf(state, calendars) };
    },
    duties: async (caseId) => {
      const found = await cases().findOne({ _id: caseId }, { projection: { officeId: 1, revision: 1, duties: 1 } });
      return found && { caseId, officeId: found.officeId, revision: found.revision, duties: found.duties };
    },
    dutiesOf: (caseIds) => dutiesIn(cases(), caseIds),
    duty: async (caseId, which, language) => {
      const found = await cases().findOne({ _id: caseId }, { projection: lean });
      return found && explainedDuty(found, { which, language, calendars: await calendars() });
    },
    attribution: async (caseId, now) => {
      const found = await cases().findOne({ _id: caseId }, { projection: lean });
      return found && attributed(found, now, await calendars());
    },
    stateOf: async (caseId) => {
      const found = await cases().findOne({ _id: caseId }, { projection: { officeId: 1, state: 1 } });
      return found && inState(found);
    },
    openStates: async function* (officeId) {
      const open = { closedPosition: null, ...(officeId !== null && { officeId }) };
      for await (const found of cases().find(open, { projection: ofDuties, batchSize: 2_000 })) yield inState(found);
    },
    known: (caseIds) => knownAmong(cases(), caseIds),
    ...endingQueries(cases),
  };
};

type Cases = Collection<Stored<CaseViewDocument>>;

const knownAmong = async (cases: Cases, caseIds: readonly string[]): Promise<readonly string[]> => {
  const found = await cases.find({ _id: { $in: [...caseIds] } }, { projection: { _id: 1 } }).toArray();
  return found.map(({ _id }) => _id);
};

const dutiesIn = async (
  cases: Cases,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DutyView[]>> => {
  const found = await cases.find({ _id: { $in: [...caseIds] } }, { projection: { duties: 1 } }).toArray();
  return new Map(found.map(({ _id, duties }) => [_id, duties]));
};

/** The day of issue is none where it needed a year without calendar; once that year is added, it is told. */
const withDaysOfIssue = async (
  facts: CaseFacts,
  { application }: CaseState,
  calendars: () => Promise<Calendars>,
): Promise<CaseFacts> => {
  if (application === null || facts.results.every(({ issuedOn }) => issuedOn !== null)) return facts;
  const { current } = await calendars();
  const results = facts.results.map((result) => ({
    ...result,
    issuedOn: result.issuedOn ?? resultIssuedOn(result, application, current),
  }));
  return { ...facts, results };
};

/** The calendar is asked for only where a notice stands: few cases have one. */
const noticeDaysOf = async (state: CaseState, calendars: () => Promise<Calendars>): Promise<NoticeDays | null> =>
  isSubmitted(state) && state.preliminaryRefusal !== null ? knownNoticeDays(state, await calendars()) : null;

/** All but what the engine and the views keep for themselves, and what the facts tell once more. */
const kept = { tally: 0, calendar: 0, stages: 0, 'state.history': 0 };

/** What duties follow from; what may be null is taken whole, as a part of a null is nothing. */
export const dutyFields = [
  'status',
  ...[
    'zone',
    'rulebook',
    'channel',
    'form',
    'route',
    'paymentMode',
    'acceptedOn',
    'acceptedFrom',
    'acceptancePending',
    'acceptance',
    'submittedAt',
  ].map((field) => `application.${field}`),
  'dates',
  'entered',
  'registeredFrom',
  'deliveredAt',
  'decisionIssuedOn',
  'rightsOn',
  'incomplete',
  'preliminaryRefusal',
  'decision',
  'deed',
  'agreement',
  'payment',
  'corrections',
  'outcome',
  'reopenings',
];

const ofDuties = Object.fromEntries(
  ['officeId', ...dutyFields.map((field) => `state.${field}`)].map((path) => [path, 1]),
);

/** From a history no duty follows, and it is the longest part of a state. */
const fieldsButHistory = Object.keys(initialCase).filter((field) => field !== 'history');

const lean = Object.fromEntries(
  ['officeId', 'revision', ...fieldsButHistory.map((field) => `state.${field}`)].map((path) => [path, 1]),
);

type LeanCase = Pick<Stored<CaseViewDocument>, '_id' | 'officeId' | 'state' | 'revision'>;
type Why = Readonly<{ which: WhichDuty; language: Language | undefined; calendars: Calendars }>;

const explainedDuty = (found: LeanCase, { which, language, calendars }: Why): ExplainedDuty | null => {
  const { _id: caseId, officeId, revision } = found;
  const state = inFull(found.state);
  const duty = knownDutiesOf(state, calendars).find((one) => dutyKey(one) === dutyKey(which));
  return duty === undefined ? null : { caseId, officeId, revision, duty, text: explained(duty, language) };
};

const attributed = (found: LeanCase, now: string, calendars: Calendars): CaseAttribution => {
  const { _id: caseId, officeId, revision } = found;
  const state = inFull(found.state);
  const attribution = attributionOf(state, now, calendars);
  return { caseId, officeId, revision, attribution };
};

const inState = ({
  _id,
  officeId,
  state,
}: Pick<Stored<CaseViewDocument>, '_id' | 'officeId' | 'state'>): CaseInState => ({
  caseId: _id,
  officeId,
  state: inFull(state),
});

/** What an older version of the documents keeps lacks what came since, until the new ones are filled. */
const inFull = (state: CaseState): CaseState => ({ ...initialCase, ...state });

const explained = (duty: KnownDuty, language?: Language): string =>
  [derivationText(duty, language), ...(duty.moved === null ? [] : [movedText(duty.moved, language)])].join('\n');
