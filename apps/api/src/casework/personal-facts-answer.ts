import type { Sees } from '@app/application';
import type { CaseDto } from '@app/contracts';
import { writtenValue } from '@app/domain';
import type { CaseFacts } from '@app/read-models';
import { shownIin, shownValue } from '../http/masking.js';

/** Facts that hold something about a person. */
type PersonalFacts = Pick<
  CaseFacts,
  | 'addedDocuments'
  | 'setAsideDocuments'
  | 'familyActs'
  | 'stateData'
  | 'commission'
  | 'objections'
  | 'hearing'
  | 'results'
  | 'corrections'
>;

/** Those facts as a reader may see them: what people wrote and said is for who works on the case. */
export const personalFactsAnswer = (facts: PersonalFacts, sees: Sees): Pick<CaseDto, keyof PersonalFacts> => ({
  addedDocuments: facts.addedDocuments.map(({ document, subjectIin, ...added }) => ({
    ...added,
    document: { ...document, number: shownValue(document.number, sees('PAPERS')) },
    subjectIin: shownIin(subjectIin, sees('RELATIVES')),
  })),
  setAsideDocuments: facts.setAsideDocuments.map((setAside) => ({
    ...setAside,
    reason: shownValue(setAside.reason, sees('FREE_TEXT')),
  })),
  familyActs: facts.familyActs.map((stated) => ({
    ...stated,
    subjectIin: shownIin(stated.subjectIin, sees('RELATIVES')),
    actOn: shownValue(stated.actOn, sees('PAPERS')),
  })),
  stateData: facts.stateData.map(({ subjectIin, summary, ...received }) => ({
    ...received,
    subjectIin: shownIin(subjectIin, sees('RELATIVES')),
    summary: shownValue(summary, sees('PAPERS')),
  })),
  objections: facts.objections.map((objection) => ({
    ...objection,
    text: shownValue(objection.text, sees('FREE_TEXT')),
  })),
  hearing: facts.hearing && {
    ...facts.hearing,
    minutes: shownValue(facts.hearing.minutes, sees('FREE_TEXT')),
    note: shownValue(facts.hearing.note, sees('FREE_TEXT')),
  },
  commission: facts.commission && commissionAnswer(facts.commission, sees('FREE_TEXT')),
  results: facts.results.map(({ applicantIin: _iin, ...result }) => ({
    ...result,
    powerOfAttorney: shownValue(result.powerOfAttorney, sees('RELATIVES')),
  })),
  corrections: facts.corrections.map((correction) => correctionAnswer(correction, sees('FREE_TEXT'))),
});

const correctionAnswer = (
  { applicantIin: _iin, values, subject, was, is, reason, ...correction }: CaseFacts['corrections'][number],
  inFull: boolean,
): CaseDto['corrections'][number] => ({
  ...correction,
  subject: shownValue(subject, inFull),
  was: shownValue(was, inFull),
  is: shownValue(is, inFull),
  reason: shownValue(reason, inFull),
  // Documents of an older version know of no values.
  values: (values ?? []).map((value) => ({
    ...value,
    was: shownValue(writtenValue(value, value.was), inFull),
    is: shownValue(writtenValue(value, value.is), inFull),
  })),
});

const commissionAnswer = (
  { applicantIin: _iin, ...commission }: NonNullable<CaseFacts['commission']>,
  inFull: boolean,
): NonNullable<CaseDto['commission']> => ({ ...commission, reason: shownValue(commission.reason, inFull) });

/** The registers that have not answered about somebody, each with the reason that was given last. */
export const unavailableAnswer = (stateData: CaseFacts['stateData'], sees: Sees): CaseDto['unavailableRegisters'] => {
  const isSame = (one: StateData, other: StateData) => one.register === other.register && one.person === other.person;
  return stateData
    .filter((answer, index) => !stateData.some((other, place) => isSame(answer, other) && tells(other, place > index)))
    .map(({ register, person, summary }) => ({ register, person, reason: shownValue(summary, sees('PAPERS')) }));
};

type StateData = CaseFacts['stateData'][number];

/** Whether it is an answer, or what was said last of none. */
const tells = ({ outcome }: StateData, isLater: boolean): boolean => outcome !== 'UNAVAILABLE' || isLater;
