import { english } from './en.js';
import { kazakh } from './kk.js';
import { russian } from './ru.js';
import type { Language, Words } from './words.js';

/** The sentences of each language. */
export const wordsOf: Readonly<Record<Language, Words>> = { en: english, ru: russian, kk: kazakh };
