import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { habits } from '../shared/storage.js';
import { isLanguage, languages, type Language } from './languages.js';

const i18next = createInstance();

/** Each language comes when it is asked for. */
const words: Readonly<Record<Language, () => Promise<object>>> = {
  kk: async () => ({
    ...(await import('./kk.js')).kk,
    ...(await import('./terms/kk.js')).terms,
    ...(await import('./forms/kk.js')),
  }),
  ru: async () => ({
    ...(await import('./ru.js')).ru,
    ...(await import('./terms/ru.js')).terms,
    ...(await import('./forms/ru.js')),
  }),
  en: async () => ({
    ...(await import('./en.js')).en,
    ...(await import('./terms/en.js')).terms,
    ...(await import('./forms/en.js')),
  }),
};

/** The language that was chosen last, else the best that the browser asks for, else Kazakh. */
const firstLanguage = (): Language => {
  const kept = habits.read('language');
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? languages[0];
};

/** Before anything is shown. */
export const startSpeaking = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(firstLanguage());
};

/** Changes the language of the page, and keeps it for the next time. */
export const speak = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await words[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

/** The language that is spoken now. */
export const spoken = (): Language => (isLanguage(i18next.language) ? i18next.language : languages[0]);

/** The words of the console, and the language they are in. */
export const useWords = () => {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : languages[0];
  /** The word of a code, else the code itself: the API may know more than this page. */
  const wordOf = (list: string, code: string): string => t(`${list}.${code}`, { defaultValue: code });
  return { t, language, wordOf };
};
