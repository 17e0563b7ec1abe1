import { type Language, languages } from './language.js';

/** The same in each language in which people are spoken to. */
export type Spoken = Readonly<Record<Language, string>>;

/** What an event is called, and the sentence that tells of it in each language; it names no person and repeats nothing that one wrote freely. */
export type Telling<Data> = Readonly<{ called: Spoken } & Record<Language, (data: Data) => string>>;

/** The words of some events: the compiler names the event or the language that has none. */
export type WordsOf<Event extends Readonly<{ type: string; data: object }>> = {
  readonly [Type in Event['type']]: Telling<Extract<Event, { type: Type }>['data']>;
};

/** A telling that says the same of every event of its type. */
export const always = (spoken: Spoken): Record<Language, () => string> => ({
  en: () => spoken.en,
  ru: () => spoken.ru,
  kk: () => spoken.kk,
});

/** What words say of an event; its name where a log holds one that this version does not know. */
export const toldBy = <Event extends Readonly<{ type: string; data: object }>>(
  words: Readonly<Record<string, Telling<never>>>,
  { type, data }: Event,
): Spoken => {
  const telling = Object.hasOwn(words, type) ? words[type] : undefined;
  if (telling === undefined) return unknown(type);
  // An event carries the data of its own type.
  const said = (language: Language): string => telling[language](data as never);
  return Object.fromEntries(languages.map((language) => [language, said(language)])) as Spoken;
};

/** What is said of an event that has no words. */
export const unknown = (type: string): Spoken => ({ en: type, ru: type, kk: type });
