import type { Language } from '../../language.js';
import { english } from './en.js';
import { kazakh } from './kk.js';
import { russian } from './ru.js';
import type { Terms } from './terms.js';

const terms: Readonly<Record<Language, Terms>> = { en: english.terms, ru: russian.terms, kk: kazakh.terms };

/** A word of code as a language says it, by itself. */
export const termIn = (word: keyof Terms, language: Language): string => terms[language][word];
