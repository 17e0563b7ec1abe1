import { fieldTitles, type CatalogueDto } from '@app/contracts';
import {
  choices,
  dutyIn,
  caseEventTypes,
  complaintEventTypes,
  refusalSentences,
  refusals,
  rulebook2021,
  ruleParagraphs,
  type Choice,
  type Language,
  eventCalled,
} from '@app/domain';
import { isProblemCode, problemKinds, rolesWith } from '@app/platform';
import { caseCommands } from '../casework/case-commands.js';
import { complaintCommands } from '../complaints/complaint-commands.js';
import { problemTitleIn } from '../http/problems/words/titles.js';
import { permissionsOf } from './action-answer.js';
import { commandTitles } from './command-titles.js';
import { forms, schemaPath } from './forms.js';

/** Whatever this system calls something, in a language: made of the tables that sentences and forms are made of. */
export const catalogueIn = (language: Language): CatalogueDto => ({
  language,
  choices: Object.entries(choices).map(([name, { words, titles }]: readonly [string, Choice]) => ({
    name,
    words: words.map((word) => ({ word, title: titles[word]?.[language] ?? word })),
  })),
  duties: dutiesIn(language),
  rules: Object.entries(ruleParagraphs).map(([rule, paragraph]) => ({ rule, paragraph })),
  events: [...caseEventTypes, ...complaintEventTypes].map((word) => ({ word, title: eventCalled(word)[language] })),
  commands: commandsIn(language),
  refusals: Object.entries(refusals).map(([code, { rule }]) => ({
    code,
    rule,
    // every code has its sentences in each language
    ...refusalSentences[language][code as keyof typeof refusals],
  })),
  problems: Object.keys(problemKinds)
    .filter(isProblemCode)
    .map((code) => ({ code, title: problemTitleIn(language, code) })),
  fields: Object.entries(fieldTitles).map(([field, { title, hint }]) => ({
    field,
    title: title[language],
    hint: hint?.[language] ?? null,
  })),
});

const dutiesIn = (language: Language): CatalogueDto['duties'] => {
  const { terms, complaintTerms, instalments } = rulebook2021;
  const rows = [...terms, ...complaintTerms, { ...instalments, duty: instalments.instalment }];
  const named = rows.map(({ rule, paragraph, debtor, kind, duty }) => ({
    rule,
    paragraph,
    debtor,
    kind,
    duty: dutyIn({ rule, instance: null, duty }, language),
  }));
  return named.filter(
    ({ rule, paragraph }, place) =>
      named.findIndex((one) => one.rule === rule && one.paragraph === paragraph) === place,
  );
};

const commandsIn = (language: Language): CatalogueDto['commands'] => {
  const rows = { ...caseCommands, ...complaintCommands };
  return forms.map(({ name }) => ({
    command: name,
    title: commandTitles[name][language],
    schema: schemaPath(name),
    roles: [...new Set(permissionsOf(rows[name]).flatMap(rolesWith))],
  }));
};
