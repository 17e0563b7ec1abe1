import { isDate } from '../../calendar/day-number.js';
import type { LocalDate } from '../../case/case.types.js';
import type { RefusalFacts } from '../../refusal.js';

/** What is said of a refusal: what is wrong, and what to do now. */
export type Told = Readonly<{ message: string; next: string }>;

/** The sentences for a group of refusals in another language: the compiler names the code that has none. */
export type WordsFor<Group> = Readonly<Record<keyof Group, Told>>;

/** How a language says the facts in a sentence: dates, and the words that code knows things by. */
export type FactWords = Readonly<{ date: (date: LocalDate) => string; terms: Readonly<Record<string, string>> }>;

/** A sentence with `{name}` filled in from the facts: dates and known words in the language, lists joined by commas. */
export const filledIn = (sentence: string, facts: RefusalFacts, words: FactWords): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => said(facts[name], words));

const said = (fact: RefusalFacts[string] | undefined, words: FactWords): string =>
  Array.isArray(fact) ? fact.map((one: string) => saidAlone(one, words)).join(', ') : saidAlone(String(fact), words);

const saidAlone = (text: string, { date, terms }: FactWords): string => {
  const [, day = text, time, offset] = instant.exec(text) ?? [];
  if (!isDate(day)) return text.replaceAll(/\w+/g, (word) => (Object.hasOwn(terms, word) && terms[word]) || word);
  return time === undefined ? date(day) : `${date(day)}, ${time} (${offset === 'Z' ? 'UTC' : offset})`;
};

/** Read in its own offset, which is shown with it. */
const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)$/;
