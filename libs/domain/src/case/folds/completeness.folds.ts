import { localDateOf } from '../../calendar/zones.js';
import type { CompletenessEvent } from '../case.events.js';
import { type ApplicationState, type CaseState, isSubmitted, type SubmittedCase } from '../case.state.js';
import type { CaseDocument, FamilyAct, InstantString, PersonNumber } from '../case.types.js';
import { stateRegisters } from '../case.words.js';
import { isExpired, isSamePaper, unaskedOf } from '../completeness.js';
import { isObtainable } from '../family-acts.js';
import { type Answers, withAnswer } from '../register-answers.js';
import { type DataOf, type Folds, latest, step } from './fold.js';

/** What is kept of a document: whose it is and what it proves are null where that was not said. */
export const paperOf = (
  { type, expiresOn, sha256 }: CaseDocument,
  person: PersonNumber | null,
  act: FamilyAct | null,
): Documents[number] => ({ type, expiresOn, sha256, person, act });

const documentAdded = (state: CaseState, { document, person, act }: DataOf<'DocumentAdded'>): CaseState => {
  const { application } = state;
  if (application === null) return state;
  const documents = withAdded(application, paperOf(document, person, act));
  return { ...state, application: { ...application, documents } };
};

const documentSetAside = (
  state: CaseState,
  { documentType, sha256, setAsideBy }: DataOf<'DocumentSetAside'>,
): CaseState => {
  const { application } = state;
  if (application === null) return state;
  const documents = application.documents.filter((one) => one.type !== documentType || one.sha256 !== sha256);
  return { ...state, application: { ...application, documents }, examiners: [...state.examiners, setAsideBy] };
};

type Documents = ApplicationState['documents'];

/** A document that is good takes the place of one that had expired, of its type and for the same. */
const withAdded = ({ documents, acceptedOn }: ApplicationState, added: Documents[number]): Documents => {
  const isOutdated = (document: Documents[number]) =>
    isExpired(document, acceptedOn) && !isExpired(added, acceptedOn) && isSamePaper(document, added);
  const outdated = documents.findIndex(isOutdated);
  return outdated < 0 ? [...documents, added] : documents.with(outdated, added);
};

const familyActStated = (state: CaseState, { person, act, actOn }: DataOf<'FamilyActStated'>): CaseState => {
  const others = state.familyActs.filter((stated) => stated.person !== person || stated.act !== act);
  const stated = actOn === null ? [] : [{ person, act, obtainable: isObtainable(act, actOn) }];
  return { ...state, familyActs: [...others, ...stated] };
};

type Asking = Readonly<{ at: InstantString; answers: Answers }>;

/** What registers answered; that they were asked counts also where they are away. The duty to ask is done with the last first question. */
const registersAsked = (before: CaseState, { at, answers }: Asking): CaseState => {
  const state = { ...before, registers: answers.reduce(withAnswer, before.registers) };
  if (!isSubmitted(state)) return state;
  const day = localDateOf(at, state.application.zone);
  const registersAskedOn = answers.reduce<CaseState['registersAskedOn']>((known, { register, person }) => {
    const key = `${register} ${person}`;
    const first = known[key] ?? day;
    return { ...known, [key]: day < first ? day : first };
  }, state.registersAskedOn);
  const dates = isAllAsked(state) ? { StateDataReceived: latest(Object.values(registersAskedOn)) } : {};
  return { ...state, registersAskedOn, dates: { ...state.dates, ...dates } };
};

/** Each register about each person; in events of before, which named nobody, each register. */
const isAllAsked = (state: SubmittedCase): boolean =>
  unaskedOf(state).length === 0 ||
  stateRegisters.every((register) => state.registers.some((one) => one.register === register && one.person === null));

/** From the first document that is added to the end of the examination of completeness. */
export const completenessFolds: Folds<CompletenessEvent> = {
  DocumentAdded: documentAdded,
  DocumentSetAside: documentSetAside,
  FamilyActStated: familyActStated,
  StateDataReceived: (state, { at, ...answer }) => registersAsked(state, { at, answers: [answer] }),
  FamilyDataReceived: registersAsked,
  CompletenessConfirmed: (state, { at, confirmedOn, confirmedBy }) => ({
    ...step(state, 'COMPLETE', at, { CompletenessConfirmed: confirmedOn }),
    examiners: [...state.examiners, confirmedBy],
  }),
  ApplicationRejected: (state, { at, rejectedOn, defects }) => ({
    ...step(state, 'REJECTED', at, { ApplicationRejected: rejectedOn }),
    defects: defects.map(({ kind, documentType }) => ({ kind, documentType })),
  }),
};
