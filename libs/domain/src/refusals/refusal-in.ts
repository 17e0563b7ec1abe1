import type { Language } from '../language.js';
import type { Refusal } from '../refusal.js';
import { refusals, type RefusalCode } from './refuse.js';
import { english } from './words/en.js';
import { kazakh, refusalsInKazakh } from './words/kk.js';
import { refusalsInRussian, russian } from './words/ru.js';
import { filledIn, type FactWords, type Told } from './words/words.js';

/** What a refusal says to people in a language: what is wrong, and what to do now. Throws where nobody gave it words. */
export const refusalIn = (language: Language, { code, facts }: Pick<Refusal, 'code' | 'facts'>): Told => {
  if (!isCode(code)) throw new Error(`no words for the refusal ${code}`);
  const { message, next } = refusalSentences[language][code];
  const words = factWords[language];
  return { message: filledIn(message, facts, words), next: filledIn(next, facts, words) };
};

/** The sentences of every refusal in each language, with `{name}` where a fact stands. */
export const refusalSentences: Readonly<Record<Language, Readonly<Record<RefusalCode, Told>>>> = {
  en: refusals,
  ru: refusalsInRussian,
  kk: refusalsInKazakh,
};

const factWords: Readonly<Record<Language, FactWords>> = { en: english, ru: russian, kk: kazakh };

const isCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);
