import type { Sees } from '@app/application';
import type { FormChoice, FormChoices } from '@app/contracts';
import {
  dayIn,
  localDateOf,
  said,
  tengeFromTiyn,
  titleIn,
  titlesOf,
  type CaseAction,
  type CaseEvent,
  type KnownCase,
  type Language,
  type SubmittedCase,
  eventCalled,
} from '@app/domain';
import { isErased } from '@app/event-store';

/** A case whose choices a form shows, and who looks at it. */
export type Chosen = Readonly<{
  state: KnownCase & SubmittedCase;
  action: CaseAction | undefined;
  /** What is seen of persons: asked only by a form that shows them, as that is a look that is put on record. */
  looks: () => Sees;
  language: Language;
}>;

/** What a form asks for in this case: choices by the path of their field, and fields that are needed. */
export type InThisCase = Readonly<{ choices: FormChoices; needed: readonly string[] }>;

/** The choices of a form that only this case has: its people, papers, payments, members, entries, and the words that are left. */
export const caseChoices = (command: string, chosen: Chosen): InThisCase => {
  const own = ofCommand[command]?.(chosen) ?? {};
  return { choices: { ...wordsLeft(chosen.action, chosen.language), ...own }, needed: neededIn(command, chosen.state) };
};

/** Of a field that some words have no place in any more: those that are left. */
export const wordsLeft = (action: Pick<CaseAction, 'words'> | undefined, language: Language): FormChoices =>
  Object.fromEntries(
    Object.entries(action?.words ?? {}).map(([field, words]) => {
      const titles = titlesOf(Object.keys(words));
      const left = Object.entries(words).filter(([, refusal]) => refusal === null);
      return [field, left.map(([word]) => ({ const: word, title: titles?.[word]?.[language] ?? word }))];
    }),
  );

const neededIn = (command: string, { agreement, application }: SubmittedCase): readonly string[] => {
  if (command === 'SignAgreement') return agreement?.medium === 'ELECTRONIC' ? ['eds'] : [];
  return command === 'OfferAgreement' && application.instalments !== null ? ['instalments'] : [];
};

const people =
  (path: string) =>
  ({ state, looks, language }: Chosen): FormChoices => {
    const filed = dataOf('ApplicationSubmitted', state)[0];
    const sees = looks();
    // whoever does not see them all types the number of whom they mean
    if (!filed || !sees('APPLICANT') || !sees('RELATIVES')) return {};
    const persons = [{ ...filed.applicant, relationship: applicant[language] }, ...filed.familyMembers].filter(
      (person) => !isErased(person) && !isErased(person.iin),
    );
    const named = persons.map(({ iin, fullName, relationship }) => ({
      const: iin,
      title: `${fullName} (${relationship})`,
    }));
    return named.length > 0 ? { [path]: named } : {};
  };

const applicant = said('applicant', 'заявитель', 'өтініш беруші');

/** Members by their names; by their ids to whoever does not see the names, or where they were erased. */
const members = ({ state, looks }: Chosen): FormChoices => {
  const formed = dataOf('CommissionFormed', state).at(-1);
  if (!formed) return {};
  const shown = looks()('FREE_TEXT');
  const named = formed.members.map(({ memberId, fullName }) => ({
    const: memberId,
    title: shown && !isErased(fullName) ? fullName : memberId,
  }));
  return { 'votes.*.memberId': named };
};

const papers = ({ state, looks, language }: Chosen): FormChoices => {
  const inFile = new Set(state.application.documents.map(({ sha256 }) => sha256));
  const shown = looks()('PAPERS');
  const documents = [
    ...dataOf('ApplicationSubmitted', state).flatMap((filed) => filed.documents),
    ...dataOf('DocumentAdded', state).map(({ document }) => document),
  ].filter(({ sha256 }) => inFile.has(sha256));
  const types = new Set(documents.map(({ type }) => type));
  return {
    documentType: [...types].map((type) => ({ const: type, title: titleIn(language, 'documentTypes', type) })),
    sha256: documents.map(({ sha256, type, number }) => {
      const name = titleIn(language, 'documentTypes', type);
      return { const: sha256, title: shown && number !== null && !isErased(number) ? `${name}, ${number}` : name };
    }),
  };
};

const payments = ({ state, language }: Chosen): FormChoices => ({
  payment: (state.payment?.received ?? [])
    .filter(({ reversed }) => !reversed)
    .map(({ revision, amount, paidOn }) => ({
      const: revision,
      title: `${tengeFromTiyn(amount)} ₸, ${dayIn(language, paidOn)}`,
    })),
});

const entries = ({ state, language }: Chosen): FormChoices => {
  const { zone } = state.application;
  return {
    'values.*.revision': state.history.map(({ revision, event }) => ({
      const: revision,
      title: `${revision}: ${eventCalled(event.type)[language]}, ${dayIn(language, localDateOf(event.data.at, zone))}`,
    })),
    'date.fact': Object.entries(state.dates).map(([fact, day]) => ({
      const: fact,
      title: `${eventCalled(fact)[language]}, ${dayIn(language, day)}`,
    })),
  };
};

/** The forms with choices of the case, beside the words that are left. */
const ofCommand: Readonly<Record<string, (chosen: Chosen) => FormChoices>> = {
  AddDocument: people('subjectIin'),
  StateFamilyAct: people('subjectIin'),
  RecordStateData: people('subjectIin'),
  AskStateRegister: people('subjectIin'),
  RecordFamilyData: people('answers.*.subjectIin'),
  RaiseRemarks: people('remarks.*.subjectIin'),
  SetDocumentAside: papers,
  DecideCommission: members,
  ReversePayment: payments,
  CorrectRecord: entries,
};

type DataOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data'];

/** The entries of a type as they are known now. */
const dataOf = <T extends CaseEvent['type']>(type: T, { history }: SubmittedCase): readonly DataOf<T>[] =>
  history.flatMap(({ event }) => (event.type === type ? [event.data as DataOf<T>] : []));

/** The events that days are counted from, where no case is named. */
export const factChoices = (language: Language, types: readonly string[]): readonly FormChoice[] =>
  types.map((type) => ({ const: type, title: eventCalled(type)[language] }));
