import type { Language } from '../../language.js';
import { dutyKey } from '../duty.js';
import { dutiesInKazakh } from './kk.js';
import { dutiesInRussian } from './ru.js';

/** What is to be done, by itself, e.g. in a list; in the words of the rulebook where a language has none. */
export const dutyIn = (
  duty: Readonly<{ rule: string; instance: number | null; duty: string }>,
  language: Language,
): string => labels[language](duty) ?? duty.duty;

type Labelled = Parameters<typeof dutyIn>[0];

const labels: Readonly<Record<Language, (duty: Labelled) => string | undefined>> = {
  en: ({ duty }) => duty,
  // What the Order states as done is a power all the same.
  ru: (duty) => wordsFor(duty, dutiesInRussian)?.replace(/^отказывает/, 'отказать'),
  // They stand in the dative before "must"; by themselves as nouns.
  kk: (duty) =>
    wordsFor(duty, dutiesInKazakh)
      ?.replaceAll(/(?<=[ую])(?:ге|ға)(?=[\s,;]|$)/g, '')
      .replace(/тартады$/, 'тарту'),
};

const wordsFor = (duty: Labelled, words: Readonly<Record<string, string>>): string | undefined =>
  words[dutyKey(duty)] ?? words[duty.rule];
