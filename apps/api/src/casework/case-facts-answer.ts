import type { CaseDto } from '@app/contracts';
import type { CaseFacts } from '@app/read-models';
import { shownIin, shownValue } from '../http/masking.js';

/** Facts that hold something about a person. */
type PersonalFacts = Pick<
  CaseFacts,
  'addedDocuments' | 'stateData' | 'objections' | 'hearing' | 'results' | 'corrections'
>;

/** Those facts as a reader may see them: what people wrote and said is for who works on the case. */
export const personalFactsAnswer = (facts: PersonalFacts, inFull: boolean): Pick<CaseDto, keyof PersonalFacts> => ({
  addedDocuments: facts.addedDocuments.map(({ document, subjectIin, ...added }) => ({
    ...added,
    document: { ...document, number: shownValue(document.number, inFull) },
    subjectIin: shownIin(subjectIin, inFull),
  })),
  stateData: facts.stateData.map(({ subjectIin, summary, ...received }) => ({
    ...received,
    subjectIin: shownIin(subjectIin, inFull),
    summary: shownValue(summary, inFull),
  })),
  objections: facts.objections.map((objection) => ({ ...objection, text: shownValue(objection.text, inFull) })),
  hearing: facts.hearing && {
    ...facts.hearing,
    minutes: shownValue(facts.hearing.minutes, inFull),
    note: shownValue(facts.hearing.note, inFull),
  },
  results: facts.results.map((result) => ({
    ...result,
    powerOfAttorneyNumber: shownValue(result.powerOfAttorneyNumber, inFull),
  })),
  corrections: facts.corrections.map((correction) => ({
    ...correction,
    was: shownValue(correction.was, inFull),
    is: shownValue(correction.is, inFull),
  })),
});
