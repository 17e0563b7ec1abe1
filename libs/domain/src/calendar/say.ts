import type { InstantString, LocalDate } from '../case/case.types.js';
import { dayInEnglish, dayInKazakh, dayInRussian, onDayInKazakh } from './days-in-words.js';
import type { Language } from '../language.js';

/** How a language says a day, and on a day; null is one that needed a year without calendar. */
type DayWords = Readonly<{ day: (date: LocalDate | null) => string; on: (date: LocalDate | null) => string }>;

/** Days within sentences, in each language. */
export const say: Readonly<Record<Language, DayWords>> = {
  en: {
    day: (date) => (date === null ? 'a day that no calendar told yet' : dayInEnglish(date)),
    on: (date) => `on ${date === null ? 'a day that no calendar told yet' : dayInEnglish(date)}`,
  },
  ru: {
    day: (date) => (date === null ? 'календарь его еще не назвал' : dayInRussian(date)),
    on: (date) => (date === null ? 'в день, которого календарь еще не назвал' : dayInRussian(date)),
  },
  kk: {
    day: (date) => (date === null ? 'күнтізбеде әлі жоқ' : dayInKazakh(date)),
    on: (date) => (date === null ? 'күнтізбеде әлі жоқ күні' : onDayInKazakh(date)),
  },
};

/** A moment as it was entered, with its offset from UTC. */
export const momentIn = (at: InstantString, language: Language): string => {
  const [, date, time = '', offset = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[^Z+-]*(.*)$/.exec(at) ?? [];
  if (date === undefined) return at;
  return `${say[language].day(date)}, ${time} (UTC${offset === 'Z' ? '' : offset})`;
};
