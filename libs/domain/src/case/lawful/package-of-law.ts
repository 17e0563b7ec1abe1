import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import { foldedAsKnown } from '../case.evolve.js';
import type { CaseEvent } from '../case.events.js';
import { isSubmitted, type SubmittedCase } from '../case.state.js';
import type { Defect } from '../case.types.js';
import {
  defectsOf,
  type FoundDefect,
  isBorneOut,
  registersToAnswer,
  registersToAnswerFor,
  registersWith,
  unaskedOf,
} from '../completeness.js';
import { assertMayBeDemanded, assertOfFamily } from '../demands.js';
import type { DataOf } from '../folds/fold.js';
import { saysSomething } from '../stated.js';
import type { Check, Ground } from './check.js';
import { refusalOf } from './refusal-of.js';

/** Why a package is not complete: a defect of it, a register that must answer yet, or one that was not asked. */
export const notComplete = (state: SubmittedCase, defects = defectsOf(state)): Refusal | null => {
  if (defects.length > 0) return refuse('package-incomplete', { defects: defects.map(defectText) });
  const registers = registersToAnswer(state);
  if (registers.length > 0) return refuse('state-data-awaited', { registers });
  const unasked = unaskedOf(state);
  return unasked.length > 0 ? refuse('family-not-asked-about', { unasked }) : null;
};

/** As "MISSING D2 (R-61)", with the act and whose it is where the file says so. */
const defectText = ({ kind, documentType, rule, person, act }: FoundDefect): string => {
  const of = act === null ? '' : `, ${act}, person ${person}`;
  return `${kind} ${documentType} (${rule}${of})`;
};

/** Why the record does not bear out a defect that a rejection names (R-33, R-69, R-70; A26). */
export const notBorneOut = ({ kind, documentType }: Named, state: SubmittedCase): Refusal | null => {
  if (isBorneOut({ kind, documentType }, state)) return null;
  const found = registersWith({ documentType, person: null, act: null }, state);
  if (found.length > 0) return refuse('document-held-by-state', { documentType, registers: found });
  const awaited = kind === 'MISSING' ? registersToAnswerFor(documentType, state) : [];
  if (awaited.length > 0) return refuse('state-data-awaited', { documentType, registers: awaited });
  return refuse('defect-not-borne-out', { kind, documentType });
};

type Named = Pick<Defect, 'kind' | 'documentType'>;

/** Each defect by itself: one that was there before hides no other. */
const completeWhenConfirmed = (ground: Ground): readonly Refusal[] =>
  before('CompletenessConfirmed', ground).flatMap(({ state }) => {
    const defects = defectsOf(state);
    const each = defects.length > 0 ? defects.map((defect) => notComplete(state, [defect])) : [notComplete(state)];
    return each.flatMap((refusal) => refusal ?? []);
  });

const borneOutWhenRejected = (ground: Ground): readonly Refusal[] =>
  before('ApplicationRejected', ground).flatMap(({ data, state }) =>
    data.defects.flatMap((defect) => notBorneOut(defect, state) ?? []),
  );

/** What state systems hold is not demanded. */
const demandedWhenAsked = (ground: Ground): readonly Refusal[] =>
  before('RemarksRaised', ground).flatMap(({ data, state }) =>
    data.remarks.flatMap(({ documentType, person, act }) =>
      documentType === null ? [] : (refusalOf(() => assertMayBeDemanded({ documentType, person, act }, state)) ?? []),
    ),
  );

/** What a register found, or why it could not be asked, is told in words. */
export const toldInWords = ({ register, outcome, summary }: Answered): Refusal | null => {
  if (saysSomething(summary) || outcome === 'NOT_FOUND') return null;
  return refuse(outcome === 'FOUND' ? 'state-data-summary-missing' : 'state-data-reason-missing', { register });
};

type Answered = Pick<DataOf<'StateDataReceived'>, 'register' | 'outcome' | 'summary'>;

// What was erased said something.
const answersInWords = ({ state: { history } }: Ground): readonly Refusal[] =>
  history.flatMap(({ event }) => {
    if (event.type === 'StateDataReceived') return toldInWords(event.data) ?? [];
    return event.type === 'FamilyDataReceived' ? event.data.answers.flatMap((one) => toldInWords(one) ?? []) : [];
  });

/** A paper that is set aside is in the file, after acceptance and not after the package was found complete. */
const setAsideWhileThere = (ground: Ground): readonly Refusal[] =>
  before('DocumentSetAside', ground).flatMap(({ data, state }) => {
    const { documentType, sha256, setAsideOn } = data;
    const { acceptedOn, documents } = state.application;
    if (!documents.some((one) => one.type === documentType && one.sha256 === sha256)) {
      return refuse('document-not-in-file', { documentType, sha256 });
    }
    const { ApplicationRegistered: registeredOn = acceptedOn } = state.dates;
    const notBefore = registeredOn > acceptedOn ? registeredOn : acceptedOn;
    const { CompletenessConfirmed, ApplicationRejected } = ground.state.dates;
    const notAfter = CompletenessConfirmed ?? ApplicationRejected;
    if (notAfter !== undefined && setAsideOn > notAfter) {
      return refuse('before-what-it-follows', { at: notAfter, notBefore: setAsideOn });
    }
    return setAsideOn < notBefore
      ? refuse('before-what-it-follows', { fact: 'DocumentSetAside', at: setAsideOn, notBefore })
      : [];
  });

/** An act of family status is proved by its certificate. */
const certifiedActs = ({ state: { history } }: Ground): readonly Refusal[] =>
  history.flatMap(({ event }) =>
    event.type === 'DocumentAdded'
      ? (refusalOf(() => assertOfFamily({ documentType: event.data.document.type, act: event.data.act })) ?? [])
      : [],
  );

type Before<T extends CaseEvent['type']> = Readonly<{ data: DataOf<T>; state: SubmittedCase }>;

/** Each entry of a type, with the case as it stood before that was entered, of values and a day of acceptance as they are known now. */
const before = <T extends CaseEvent['type']>(type: T, { state: known }: Ground): readonly Before<T>[] =>
  known.history.flatMap(({ event }, place) => {
    if (event.type !== type) return [];
    const state = foldedAsKnown(known.history.slice(0, place));
    const { acceptedOn } = known.application;
    if (!isSubmitted(state)) return [];
    // Found by the type of the event whose data it is.
    return [{ data: event.data as DataOf<T>, state: { ...state, application: { ...state.application, acceptedOn } } }];
  });

/** What the Order says of the package, as far as corrections of papers, answers and days can touch it. */
export const packageOfLaw: readonly Check[] = [
  { fact: 'CompletenessConfirmed', by: 'ApplicationSubmitted', finds: completeWhenConfirmed },
  { fact: 'ApplicationRejected', by: 'ApplicationSubmitted', finds: borneOutWhenRejected },
  { fact: 'RemarksRaised', by: 'StateDataReceived', finds: demandedWhenAsked },
  { fact: 'StateDataReceived', by: null, finds: answersInWords },
  { fact: 'DocumentSetAside', by: 'DocumentAdded', finds: setAsideWhileThere },
  { fact: 'DocumentAdded', by: null, finds: certifiedActs },
];
