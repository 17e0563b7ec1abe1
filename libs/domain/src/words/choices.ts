import * as cases from '../case/case.words.js';
import * as complaints from '../complaint/complaint.types.js';
import { dutyStandings } from '../duties/duty.js';
import { debtors as inEnglish } from '../duties/words/en.js';
import { debtors as inKazakh } from '../duties/words/kk.js';
import { debtors as inRussian } from '../duties/words/ru.js';
import { type Language } from '../language.js';
import { english } from '../refusals/words/en.js';
import { kazakh } from '../refusals/words/kk.js';
import { russian } from '../refusals/words/ru.js';
import type { Terms } from '../refusals/words/terms.js';
import { dutyKinds, obliged } from '../rulebook/rulebook.js';
import * as ofCases from './choices-of-cases.js';
import * as ofComplaints from './choices-of-complaints.js';
import { said, type Said, titled } from './said.js';
import * as standing from './standings.js';

/** Words that are chosen among, and what each is called. */
export type Choice = Readonly<{ words: readonly string[]; titles: Readonly<Record<string, Said>> }>;

const choice = <Word extends string>(
  words: readonly Word[],
  titles: Readonly<Record<Word, Said>>,
): Readonly<{ words: readonly Word[]; titles: Readonly<Record<Word, Said>> }> => ({ words, titles });

/** The titles of words that sentences of refusals name already. */
const named = <Word extends keyof Terms & string>(words: readonly Word[]) =>
  choice(
    words,
    // one entry for each of the words
    Object.fromEntries(words.map((word) => [word, titled(termOf(word))])) as Record<Word, Said>,
  );

const termOf = (word: keyof Terms): Said =>
  said(english.terms[word] ?? word, russian.terms[word] ?? word, kazakh.terms[word] ?? word);

const debtors = choice(
  obliged,
  // one entry for each of the words
  Object.fromEntries(obliged.map((who) => [who, said(inEnglish[who], inRussian[who].name, inKazakh[who])])) as Record<
    (typeof obliged)[number],
    Said
  >,
);

const allDeedApprovers = Object.values(cases.deedApprovers).flat();

/** Every list of words of the contract that people read, by its name. */
export const choices = {
  channels: named(cases.channels),
  media: named(cases.media),
  forms: choice(cases.forms, ofCases.formTitles),
  routes: choice(cases.routes, ofCases.routeTitles),
  paymentModes: choice(cases.paymentModes, ofCases.paymentModeTitles),
  tenancyKinds: choice(cases.tenancyKinds, ofCases.tenancyKindTitles),
  documentTypes: named(cases.documentTypes),
  familyActs: named(cases.familyActs),
  paperFaults: choice(cases.paperFaults, ofCases.paperFaultTitles),
  defectKinds: choice(cases.defectKinds, ofCases.defectKindTitles),
  parties: choice(cases.parties, ofCases.partyTitles),
  commissionKinds: choice(cases.commissionKinds, ofCases.commissionKindTitles),
  votes: choice(cases.votes, ofCases.voteTitles),
  verdicts: choice(cases.verdicts, ofCases.verdictTitles),
  refusalGrounds: choice(cases.refusalGrounds, ofCases.refusalGroundTitles),
  stateRegisters: named(cases.stateRegisters),
  registerOutcomes: choice(cases.registerOutcomes, ofCases.registerOutcomeTitles),
  sides: named(cases.sides),
  deedApprovers: named(allDeedApprovers),
  overpayments: choice(cases.overpayments, ofCases.overpaymentTitles),
  resultKinds: choice(cases.resultKinds, ofCases.resultKindTitles),
  resultTakers: choice(cases.resultTakers, ofCases.resultTakerTitles),
  identifications: choice(cases.identifications, ofCases.identificationTitles),
  addressees: named(complaints.addressees),
  lodgings: choice(complaints.lodgings, ofComplaints.lodgingTitles),
  contestedKinds: choice(complaints.contestedKinds, ofComplaints.contestedKindTitles),
  extensionGrounds: choice(complaints.extensionGrounds, ofComplaints.extensionGroundTitles),
  complaintOutcomes: choice(complaints.complaintOutcomes, ofComplaints.complaintOutcomeTitles),
  effectKinds: choice(complaints.effectKinds, ofComplaints.effectKindTitles),
  orderCauses: choice(complaints.orderCauses, ofComplaints.orderCauseTitles),
  complaintStatuses: choice(complaints.complaintStatuses, ofComplaints.complaintStatusTitles),
  caseStatuses: choice(cases.caseStatuses, standing.caseStatusTitles),
  caseStages: choice(cases.caseStages, standing.caseStageTitles),
  debtors,
  dutyStandings: choice(dutyStandings, standing.dutyStandingTitles),
  dutyKinds: choice(dutyKinds, standing.dutyKindTitles),
} as const satisfies Readonly<Record<string, Choice>>;

export type ChoiceName = keyof typeof choices;

/** The titles of a list of words: of the very list, else of the first that holds them all; null where no list does. */
export const titlesOf = (words: readonly string[]): Choice['titles'] | null => {
  const all: readonly Choice[] = Object.values(choices);
  const found =
    all.find((one) => one.words === words) ?? all.find((one) => words.every((word) => one.words.includes(word)));
  return found?.titles ?? null;
};

/** What a word of a list is called in a language. */
export const titleIn = (language: Language, name: ChoiceName, word: string): string => {
  const { titles }: Choice = choices[name];
  return titles[word]?.[language] ?? word;
};
