/** The languages of the console, Kazakh first. */
export const languages = ['kk', 'ru', 'en'] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);

/** What each is called in itself. */
export const languageNames: Readonly<Record<Language, Readonly<{ short: string; whole: string }>>> = {
  kk: { short: 'Қаз', whole: 'Қазақша' },
  ru: { short: 'Рус', whole: 'Русский' },
  en: { short: 'Eng', whole: 'English' },
};
